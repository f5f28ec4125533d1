#include "judge/stdio.h"

#include "base/error.h"
#include "judge/watch.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>

namespace algo::judge {
namespace {

// The input as a sealed memory file: the solution can seek and map it but not change or grow it.
Fd make_input(std::string_view input) {
  Fd fd(::memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!fd.valid()) throw Error(ErrorKind::kInternal, "cannot hold the input", errno_text(errno));
  while (!input.empty()) {
    const ssize_t written = ::write(fd.get(), input.data(), input.size());
    if (written < 0) throw Error(ErrorKind::kInternal, "cannot hold the input", errno_text(errno));
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  constexpr int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  if (::fcntl(fd.get(), F_ADD_SEALS, seals) != 0 || ::lseek(fd.get(), 0, SEEK_SET) != 0) {
    throw Error(ErrorKind::kInternal, "cannot seal the input", errno_text(errno));
  }
  return fd;
}

}  // namespace

Outcome run_stdio(sandbox::Sandbox& box,
                  const RunPlan& plan,
                  std::string_view input,
                  bool may_copy,
                  const Interrupt& interrupt) {
  const Fd in = make_input(input);
  Stream out(plan.output);
  Stream err(std::min<std::size_t>(plan.output, kExcerptBytes));
  sandbox::Channels channels{};
  channels.in = in.get();
  channels.out = out.remote();
  channels.err = err.remote();
  if (may_copy) {
    box.spawn(plan.command, plan.limits, channels);
  } else {
    sandbox::Command anew = plan.command;
    anew.zygote.clear();
    box.spawn(anew, plan.limits, channels);
  }
  out.close_remote();
  err.close_remote();

  Watch watch(box, interrupt, {&out, &err});
  bool flooded = false;
  while (!watch.ended()) {
    watch.turn(std::chrono::seconds(1));
    if (!flooded && watch.total_output() > plan.output && !watch.ended()) {
      flooded = true;
      box.kill();
    }
  }
  const sandbox::Ended ended = watch.until_ended();

  Outcome outcome;
  outcome.usage = ended.usage;
  outcome.alone = !ended.copied;
  outcome.ruling = classify(ended, plan.limits, err.kept(), plan.out_of_memory_marks);
  outcome.out_bytes = out.total();
  outcome.err_bytes = err.total();
  outcome.err = err.take();
  if (outcome.ruling.verdict == result::Verdict::kAC && watch.total_output() > plan.output) {
    outcome.ruling = {result::Verdict::kOLE, "output"};
  }
  outcome.out = out.kept().substr(0, kExcerptBytes);
  if (outcome.ruling.verdict == result::Verdict::kAC) outcome.answer = out.take();
  return outcome;
}

}  // namespace algo::judge
