#include "sandbox/prompt_poll.h"

#include "sandbox/meter.h"

#include <sched.h>

namespace algo::sandbox {
namespace {

// A case in a warm worker takes 30 µs when nobody falls asleep, and 90 when everybody does; more
// than twice as long is never won back.
constexpr Nanos kLookFor = std::chrono::microseconds(60);

}  // namespace

int usable_processors() {
  cpu_set_t set{};
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

Nanos prompt_end() {
  static const bool kAlone = usable_processors() == 1;
  return kAlone ? Nanos(0) : monotonic_now() + kLookFor;
}

int poll_promptly(std::span<pollfd> entries, Nanos end) {
  int ready = 0;
  do {
    ready = ::poll(entries.data(), entries.size(), 0);
  } while (ready == 0 && monotonic_now() < end);
  return ready;
}

}  // namespace algo::sandbox
