#include "judge/interrupt.h"

#include "base/error.h"

#include <sys/signalfd.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace algo::judge {
namespace {

bool readable(const Fd& fd) {
  pollfd entry{.fd = fd.get(), .events = POLLIN, .revents = 0};
  return fd.valid() && ::poll(&entry, 1, 0) > 0;
}

Fd timer(Nanos first, Nanos period) {
  Fd fd(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
  const itimerspec times{.it_interval = to_timespec(period), .it_value = to_timespec(first)};
  if (!fd.valid() || ::timerfd_settime(fd.get(), 0, &times, nullptr) != 0) {
    throw Error(ErrorKind::kInternal, "cannot set a timer", errno_text(errno));
  }
  return fd;
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

// The signal is left unread, so that every later question gets the same answer.
bool Interrupt::raised() const {
  return readable(signals_);
}

void Interrupt::set_pulse(Nanos period, std::function<void()> beat) {
  pulse_ = timer(period, period);
  beat_ = std::move(beat);
}

void Interrupt::set_deadline(Nanos left) {
  constexpr Nanos soonest(1);  // zero would disarm the timer
  deadline_ = timer(std::max(left, soonest), Nanos(0));
}

Interrupt::Entries Interrupt::entries() const {
  return {{{.fd = signals_.get(), .events = POLLIN, .revents = 0},
           {.fd = deadline_.get(), .events = POLLIN, .revents = 0},
           {.fd = pulse_.get(), .events = POLLIN, .revents = 0}}};
}

void Interrupt::handle(std::span<const pollfd, 3> entries) const {
  if (entries[0].revents != 0) throw Interrupted{};
  if (entries[1].revents != 0) throw OutOfTime{};
  std::uint64_t due = 0;
  if (entries[2].revents == 0) return;
  if (::read(pulse_.get(), &due, sizeof due) == sizeof due && due > 0) beat_();
}

void Interrupt::check_deadline() const {
  // The timer is left unread, so that every later question gets the same answer.
  if (readable(deadline_)) throw OutOfTime{};
}

void Interrupt::pause(Nanos time) const {
  Entries all = entries();
  const timespec limit = to_timespec(time);
  if (::ppoll(all.data(), all.size(), &limit, nullptr) > 0) handle(all);
}

}  // namespace algo::judge
