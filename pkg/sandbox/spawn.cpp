#include "sandbox/spawn.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#ifndef SYS_landlock_restrict_self
#define SYS_landlock_restrict_self 446
#endif

namespace algo::sandbox {
namespace {

constexpr unsigned kFirstForeign = 5;

// Shared with the new process, which runs on this memory until exec.
struct Handover {
  const Launch* launch;
  const char* step;
  int error;
};

bool set_channels(const Launch& launch) {
  for (int channel = 0; channel < static_cast<int>(launch.channels.size()); ++channel) {
    const int given = launch.channels[static_cast<std::size_t>(channel)];
    if (given >= 0 && ::dup2(given, channel) < 0) return false;
    // 0 to 2 are the helper's /dev/null, but close-on-exec there.
    if (given < 0 && channel <= STDERR_FILENO) ::fcntl(channel, F_SETFD, 0);
    if (given < 0 && channel > STDERR_FILENO) ::close(channel);
  }
  return true;
}

bool set_limits(const Launch& launch) {
  for (const ResourceLimit& one : launch.limits) {
    if (::setrlimit(static_cast<__rlimit_resource_t>(one.resource), &one.limit) != 0) return false;
  }
  return true;
}

bool unblock_signals() {
  sigset_t none{};
  sigemptyset(&none);
  return sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
}

// The order matters: the ruleset's descriptor goes when all go, and nothing may need a file after
// Landlock is on.
const char* prepare(const Launch& launch) {
  if (::setsid() < 0) return "setsid";
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return "prctl";
  if (!set_channels(launch)) return "dup2";
  if (launch.directory != nullptr && ::chdir(launch.directory) != 0) return "chdir";
  if (!set_limits(launch)) return "setrlimit";
  if (launch.ruleset >= 0 && ::syscall(SYS_landlock_restrict_self, launch.ruleset, 0U) != 0) {
    return "landlock_restrict_self";
  }
  if (::syscall(SYS_close_range, kFirstForeign, ~0U, 0U) != 0) return "close_range";
  if (!unblock_signals()) return "sigprocmask";
  ::execve(launch.path, launch.argv, launch.environment);
  return "execve";
}

int run_child(void* argument) {
  auto* handover = static_cast<Handover*>(argument);
  handover->step = prepare(*handover->launch);
  handover->error = errno;
  ::_exit(kNotExecutable);
}

}  // namespace

Started spawn(const Launch& launch) {
  constexpr std::size_t stack_bytes = std::size_t{64} << 10U;
  alignas(64) static std::array<char, stack_bytes> stack;
  Handover handover{.launch = &launch, .step = nullptr, .error = 0};
  int pidfd = -1;
  // As vfork(2), but with a stack of its own and the pidfd in the same call.
  const pid_t pid = ::clone(run_child,
                            stack.data() + stack.size(),
                            CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD,
                            &handover,
                            &pidfd);
  if (pid < 0) return {.pid = -1, .pidfd = {}, .step = "clone", .error = errno};
  Started started{.pid = pid, .pidfd = Fd(pidfd), .step = handover.step, .error = handover.error};
  if (started.step != nullptr) {
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    started.pid = -1;
  }
  return started;
}

}  // namespace algo::sandbox
