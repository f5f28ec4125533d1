#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <optional>
#include <string>

namespace algo::sandbox {

struct InstalledFilter {
  Fd listener{};         // readable when a process did a forbidden act; kRun only
  std::string status{};  // for Hello
};

// Puts the calling process and all its future children under the policy's system call filter, for
// good. Needs no_new_privs. The caller must never do a forbidden act itself: it would wait for
// itself.
[[nodiscard]] InstalledFilter install_filter(Policy policy);

// The forbidden act that a process below is stopped in, e.g. "socket"; nullopt when it is gone
// already.
[[nodiscard]] std::optional<std::string> next_forbidden_act(int listener);

}  // namespace algo::sandbox
