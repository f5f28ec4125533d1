#include "judge/interrupt.h"

#include "base/error.h"

#include <poll.h>
#include <sys/signalfd.h>

#include <cerrno>
#include <csignal>

namespace algo::judge {

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

}  // namespace algo::judge
