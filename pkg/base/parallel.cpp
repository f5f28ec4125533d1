#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace algo {

namespace {

// False when this user may have no more threads (pthread_create(3), EAGAIN).
bool start(std::vector<std::jthread>& threads, const std::function<void()>& work) {
  try {
    threads.emplace_back(work);
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace

void parallel_for(std::size_t count, const std::function<void(std::size_t)>& body) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) body(i);
  };
  const std::size_t useful = std::min<std::size_t>(count, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  while (helpers.size() + 1 < useful && start(helpers, work)) {
  }
  work();
}

}  // namespace algo
