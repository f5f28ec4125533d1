#include "sandbox/launch.h"

#include "base/error.h"
#include "base/fd.h"
#include "sandbox/client.h"
#include "sandbox/spawn.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace algo::sandbox {
namespace {

constexpr int kHelperSocket = 3;

// A helper ends by itself when its socket is closed, after all that is below it: killing it at once
// would leave that to the kernel and to the system's first process.
void end_process(pid_t pid) {
  if (pid <= 0) return;
  constexpr int patience_ms = 5000;
  const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  pollfd entry{.fd = pidfd.get(), .events = POLLIN, .revents = 0};
  if (!pidfd.valid() || ::poll(&entry, 1, patience_ms) <= 0) ::kill(pid, SIGKILL);
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

// Runs in the child, which shares the parent's memory until execve: only system calls.
[[noreturn]] void become_helper(const char* program, char** argv, int socket, pid_t parent) {
  std::array<char*, 1> environment{nullptr};
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kNotExecutable);  // died before prctl
  // dup2 onto itself would keep close-on-exec.
  if (socket == kHelperSocket) {
    ::fcntl(socket, F_SETFD, 0);
  } else {
    ::dup2(socket, kHelperSocket);
  }
  ::execve(program, argv, environment.data());
  ::_exit(kNotExecutable);
}

}  // namespace

LocalHelper::~LocalHelper() {
  box_.reset();
  end_process(pid_);
}

LocalHelper::LocalHelper(LocalHelper&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), box_(std::move(other.box_)) {}

LocalHelper launch_helper(const std::string& program,
                          std::vector<std::string> words,
                          HelperOptions options) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw Error(ErrorKind::kInternal, "cannot make a socket pair", errno_text(errno));
  }
  Fd ours(ends[0]);
  Fd theirs(ends[1]);
  options.socket_fd = kHelperSocket;
  for (std::string& word : to_arguments(options)) words.push_back(std::move(word));
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  const pid_t self = ::getpid();
  // vfork: the judge may hold hundreds of megabytes of cases, whose page tables fork would copy.
  // NOLINTBEGIN(*vfork,*.Vfork,bugprone-unsafe-functions): the child makes only system calls
  const pid_t pid = ::vfork();
  if (pid == 0) become_helper(program.c_str(), argv.data(), theirs.get(), self);
  // NOLINTEND(*vfork,*.Vfork,bugprone-unsafe-functions)
  if (pid < 0) throw Error(ErrorKind::kInternal, "cannot start the sandbox", errno_text(errno));
  theirs.reset();
  try {
    return {pid, connect(std::move(ours))};
  } catch (const Error&) {
    end_process(pid);
    throw;
  }
}

}  // namespace algo::sandbox
