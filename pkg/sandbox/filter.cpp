#include "sandbox/filter.h"

#include "base/error.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <span>
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

std::string name_of(int number) {
  for (const NamedCall& call : kNamedCalls) {
    if (call.number == number) return call.name;
  }
  return "system call " + std::to_string(number);
}

sock_fprog program(std::vector<sock_filter>& code) {
  return {.len = static_cast<unsigned short>(code.size()), .filter = code.data()};
}

// The generated filters hold marks in place of what is known only now.
std::vector<sock_filter> with_marks(std::span<const sock_filter> generated, bool listening) {
  constexpr std::uint32_t ask = SECCOMP_RET_USER_NOTIF;
  // Without a listener a notification would be answered ENOSYS; forbidden acts must end the
  // process.
  const std::uint32_t forbidden = listening ? ask : SECCOMP_RET_KILL_PROCESS;
  const std::uint32_t large = listening ? ask : SECCOMP_RET_ALLOW;
  const std::uint32_t shared = listening ? ask : SECCOMP_RET_ERRNO | static_cast<unsigned>(ENOMEM);
  std::vector<sock_filter> code(generated.begin(), generated.end());
  for (sock_filter& one : code) {
    if (BPF_CLASS(one.code) != BPF_RET) continue;
    if (one.k == kForbiddenMark) one.k = forbidden;
    if (one.k == kLargeMappingMark) one.k = large;
    if (one.k == kSharedMappingMark) one.k = shared;
  }
  return code;
}

std::span<const sock_filter> generated_for(Calls calls) {
  switch (calls) {
    case Calls::kRuntime:
      return kRuntimeFilter;
    case Calls::kJit:
      return kJitFilter;
    default:
      return kNativeFilter;
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

InstalledFilter install_filter(Policy policy, Calls calls) {
  if (policy == Policy::kCompile) {
    return install_quietly({kCompileFilter.begin(), kCompileFilter.end()}, "on: acts are refused");
  }
#ifdef ALGO_TEST_WITHOUT_SECCOMP  // in a program of test/hostile alone, to show that attacks bite
  return {.listener = Fd(), .status = "off: switched off by a test"};
#endif
  const std::span<const sock_filter> generated = generated_for(calls);
  const std::string listed = ", allow-list " + std::string(word(calls));
  std::vector<sock_filter> code = with_marks(generated, true);
  sock_fprog filter = program(code);
  const long listener = seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);
  if (listener >= 0) {
    return {.listener = Fd(static_cast<int>(listener)), .status = "on: acts are named" + listed};
  }
  return install_quietly(with_marks(generated, false), "on: acts are not named" + listed);
}

std::optional<Notice> next_notice(int listener) {
  // The kernel may know a larger struct than these headers and insists on zeroes.
  union {
    seccomp_notif notification;
    std::array<char, 1024> room;
  } buffer{.room = {}};
  if (::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &buffer.notification) != 0) return std::nullopt;
  const seccomp_data& call = buffer.notification.data;
  Notice notice;
  notice.id = buffer.notification.id;
  notice.thread = static_cast<pid_t>(buffer.notification.pid);
  if (call.nr == SYS_mmap) {
    notice.about = (call.args[3] & MAP_SHARED) != 0 ? Notice::About::kSharedMapping
                                                    : Notice::About::kLargeMapping;
    notice.bytes = (call.args[2] & PROT_WRITE) != 0 ? call.args[1] : 0;
  } else {
    notice.act = name_of(call.nr);
  }
  return notice;
}

void answer(int listener, const Notice& notice, int error) {
  union {
    seccomp_notif_resp response;
    std::array<char, 1024> room;
  } buffer{.room = {}};
  buffer.response.id = notice.id;
  buffer.response.error = -error;
  if (error == 0) buffer.response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  static_cast<void>(::ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &buffer.response));
}

}  // namespace algo::sandbox
