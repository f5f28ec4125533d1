#include "judge/interrupt.h"

#include "base/error.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace algo::judge {
namespace {

timespec to_timespec(Nanos time) {
  return {.tv_sec = time.count() / 1'000'000'000, .tv_nsec = time.count() % 1'000'000'000};
}

}  // namespace

Interrupt Interrupt::on_sigterm() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  Interrupt interrupt;
  if (sigprocmask(SIG_BLOCK, &set, nullptr) == 0) {
    interrupt.signals_ = Fd(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
  }
  if (!interrupt.signals_.valid()) {
    throw Error(ErrorKind::kInternal, "cannot watch for SIGTERM", errno_text(errno));
  }
  return interrupt;
}

bool Interrupt::raised() const {
  // The signal is left unread, so that every later question gets the same answer.
  pollfd entry{.fd = signals_.get(), .events = POLLIN, .revents = 0};
  return signals_.valid() && ::poll(&entry, 1, 0) > 0;
}

void Interrupt::set_pulse(Nanos period, std::function<void()> beat) {
  pulse_ = Fd(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
  const itimerspec every{.it_interval = to_timespec(period), .it_value = to_timespec(period)};
  if (!pulse_.valid() || ::timerfd_settime(pulse_.get(), 0, &every, nullptr) != 0) {
    throw Error(ErrorKind::kInternal, "cannot set the pulse", errno_text(errno));
  }
  beat_ = std::move(beat);
}

void Interrupt::beat() const {
  std::uint64_t due = 0;
  if (::read(pulse_.get(), &due, sizeof due) == sizeof due && due > 0) beat_();
}

void Interrupt::pause(Nanos time) const {
  std::array<pollfd, 2> entries{{{.fd = fd(), .events = POLLIN, .revents = 0},
                                 {.fd = pulse_fd(), .events = POLLIN, .revents = 0}}};
  const timespec limit = to_timespec(time);
  if (::ppoll(entries.data(), entries.size(), &limit, nullptr) <= 0) return;
  if (entries[0].revents != 0) throw Interrupted{};
  if (entries[1].revents != 0) beat();
}

}  // namespace algo::judge
