#include "real_interrupts.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace algo {
namespace {

constexpr int kInsisting = 3;
constexpr int kInterruptedCode = 130;

volatile std::sig_atomic_t wake_fd = -1;  // where a signal says that it came
volatile std::sig_atomic_t signals_seen = 0;

void on_signal(int /*signal*/) {
  const int saved = errno;
  const int seen = signals_seen + 1;
  signals_seen = seen;
  if (seen >= kInsisting) ::_exit(kInterruptedCode);
  // When the pipe is full, its reader knows already.
  static_cast<void>(::write(wake_fd, "!", 1) < 0);
  errno = saved;
}

}  // namespace

RealInterrupts::RealInterrupts() : pipe_(make_pipe()) {
  signals_seen = 0;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): fcntl(2) is one
  ::fcntl(pipe_.read.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(pipe_.write.get(), F_SETFL, O_NONBLOCK);
  // NOLINTEND(cppcoreguidelines-pro-type-vararg)
  wake_fd = pipe_.write.get();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old{};
    ::sigaction(signal, nullptr, &old);
    if (old.sa_handler == SIG_IGN) continue;  // nohup(1), or a shell's background job
    struct sigaction action{};
    action.sa_handler = on_signal;  // without SA_RESTART: a blocked read or write is to notice
    ::sigaction(signal, &action, nullptr);
  }
}

int RealInterrupts::count() const {
  return signals_seen;
}

std::size_t RealInterrupts::take() const {
  std::array<char, 16> bytes{};
  const ssize_t got = ::read(fd(), bytes.data(), bytes.size());
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

}  // namespace algo
