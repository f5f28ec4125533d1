#pragma once

#include "base/clock.h"

#include <chrono>

namespace algo::test {

// A clock that moves only when it is told to. Both of its times advance together.
class FakeClock final : public Clock {
 public:
  [[nodiscard]] Nanos monotonic() const override { return monotonic_; }
  [[nodiscard]] std::chrono::system_clock::time_point calendar() const override {
    return calendar_;
  }

  void advance(Nanos by) {
    monotonic_ += by;
    calendar_ += std::chrono::duration_cast<std::chrono::system_clock::duration>(by);
  }
  void set_calendar(std::chrono::system_clock::time_point now) { calendar_ = now; }

 private:
  Nanos monotonic_{std::chrono::seconds(1000)};
  // 2024-01-02T03:04:05Z
  std::chrono::system_clock::time_point calendar_{std::chrono::seconds(1704164645)};
};

}  // namespace algo::test
