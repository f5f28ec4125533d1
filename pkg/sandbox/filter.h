#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace algo::sandbox {

struct InstalledFilter {
  Fd listener{};         // readable when a process waits in a call of interest; kRun only
  std::string status{};  // for Hello
};

// Puts the calling process and all its future children under a system call filter, for good: for
// Policy::kRun the one that allows `calls`. Needs no_new_privs. The caller must never do an act
// that is forbidden, or map a megabyte at once: it would wait for itself.
[[nodiscard]] InstalledFilter install_filter(Policy policy, Calls calls);

// A process below waits inside a system call until it is answered or killed.
struct Notice {
  enum class About {
    kForbidden,      // an act; `act` names it
    kLargeMapping,   // a megabyte or more of private memory, of which `bytes` count to RLIMIT_DATA
    kSharedMapping,  // anonymous memory that RLIMIT_DATA would not see
  };
  About about = About::kForbidden;
  std::string act{};
  std::uint64_t bytes = 0;
  pid_t thread = 0;
  std::uint64_t id = 0;  // for `answer`
};

// nullopt when it is gone already.
[[nodiscard]] std::optional<Notice> next_notice(int listener);
// Lets the call go on to the kernel (`error` 0), or fail with `error`.
void answer(int listener, const Notice& notice, int error);

}  // namespace algo::sandbox
