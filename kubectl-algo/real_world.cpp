#include "real_world.h"

#include "base/error.h"
#include "base/text.h"

#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace algo {
namespace {

constexpr int kKeptMemory = 64 << 20;
constexpr int kOwnMapping = 4 << 20;  // what is larger goes back at once
constexpr int kGrowth = 1 << 20;

// Writes what it can at once; false with errno when it could not.
bool write_some(int fd, std::string_view& text) {
  const ssize_t written = ::write(fd, text.data(), text.size());
  if (written < 0) return false;
  text.remove_prefix(static_cast<std::size_t>(written));
  return true;
}

std::size_t columns_of(int fd) {
  winsize size{};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): ioctl(2) is one
  if (::isatty(fd) != 1 || ::ioctl(fd, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace

void prepare_process() {
  std::signal(SIGPIPE, SIG_IGN);
#ifdef M_TRIM_THRESHOLD  // glibc's allocator
  ::mallopt(M_TRIM_THRESHOLD, kKeptMemory);
  ::mallopt(M_MMAP_THRESHOLD, kOwnMapping);
  ::mallopt(M_TOP_PAD, kGrowth);
#endif
}

void DataOutput::write(std::string_view text) {
  while (!text.empty()) {
    if (write_some(STDOUT_FILENO, text)) continue;
    if (errno == EPIPE) throw OutputClosed{};
    if (errno != EINTR) {
      throw Error(ErrorKind::kEnvironment, "cannot write the output", errno_text(errno));
    }
    interrupts_.check();
  }
}

bool DataOutput::is_terminal() const {
  return ::isatty(STDOUT_FILENO) == 1;
}

std::size_t DataOutput::width() const {
  return columns_of(STDOUT_FILENO);
}

void TalkOutput::write(std::string_view text) {
  while (!text.empty()) {
    if (!write_some(STDERR_FILENO, text) && errno != EINTR) return;
  }
}

bool TalkOutput::is_terminal() const {
  return ::isatty(STDERR_FILENO) == 1;
}

std::size_t TalkOutput::width() const {
  return columns_of(STDERR_FILENO);
}

std::string StandardInput::read_all(std::size_t max_bytes) {
  std::string bytes;
  std::array<char, std::size_t{64} << 10U> buffer{};
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) {
      interrupts_.check();
      continue;
    }
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

std::string StandardInput::read_line() {
  constexpr std::size_t most = 1024;
  std::string line;
  char byte = 0;
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
    if (got < 0 && errno == EINTR) {
      interrupts_.check();
      continue;
    }
    if (got <= 0 || byte == '\n') return line;
    if (line.size() < most) line += byte;
  }
}

bool StandardInput::is_terminal() const {
  return ::isatty(STDIN_FILENO) == 1;
}

std::optional<std::string> RealEnvironment::get(const std::string& name) const {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): this program has one thread
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

kube::Variables RealEnvironment::all() const {
  kube::Variables variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

}  // namespace algo
