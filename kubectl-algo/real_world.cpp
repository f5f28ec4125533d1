#include "real_world.h"

#include "base/error.h"
#include "base/text.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace algo {

void StandardOutput::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) {
      std::signal(SIGPIPE, SIG_DFL);
      ::raise(SIGPIPE);
    }
    if (written < 0) {
      throw Error(ErrorKind::kEnvironment, "cannot write the output", errno_text(errno));
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

bool StandardOutput::is_terminal() const {
  return ::isatty(fd_) == 1;
}

std::size_t StandardOutput::width() const {
  winsize size{};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): ioctl(2) is one
  if (!is_terminal() || ::ioctl(fd_, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

std::string StandardInput::read_all(std::size_t max_bytes) {
  std::string bytes;
  std::array<char, std::size_t{64} << 10U> buffer{};
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error(ErrorKind::kInput, "cannot read standard input", errno_text(errno));
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > max_bytes) {
      throw Error(ErrorKind::kInput,
                  "cannot read standard input",
                  "it is longer than the limit of " + human_bytes(max_bytes));
    }
  }
}

std::optional<std::string> RealEnvironment::get(const std::string& name) const {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): this program has one thread
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

}  // namespace algo
