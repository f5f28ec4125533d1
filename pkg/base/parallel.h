#pragma once

#include <cstddef>
#include <functional>

namespace algo {

// Calls body(0) … body(count - 1) on as many threads as this process may use processors, this one
// among them, and returns when all have ended. They begin in ascending order. Where no thread is to
// be had, this one does it all. `body` must not throw.
void parallel_for(std::size_t count, const std::function<void(std::size_t)>& body);

}  // namespace algo
