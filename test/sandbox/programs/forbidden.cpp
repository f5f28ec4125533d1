// Does one forbidden act, named by the first argument. Exits 9 if nobody stopped it.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace {

constexpr int kNotStopped = 9;

struct Act {
  const char* name;
  long (*run)();
};

long clone_into(unsigned long flags) {
  return ::syscall(SYS_clone, flags, 0, 0, 0, 0);
}

const Act kActs[] = {
    {"socket", [] { return static_cast<long>(::socket(AF_INET, SOCK_STREAM, 0)); }},
    {"socket:netlink", [] { return static_cast<long>(::socket(AF_NETLINK, SOCK_RAW, 0)); }},
    {"ptrace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
    {"process_vm_readv",
     [] { return static_cast<long>(::process_vm_readv(1, nullptr, 0, nullptr, 0, 0)); }},
    {"unshare", [] { return static_cast<long>(::unshare(CLONE_NEWUSER)); }},
    {"clone", [] { return clone_into(CLONE_NEWUSER | CLONE_NEWPID); }},
    {"mount", [] { return static_cast<long>(::mount("x", "/", "tmpfs", 0, nullptr)); }},
    {"chroot", [] { return static_cast<long>(::chroot("/")); }},
    {"reboot", [] { return static_cast<long>(::reboot(RB_DISABLE_CAD)); }},
    {"bpf", [] { return ::syscall(SYS_bpf, 0, nullptr, 0); }},
    {"keyctl", [] { return ::syscall(SYS_keyctl, 0, 0, 0, 0, 0); }},
    {"perf_event_open", [] { return ::syscall(SYS_perf_event_open, nullptr, 0, 0, 0, 0); }},
    {"userfaultfd", [] { return ::syscall(SYS_userfaultfd, 0); }},
    {"memfd_create", [] { return ::syscall(SYS_memfd_create, "x", 0); }},
    {"shmget", [] { return ::syscall(SYS_shmget, 0, 4096, 0600); }},
    {"setuid", [] { return ::syscall(SYS_setuid, 0); }},
    {"execveat", [] { return ::syscall(SYS_execveat, -1, "", nullptr, nullptr, 0); }},
};

// What fails, but is no reason to stop anybody: the error it must give.
struct Refusal {
  const char* name;
  int error;
  long (*run)();
};

const Refusal kRefusals[] = {
    {"unix socket", EACCES, [] { return static_cast<long>(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
    {"clone3", ENOSYS, [] { return ::syscall(SYS_clone3, nullptr, 0); }},
    {"io_uring_setup", ENOSYS, [] { return ::syscall(SYS_io_uring_setup, 0, nullptr); }},
    {"unknown call", ENOSYS, [] { return ::syscall(1000); }},
    {"limits of process 1", EPERM, [] { return ::syscall(SYS_prlimit64, 1, 0, nullptr, nullptr); }},
    {"processors of process 1",
     EPERM,
     [] { return ::syscall(SYS_sched_setaffinity, 1, 0, nullptr); }},
};

int refusals() {
  int wrong = 0;
  for (const Refusal& refusal : kRefusals) {
    ++wrong;
    errno = 0;
    if (refusal.run() >= 0 || errno != refusal.error) return wrong;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const char* wanted = argc > 1 ? argv[1] : "";
  if (std::strcmp(wanted, "refusals") == 0) return refusals();
  for (const Act& act : kActs) {
    if (std::strcmp(act.name, wanted) == 0) static_cast<void>(act.run());
  }
  return kNotStopped;
}
