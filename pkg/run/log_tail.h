#pragma once

#include "run/follow.h"

#include <functional>
#include <string>
#include <string_view>

namespace algo::run {

// Gives the log of one of the pod's containers line by line (LF included) as it grows, from its
// beginning until the container has ended; waits for one that has not started. `pod` is as the
// server returned it. Throws Error: refusals, Error(kInterrupted).
void tail_log(const Line& line,
              const Json& pod,
              const std::string& container,
              const std::function<void(std::string_view)>& on_text);

}  // namespace algo::run
