#include "sandbox/confine.h"

#include "base/error.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace algo::sandbox {
namespace {

Error failed(const char* what) {
  return {ErrorKind::kInternal, what, errno_text(errno)};
}

bool write_file(const char* path, const std::string& text) {
  const Fd fd(::open(path, O_WRONLY | O_CLOEXEC));
  return fd.valid() &&
         ::write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

// The user keeps its number in the namespace; setgroups has to be given up for a map of one group.
void map_self(uid_t user, gid_t group) {
  const auto line = [](auto id) { return std::to_string(id) + " " + std::to_string(id) + " 1"; };
  if (!write_file("/proc/self/setgroups", "deny") ||
      !write_file("/proc/self/uid_map", line(user)) ||
      !write_file("/proc/self/gid_map", line(group))) {
    throw failed("cannot map the user into a namespace");
  }
}

struct Namespaces {
  bool pid = false;
  bool user = false;
  std::string status{};
};

Namespaces enter_namespaces() {
  if (::getpid() == 1) return {.pid = false, .user = false, .status = "on: the container's own"};
  constexpr int apart = CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWNET;
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  if (user == 0) {
    if (::unshare(apart) == 0) return {true, false, "on: pid, ipc, net"};
    if (::unshare(CLONE_NEWPID) == 0) return {true, false, "on: pid"};
  } else if (::unshare(CLONE_NEWUSER | CLONE_NEWNS | apart) == 0) {
    map_self(user, group);
    return {true, true, "on: user, pid, ipc, net, mount"};
  }
  return {false, false, "off: " + errno_text(errno)};
}

// The helper's parent stays behind only to be the process that the judge started and waits for.
[[noreturn]] void relay(pid_t helper) {
  ::syscall(SYS_close_range, 0U, ~0U, 0U);
  int status = 0;
  while (::waitpid(helper, &status, 0) < 0 && errno == EINTR) {
  }
  ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

void become_first() {
  const pid_t helper = ::fork();
  if (helper < 0) throw failed("cannot start the first process of a namespace");
  if (helper > 0) relay(helper);
}

std::string become_user(uid_t run_uid) {
  if (::geteuid() != 0) return "on: the caller's own, " + std::to_string(::geteuid());
  if (run_uid == 0) return "off: the solution runs as root";
  if (::setgroups(0, nullptr) != 0 || ::setresgid(run_uid, run_uid, run_uid) != 0 ||
      ::setresuid(run_uid, run_uid, run_uid) != 0) {
    throw failed("cannot become the solution's user");
  }
  return "on: " + std::to_string(run_uid);
}

void drop_capabilities() {
  __user_cap_header_struct head{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  std::array<__user_cap_data_struct, 2> none{};
  ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  if (::syscall(SYS_capset, &head, none.data()) != 0) throw failed("cannot drop capabilities");
}

// Descriptors 0 to 4 are the solution's channels; with all of them taken, nothing that is passed
// later can have such a number.
void keep_only(int keep) {
  constexpr int first_free = 5;
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) throw failed("cannot open /dev/null");
  if (keep < first_free) throw Error(ErrorKind::kInternal, "the socket is in a channel's place");
  for (int channel = 0; channel < first_free; ++channel) {
    if (::dup2(null, channel) < 0) throw failed("cannot fill the channels");
  }
  const auto kept = static_cast<unsigned>(keep);
  if (kept > first_free) ::syscall(SYS_close_range, first_free, kept - 1, 0U);
  ::syscall(SYS_close_range, kept + 1, ~0U, 0U);
}

void reset_signals() {
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
  sigset_t none{};
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

// RLIMIT_NPROC counts a user, so where others share it the limit is raised by what they have now.
std::uint64_t count_tasks_of(uid_t user) {
  std::uint64_t count = 0;
  const Proc proc = Proc::open();
  for (const ProcessState& state : proc.all()) {
    const Fd folder = proc.open_process(state.pid, -1);
    const std::string status = read_from_start(Proc::open_file(folder, "status", O_RDONLY));
    if (labelled(status, "\nUid:") == user) count += labelled(status, "\nThreads:").value_or(1);
  }
  return count;
}

}  // namespace

Confined confine(const HelperOptions& options, int keep) {
  reset_signals();
  ::umask(022);
  ::setsid();
  // Everything below inherits it: if the machine runs out of memory, the solution goes first.
  static_cast<void>(write_file("/proc/self/oom_score_adj", "900"));
  const Namespaces namespaces = enter_namespaces();
  if (namespaces.pid) become_first();
  const bool first = ::getpid() == 1;
  keep_only(keep);
  Proc proc = Proc::open();  // while there may still be a capability to mount one
  std::map<std::string, std::string> protections{{"namespaces", namespaces.status}};
  protections["uid"] = become_user(options.run_uid);
  drop_capabilities();
  // After the change of user, which clears it. In a container there is no parent to lose.
  if (namespaces.pid) ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (!first) ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) throw failed("cannot set no_new_privs");
  if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) throw failed("cannot become unreadable");
  protections["no_new_privs"] = "on";
  protections["helper"] = "on: not dumpable";
  protections["kill"] = first ? "on: every process of the namespace"
                              : "on: every descendant, by walking the process tree";
  const bool alone = first || options.run_uid != 0;
  // Alone: this process and, as long as it is of the same user, its parent.
  const std::uint64_t ours = namespaces.user ? 2 : 1;
  const std::uint64_t others = alone ? ours : count_tasks_of(::geteuid());
  protections["processes"] = alone ? "on" : "on: counted together with the user's other processes";
  return {.protections = std::move(protections),
          .first = first,
          .other_processes = others,
          .proc = std::move(proc)};
}

}  // namespace algo::sandbox
