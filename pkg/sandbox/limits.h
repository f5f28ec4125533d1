#pragma once

#include "sandbox/sandbox.h"

#include <sys/resource.h>

#include <vector>

namespace algo::sandbox {

struct ResourceLimit {
  int resource = 0;
  rlimit limit{};
};

// The setrlimit(2) calls that a new process makes before exec, none of them above what this process
// may hand on. `worker` processes get no RLIMIT_CPU, since they use time for many cases;
// `other_processes` is added to the number of processes.
[[nodiscard]] std::vector<ResourceLimit> resource_limits(const Limits& limits,
                                                         Policy policy,
                                                         bool worker,
                                                         std::uint64_t other_processes);

}  // namespace algo::sandbox
