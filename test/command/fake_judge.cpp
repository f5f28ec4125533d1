// Stands in for the judge in real_judges_test. Its first argument says what it does:
//   says TEXT CODE   prints TEXT, complains "oh", ends with CODE
//   floods BYTES     prints that many bytes
//   obeys            prints "ready", then "bye" and its end when it gets SIGTERM
//   stubborn         prints "ready" and ignores SIGTERM
//   crowd            as obeys, but a child that keeps the streams open outlives it
//   environment      prints how many environment variables it has, its group's leader, and stdin
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void say(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written <= 0) std::_Exit(3);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void wait_for_sigterm() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigprocmask(SIG_BLOCK, &set, nullptr);
  say(1, "ready");
  int signal = 0;
  sigwait(&set, &signal);
  say(1, "bye");
}

void flood(std::size_t bytes) {
  const std::string block(4096, 'x');
  for (std::size_t left = bytes; left > 0;) {
    const std::size_t now = left < block.size() ? left : block.size();
    say(1, std::string_view(block).substr(0, now));
    left -= now;
  }
}

[[noreturn]] void sleep_on() {
  while (true) ::pause();
}

}  // namespace

int main(int argc, char** argv) {
  const std::string act = argc > 1 ? argv[1] : "";
  if (act == "says" && argc == 4) {
    say(1, argv[2]);
    say(2, "oh");
    return std::atoi(argv[3]);
  }
  if (act == "floods" && argc == 3) flood(static_cast<std::size_t>(std::atoll(argv[2])));
  if (act == "obeys") wait_for_sigterm();
  if (act == "stubborn") {
    std::signal(SIGTERM, SIG_IGN);
    say(1, "ready");
    sleep_on();
  }
  if (act == "crowd") {
    if (::fork() == 0) {
      ::alarm(5);
      sleep_on();
    }
    wait_for_sigterm();
  }
  if (act == "environment") {
    int variables = 0;
    for (char** one = environ; *one != nullptr; ++one) ++variables;
    std::array<char, 8> bytes{};
    const bool quiet = ::read(0, bytes.data(), bytes.size()) == 0;
    say(1,
        std::to_string(variables) + (::getpgid(0) == ::getpid() ? " own-group" : " same-group") +
            (quiet ? " no-input" : " input"));
  }
  return 0;
}
