#include "bench/program.h"

#include "base/fd.h"
#include "base/text.h"
#include "bench/series.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace algo::bench {
namespace {

void check_exit(int status, std::optional<int> code, const std::vector<std::string>& argv) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == code.value_or(WEXITSTATUS(status))) return;
  throw std::runtime_error(join(argv, " ") + " failed, wait status " + std::to_string(status));
}

// `in` and `out` become the program's stdin and stdout.
pid_t spawn(const std::vector<std::string>& argv, const std::string& directory, int in, int out) {
  std::vector<std::string> words = argv;
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
  pid_t pid = -1;
  const int failed =
      ::posix_spawn(&pid, pointers[0], &actions, nullptr, pointers.data(), ::environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + argv[0]);
  return pid;
}

std::string read_to_end(int fd) {
  std::string text;
  std::array<char, 65536> part;  // NOLINT(*-member-init): a buffer
  for (ssize_t size = 0; (size = ::read(fd, part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(size));
  }
  return text;
}

std::uint64_t high_water_mark(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtoull(line.c_str() + 6, nullptr, 10) << 10U;
  }
  return 0;
}

}  // namespace

Nanos time_program(const std::vector<std::string>& argv,
                   const std::string& directory,
                   std::string_view input,
                   const Expected& expected) {
  std::string said;
  int status = 0;
  const Nanos time = time_of([&] {
    Pipe in = make_pipe();
    Pipe out = make_pipe();
    const pid_t pid = spawn(argv, directory, in.read.get(), out.write.get());
    in.read.reset();
    out.write.reset();
    const ssize_t written = ::write(in.write.get(), input.data(), input.size());
    in.write.reset();
    if (written != static_cast<ssize_t>(input.size())) throw std::runtime_error("input not taken");
    said = read_to_end(out.read.get());
    ::waitpid(pid, &status, 0);
  });
  check_exit(status, expected.code, argv);
  if (said != expected.output.value_or(said))
    throw std::runtime_error(argv[0] + " printed " + said);
  return time;
}

std::uint64_t peak_memory_of(const std::vector<std::string>& argv, const std::string& directory) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const Fd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
  const pid_t pid = spawn(argv, directory, null.get(), null.get());
  std::uint64_t peak = 0;
  int status = 0;
  while (::waitpid(pid, &status, WNOHANG) == 0) {
    peak = std::max(peak, high_water_mark(pid));
    ::usleep(1000);
  }
  check_exit(status, 0, argv);
  return peak;
}

std::string find_on_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  if (path == nullptr) return "";
  for (const std::string& folder : split(path, ':')) {
    const std::string candidate = folder + "/" + name;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return "";
}

}  // namespace algo::bench
