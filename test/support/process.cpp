#include "support/process.h"

#include "base/fd.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <stdexcept>

namespace algo::test {
namespace {

struct Streams {
  Fd in_read, in_write;
  Fd out_read, out_write;
  Fd err_read, err_write;
};

Streams make_streams(bool on_terminal) {
  Streams streams;
  Pipe in = make_pipe();
  streams.in_read = std::move(in.read);
  streams.in_write = std::move(in.write);
  if (on_terminal) {
    int master = -1;
    int slave = -1;
    winsize size{.ws_row = 30, .ws_col = 100, .ws_xpixel = 0, .ws_ypixel = 0};
    if (::openpty(&master, &slave, nullptr, nullptr, &size) != 0) {
      throw std::runtime_error("no pseudo terminal");
    }
    ::fcntl(master, F_SETFD, FD_CLOEXEC);
    ::fcntl(slave, F_SETFD, FD_CLOEXEC);
    streams.out_read = Fd(master);
    streams.out_write = Fd(slave);
    return streams;
  }
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  streams.out_read = std::move(out.read);
  streams.out_write = std::move(out.write);
  streams.err_read = std::move(err.read);
  streams.err_write = std::move(err.write);
  return streams;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

[[noreturn]] void become(const ProcessSpec& spec, const Streams& streams, char** argv, char** env) {
  ::setpgid(0, 0);
  if (!spec.directory.empty() && ::chdir(spec.directory.c_str()) != 0) ::_exit(126);
  ::dup2(streams.in_read.get(), 0);
  ::dup2(streams.out_write.get(), 1);
  ::dup2(streams.err_write.valid() ? streams.err_write.get() : streams.out_write.get(), 2);
  ::execve(argv[0], argv, env);
  ::_exit(127);
}

// False at the end of the stream.
bool take(Fd& fd, std::string& text) {
  std::array<char, 65536> buffer;  // NOLINT(*-member-init)
  const ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EINTR)) fd.reset();  // a terminal ends with EIO
  return got > 0;
}

}  // namespace

ProcessResult run_process(const ProcessSpec& spec) {
  Streams streams = make_streams(spec.on_terminal);
  std::vector<std::string> words = spec.argv;
  std::vector<std::string> variables;
  for (const auto& [name, value] : spec.environment) variables.push_back(name + "=" + value);
  std::vector<char*> argv = pointers(words);
  std::vector<char*> env = pointers(variables);
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("cannot fork");
  if (pid == 0) become(spec, streams, argv.data(), env.data());
  streams.in_read.reset();
  streams.out_write.reset();
  streams.err_write.reset();
  if (!spec.input.empty()) {
    // Inputs of tests are smaller than a pipe.
    if (::write(streams.in_write.get(), spec.input.data(), spec.input.size()) < 0) errno = 0;
  }
  streams.in_write.reset();

  ProcessResult result;
  const auto end = std::chrono::steady_clock::now() + spec.timeout;
  while (streams.out_read.valid() || streams.err_read.valid()) {
    std::array<pollfd, 2> entries{{{.fd = streams.out_read.get(), .events = POLLIN, .revents = 0},
                                   {.fd = streams.err_read.get(), .events = POLLIN, .revents = 0}}};
    ::poll(entries.data(), entries.size(), 100);
    bool more = false;
    if (entries[0].revents != 0) more = take(streams.out_read, result.out) || more;
    if (entries[1].revents != 0) more = take(streams.err_read, result.err) || more;
    if (more && spec.on_output) spec.on_output(pid, result.out, result.err);
    if (!result.timed_out && std::chrono::steady_clock::now() > end) {
      result.timed_out = true;
      ::kill(-pid, SIGKILL);
    }
  }
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace algo::test
