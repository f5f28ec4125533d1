#pragma once

#include "sandbox/helper.h"
#include "sandbox/proc.h"

#include <map>
#include <string>

namespace algo::sandbox {

// What the helper has become.
struct Confined {
  std::map<std::string, std::string> protections{};
  // This process is PID 1: every other process it can see is the solution's.
  bool first = false;
  // Processes of this user that RLIMIT_NPROC will count besides the solution's.
  std::uint64_t other_processes = 0;
  Proc proc;
};

// Gives the process its own namespaces where that is possible, makes it PID 1 of one (by a fork:
// the caller goes on in the child, the parent waits and ends with it), drops root and all
// capabilities, closes every descriptor but `keep` (0 to 4 become /dev/null) and makes it
// unreadable for others. Throws Error(kInternal) when it would have to go on as another user than
// asked for.
[[nodiscard]] Confined confine(const HelperOptions& options, int keep);

}  // namespace algo::sandbox
