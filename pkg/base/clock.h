#pragma once

#include <chrono>

namespace algo {

using Nanos = std::chrono::nanoseconds;

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
