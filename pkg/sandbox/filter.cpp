#include "sandbox/filter.h"

#include "base/error.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <vector>

namespace algo::sandbox {
namespace {

struct NamedCall {
  int number;
  const char* name;
};

#include "sandbox_filters.inc"

long seccomp(unsigned operation, unsigned flags, void* argument) {
  return ::syscall(SYS_seccomp, operation, flags, argument);
}

sock_fprog program(std::vector<sock_filter>& code) {
  return {.len = static_cast<unsigned short>(code.size()), .filter = code.data()};
}

// Without a listener a notification would be answered ENOSYS; forbidden acts must end the process.
void kill_instead_of_notify(std::vector<sock_filter>& code) {
  for (sock_filter& one : code) {
    if (BPF_CLASS(one.code) == BPF_RET && one.k == SECCOMP_RET_USER_NOTIF) {
      one.k = SECCOMP_RET_KILL_PROCESS;
    }
  }
}

InstalledFilter install_quietly(std::vector<sock_filter> code, std::string status) {
  sock_fprog filter = program(code);
  if (seccomp(SECCOMP_SET_MODE_FILTER, 0, &filter) != 0) {
    return {.listener = {}, .status = "off: " + errno_text(errno)};
  }
  return {.listener = {}, .status = std::move(status)};
}

}  // namespace

InstalledFilter install_filter(Policy policy) {
  if (policy == Policy::kCompile) {
    return install_quietly({kCompileFilter.begin(), kCompileFilter.end()}, "on: acts are refused");
  }
  std::vector<sock_filter> code(kRunFilter.begin(), kRunFilter.end());
  sock_fprog filter = program(code);
  const long listener = seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);
  if (listener >= 0) {
    return {.listener = Fd(static_cast<int>(listener)), .status = "on: acts are named"};
  }
  kill_instead_of_notify(code);
  return install_quietly(std::move(code), "on: acts are not named");
}

std::optional<std::string> next_forbidden_act(int listener) {
  // The kernel may know a larger struct than these headers and insists on zeroes.
  union {
    seccomp_notif notification;
    std::array<char, 1024> room;
  } buffer{.room = {}};
  if (::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &buffer.notification) != 0) return std::nullopt;
  const int number = buffer.notification.data.nr;
  for (const NamedCall& call : kNamedCalls) {
    if (call.number == number) return call.name;
  }
  return "system call " + std::to_string(number);
}

}  // namespace algo::sandbox
