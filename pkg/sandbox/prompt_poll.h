#pragma once

#include "sandbox/sandbox.h"

#include <poll.h>

#include <span>

namespace algo::sandbox {

// Processors that this process may use (sched_getaffinity(2)); 1 when that cannot be known.
[[nodiscard]] int usable_processors();

// Until when (CLOCK_MONOTONIC) it pays to look for an answer without sleeping: a warm worker or the
// helper answers in the time that a wake-up takes on a virtual machine. Some tens of microseconds
// from now; the past where there is one processor only, which the other side needs.
[[nodiscard]] Nanos prompt_end();

// poll(2) again and again, without sleeping, until something is ready or `end`. What poll returns.
[[nodiscard]] int poll_promptly(std::span<pollfd> entries, Nanos end);

}  // namespace algo::sandbox
