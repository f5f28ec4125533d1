#pragma once

#include "run/pods.h"
#include "run/submit.h"

#include <string>

namespace algo::run {

// The newest pod of the Job. Throws Error(kInput) when there is none.
[[nodiscard]] Json newest_pod(const Place& place, const Json& job);

// The whole log of one container as it is on the node now. Throws Error.
[[nodiscard]] std::string pod_log(const Place& place,
                                  const Json& pod,
                                  const std::string& container);

}  // namespace algo::run
