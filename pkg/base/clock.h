#pragma once

#include <chrono>
#include <ctime>
#include <string>

namespace algo {

using Nanos = std::chrono::nanoseconds;

// As ppoll(2) and timers take it.
[[nodiscard]] inline timespec to_timespec(Nanos time) {
  return {.tv_sec = time.count() / 1'000'000'000, .tv_nsec = time.count() % 1'000'000'000};
}

// "2024-01-02T03:04:05Z" (RFC 3339, UTC, whole seconds).
[[nodiscard]] std::string rfc3339(std::chrono::system_clock::time_point time);

// Time as an effect: monotonic time since an arbitrary start, and the calendar.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Nanos monotonic() const = 0;  // CLOCK_MONOTONIC
  [[nodiscard]] virtual std::chrono::system_clock::time_point calendar() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Nanos monotonic() const override {
    return std::chrono::steady_clock::now().time_since_epoch();
  }
  [[nodiscard]] std::chrono::system_clock::time_point calendar() const override {
    return std::chrono::system_clock::now();
  }
};

}  // namespace algo
