#pragma once

#include "base/json.h"

#include <string>

namespace algo::judge {

// What this process, and so a solution beside it, can see and do here: kernel, landlock (ABI, 0 =
// none), seccomp (mode of /proc/PID/status), noNewPrivileges, capabilities (bounding set, hex),
// userNamespaces ("refused: …" or "allowed"), cgroup (version), oomGroup and pidsMax (the kernel's
// words, "" = not to be seen), readOnlyRoot, network (try_connection of that address). Never throws
// for what is missing.
[[nodiscard]] Json probe_facts(const std::string& address, const std::string& port);

// Whether the address ("10.0.0.1", a decimal port) answers within a second: "open", "closed:
// reason", or "" for what is no address.
[[nodiscard]] std::string try_connection(const std::string& address, const std::string& port);

}  // namespace algo::judge
