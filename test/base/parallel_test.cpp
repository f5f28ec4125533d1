#include "base/parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace algo {

TEST_CASE("parallel_for: calls every number once, and has ended when it returns") {
  for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
    std::vector<std::atomic<int>> calls(count);
    parallel_for(count, [&](std::size_t i) { ++calls[i]; });
    CHECK(std::ranges::all_of(calls, [](const std::atomic<int>& times) { return times == 1; }));
  }
}

TEST_CASE("parallel_for: a number begins after all smaller ones") {
  std::atomic<std::size_t> begun{0};
  std::vector<std::size_t> before(100);
  parallel_for(before.size(), [&](std::size_t i) { before[i] = begun++; });
  // Each thread has at most one number that it has taken but not counted yet.
  const std::size_t threads = std::max(std::thread::hardware_concurrency(), 1U);
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i] + threads > i);
}

}  // namespace algo
