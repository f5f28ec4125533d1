#include "judge/probe_facts.h"

#include "base/error.h"
#include "base/fd.h"
#include "sandbox/landlock.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace algo::judge {
namespace {

constexpr const char* kCgroup = "/sys/fs/cgroup";

// A file of the kernel's, without its last line end; "" when it cannot be read.
std::string kernel_file(const std::string& path) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 4096> bytes{};
  const ssize_t got = file.valid() ? ::read(file.get(), bytes.data(), bytes.size()) : 0;
  std::string text(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// The word behind "Name:" in /proc/self/status (proc(5)).
std::string status_word(const std::string& status, const std::string& name) {
  std::size_t at = status.find("\n" + name + ":");
  if (at == std::string::npos) return "";
  at = status.find_first_not_of(" \t", at + name.size() + 2);
  return status.substr(at, status.find_first_of("\t\n", at) - at);
}

std::string user_namespaces() {
  const pid_t child = ::fork();
  if (child < 0) return "";
  if (child == 0) ::_exit(::unshare(CLONE_NEWUSER) == 0 ? 0 : errno);
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return "";
  return WEXITSTATUS(status) == 0 ? "allowed" : "refused: " + errno_text(WEXITSTATUS(status));
}

int cgroup_version() {
  struct statfs system{};
  if (::statfs(kCgroup, &system) != 0) return 0;
  return system.f_type == CGROUP2_SUPER_MAGIC ? 2 : 1;
}

bool read_only_root() {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const Fd made(::open("/", O_RDWR | O_TMPFILE | O_CLOEXEC, 0600));
  return !made.valid();
}

std::string connected(const Fd& socket, const sockaddr* address, socklen_t size) {
  constexpr int kMilliseconds = 1000;
  if (::connect(socket.get(), address, size) == 0) return "open";
  if (errno != EINPROGRESS) return "closed: " + errno_text(errno);
  pollfd entry{.fd = socket.get(), .events = POLLOUT, .revents = 0};
  if (::poll(&entry, 1, kMilliseconds) <= 0) return "closed: no answer";
  int problem = 0;
  socklen_t length = sizeof problem;
  ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &problem, &length);
  // A refusal is an answer of the other side, so the way there is open.
  if (problem == 0 || problem == ECONNREFUSED) return "open";
  return "closed: " + errno_text(problem);
}

}  // namespace

std::string try_connection(const std::string& address, const std::string& port) {
  std::uint16_t number = 0;
  std::from_chars(port.data(), port.data() + port.size(), number);
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(number);
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(number);
  const bool is_v4 = ::inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1;
  if (!is_v4 && ::inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) != 1) return "";
  const Fd socket(
      ::socket(is_v4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!socket.valid()) return "closed: " + errno_text(errno);
  // NOLINTBEGIN(*-reinterpret-cast): how connect(2) takes every kind of address
  if (is_v4) return connected(socket, reinterpret_cast<const sockaddr*>(&v4), sizeof v4);
  return connected(socket, reinterpret_cast<const sockaddr*>(&v6), sizeof v6);
  // NOLINTEND(*-reinterpret-cast)
}

Json probe_facts(const std::string& address, const std::string& port) {
  const std::string status = kernel_file("/proc/self/status");
  utsname machine{};
  ::uname(&machine);
  // Version 1 has one hierarchy for each controller.
  const int version = cgroup_version();
  const std::string pids = std::string(kCgroup) + (version == 2 ? "/pids.max" : "/pids/pids.max");
  return {{"kernel", std::string(&machine.sysname[0]) + " " + &machine.release[0]},
          {"landlock", sandbox::landlock_abi()},
          {"seccomp", status_word(status, "Seccomp")},
          {"noNewPrivileges", status_word(status, "NoNewPrivs") == "1"},
          {"capabilities", status_word(status, "CapBnd")},
          {"uidMap", kernel_file("/proc/self/uid_map")},
          {"userNamespaces", user_namespaces()},
          {"cgroup", version},
          {"oomGroup", kernel_file(std::string(kCgroup) + "/memory.oom.group")},
          {"pidsMax", kernel_file(pids)},
          {"readOnlyRoot", read_only_root()},
          {"network", try_connection(address, port)}};
}

}  // namespace algo::judge
