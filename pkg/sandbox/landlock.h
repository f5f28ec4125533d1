#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <string>
#include <vector>

namespace algo::sandbox {

// The Landlock ABI of the running kernel (landlock(7)), 0 when it has none or it is switched off.
[[nodiscard]] int landlock_abi();
// For Hello: what is enforced, or "off: reason".
[[nodiscard]] std::string landlock_status();

struct LandlockPaths {
  Policy policy = Policy::kRun;
  std::vector<std::string> readable{};
  std::vector<std::string> writable{};
  std::string toolchain{};  // folder of an interpreter or compiler outside the system's; "" = none
};

// A ruleset to be applied by landlock_restrict_self(2) between fork and exec. Invalid when the
// kernel has no Landlock. Throws Error(kInternal) when one of the given folders cannot be opened;
// system folders may be absent.
[[nodiscard]] Fd make_ruleset(const LandlockPaths& paths);

// Whether `path` lies below one of the system's folders that every ruleset opens for reading.
[[nodiscard]] bool below_system_folders(const std::string& path);

}  // namespace algo::sandbox
