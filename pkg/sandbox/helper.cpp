// Theory of operation
//
// Processes. The trusted side (the judge) starts or connects to one helper per policy; the helper
// starts the solution, one process (with its descendants) at a time:
//
//     judge ──socket── helper ──clone+exec── solution ── its children …
//       └─ relay (local runs only: parent of the helper, waits, does nothing else)
//
// In a pod the helper is PID 1 of its container. On a user's machine it makes namespaces if the
// kernel lets it and becomes PID 1 of a PID namespace; the relay is the half that cannot enter it.
// Where neither is possible it is the reaper of its descendants (PR_SET_CHILD_SUBREAPER).
//
// The socket (SOCK_SEQPACKET, wire.h) carries commands to the helper and numbers back. Data never
// passes through the helper: the descriptors of the solution's stdin, stdout, stderr, answers and
// requests come with the command and are closed here once the solution has them. So an attacker who
// takes over the helper finds no inputs and no expected outputs, and can only report wrong numbers
// about a solution that is its own.
//
// A case may also be a copy of a process that stands before the solution's first line (zygote.h).
// It is a child of the helper as well, and the zygote the only process that lives on between cases.
//
// Privileges. The helper drops root and all capabilities before it listens to anybody: it and the
// solution are the same, unprivileged user. What keeps the two apart is that the helper is not
// dumpable (no ptrace, no /proc/PID/mem), that the solution lives in a Landlock domain of its own
// (no signals to the outside, no files but what landlock.cpp lists, no TCP), and that the system
// call filter refuses what would change another process. The filter is installed once, in the
// helper, because installing one costs as much as starting a program; Landlock is applied between
// fork and exec, because the helper must stay outside of the solution's domain.
//
// A forbidden act stops the solution inside the call and wakes the helper, which notes the name of
// the call and kills everything. A request for a megabyte of memory or more does so too, but then
// the call goes on: the kernel decides, and the helper only knows whether it will have said no,
// which nothing tells afterwards when the program dies of it. The helper must never do either after
// the installation.
//
// Who kills whom. The solution's end, a limit, a forbidden act, the judge's wish and the judge's
// disappearance (end of file on the socket) all lead to the same place: Runner::kill_all, after
// which nothing of the solution is left; only then is the end reported. If the helper dies, its
// PID namespace dies with it (or PR_SET_PDEATHSIG ends the solution); if the relay or the judge
// dies, PR_SET_PDEATHSIG ends the helper.
//
// Measuring. CPU time is user + system time of all processes: exact sums from wait4(2) at the end,
// CPU clocks of live processes before that. A child of the solution that is discarded unseen
// (SIGCHLD ignored) is only counted while it lives. Peak memory is ru_maxrss, which a new process
// inherits from whoever starts it: that is why this process must stay small and hold nothing.
#include "sandbox/helper.h"

#include "base/error.h"
#include "base/text.h"
#include "sandbox/confine.h"
#include "sandbox/filter.h"
#include "sandbox/serve.h"

#include <fcntl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace algo::sandbox {
namespace {

constexpr int kFirstOwn = 5;  // 0 to 4 are the solution's channels
constexpr std::size_t kMaxFault = 450;
constexpr int kFailed = 70;  // EX_SOFTWARE, sysexits.h

Error failed(const std::string& what) {
  return {ErrorKind::kInternal, what, errno_text(errno)};
}

// SIGTERM from outside the container ends it at once; from inside (pid known) it is the solution's.
void end_on_sigterm(int /*signal*/, siginfo_t* info, void* /*context*/) {
  if (::getpid() != 1 || info->si_code != SI_USER || info->si_pid == 0) ::_exit(0);
}

void obey_sigterm() {
  struct sigaction action{};
  action.sa_sigaction = end_on_sigterm;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  ::sigaction(SIGTERM, &action, nullptr);
}

Fd listen_at(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    throw Error(ErrorKind::kInternal, "the socket's path is too long", path);
  }
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  ::unlink(path.c_str());  // of an earlier life of this container
  Fd socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
  // NOLINTNEXTLINE(*-reinterpret-cast): how bind(2) takes every kind of address
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  if (!socket.valid() || ::bind(socket.get(), generic, sizeof address) != 0 ||
      ::chmod(path.c_str(), 0666) != 0 || ::listen(socket.get(), 1) != 0) {
    throw failed("cannot listen on " + path);
  }
  return socket;
}

bool is_welcome(const Fd& peer, const HelperOptions& options) {
  if (!peer.valid()) return false;
  ucred who{};
  socklen_t size = sizeof who;
  if (::getsockopt(peer.get(), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return false;
  return !options.peer_uid || who.uid == *options.peer_uid;
}

Fd welcome_next(const Fd& socket, const HelperOptions& options) {
  while (true) {
    Fd peer(::accept4(socket.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (is_welcome(peer, options)) return peer;
  }
}

Fd watch_children() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  if (sigprocmask(SIG_BLOCK, &set, nullptr) != 0) throw failed("cannot block SIGCHLD");
  Fd children(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!children.valid()) throw failed("cannot watch children");
  return children;
}

Hello make_hello(const Confined& confined, std::string filter) {
  Hello hello;
  hello.protections = confined.protections;
  hello.protections["landlock"] = landlock_status();
  hello.protections["seccomp"] = std::move(filter);
  const bool tree = confined.proc.lists_our_pids();
  hello.measured_by["time"] = "wait4 rusage, user + system; live: process CPU clocks";
  if (!tree) hello.measured_by["time"] += " (children only once they have ended)";
  hello.measured_by["memory"] = "ru_maxrss of the largest process; reused workers: VmHWM per case";
  utsname system{};
  if (::uname(&system) == 0)
    hello.kernel = std::string(&system.sysname[0]) + " " + &system.release[0];
  return hello;
}

void tell_fault(const Fd& socket, const std::string& why) {
  PacketWriter writer(Message::kFault, 0);
  writer.text(shorten(why, kMaxFault));
  static_cast<void>(PacketSocket(socket.get()).send(writer.bytes(), {}));
}

// From here on this process is the helper proper.
void run(const HelperOptions& options, const Fd& socket) {
  const Confined confined = confine(options, socket.get());
  const Fd children = watch_children();
  if (!options.listen.empty()) obey_sigterm();
  Programs programs({options.policy, options.readable, options.writable, ""});
  Runner runner(options, confined, programs);
  InstalledFilter filter = install_filter(options.policy, options.calls);
  const Hello hello = make_hello(confined, std::move(filter.status));
  if (options.listen.empty()) {
    serve(socket.get(), children.get(), filter.listener.get(), hello, runner);
    return;
  }
  while (true) {
    const Fd peer = welcome_next(socket, options);
    if (!options.fault.empty()) {
      tell_fault(peer, options.fault);
    } else {
      serve(peer.get(), children.get(), filter.listener.get(), hello, runner);
    }
  }
}

Fd own_socket(const HelperOptions& options) {
  const Fd socket = options.listen.empty() ? Fd(options.socket_fd) : listen_at(options.listen);
  Fd moved(::fcntl(socket.get(), F_DUPFD_CLOEXEC, kFirstOwn));
  if (!moved.valid()) throw failed("the socket is not open");
  return moved;
}

// The trusted side is the only one to tell. A container that ended would only be started again, so
// there whoever asks is told.
void tell(const Error& error, const HelperOptions& options, const Fd& socket) {
  const std::string text =
      std::string(error.what()) + (error.why().empty() ? "" : ": " + error.why());
  if (options.listen.empty()) {
    tell_fault(socket, text);
    return;
  }
  obey_sigterm();
  while (true) tell_fault(welcome_next(socket, options), text);
}

}  // namespace

int helper_main(const HelperOptions& options) {
  const Fd socket = own_socket(options);
  const pid_t started_as = ::getpid();
  int code = 0;
  try {
    run(options, socket);
  } catch (const Error& error) {
    tell(error, options, socket);
    code = kFailed;
  }
  // The forked half has no business in the caller's code.
  if (::getpid() != started_as) ::_exit(code);
  return code;
}

}  // namespace algo::sandbox
