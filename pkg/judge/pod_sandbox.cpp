#include "judge/pod_sandbox.h"

namespace algo::judge {
namespace {

struct TooLate {};

}  // namespace

PodSandbox::PodSandbox(std::string socket, sandbox::Pause pause, const Clock& clock)
    : socket_(std::move(socket)), pause_(std::move(pause)), clock_(clock) {}

sandbox::Sandbox& PodSandbox::box() {
  // The killer may come after the solution's end, when nobody waits for anything.
  if (box_ && sandbox::hung_up(*box_)) box_.reset();
  if (!box_) box_ = sandbox::connect(socket_, kConnectTimeout, pause_);
  return *box_;
}

void PodSandbox::replace() {
  box_.reset();
  ++lost_;
}

bool PodSandbox::recover() {
  if (lost_ >= kMostLost) return false;
  const Nanos end = clock_.monotonic() + kConnectTimeout;
  const sandbox::Pause pause = [&](Nanos time) {
    if (clock_.monotonic() >= end) throw TooLate{};
    pause_(time);
  };
  try {
    box_ = sandbox::connect(socket_, kConnectTimeout, pause);
    return true;
  } catch (const TooLate&) {
    return false;
  }
}

}  // namespace algo::judge
