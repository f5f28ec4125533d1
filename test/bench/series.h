#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace algo::bench {

using Nanos = std::chrono::nanoseconds;

// Measurements of one thing.
class Series {
 public:
  void add(Nanos one) { all_.push_back(one); }
  // Throws std::logic_error when nothing was measured.
  [[nodiscard]] Nanos median() const;
  // "1.2 ms (1.1 ms to 3 ms)": median, smallest and largest.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<Nanos> all_;
};

// Runs both in turns, A B A B …, so that whatever else the machine does falls on both alike.
template <typename A, typename B>
void in_turns(int rounds, const A& a, const B& b) {
  for (int i = 0; i < rounds; ++i) {
    a();
    b();
  }
}

// Time from before the call to after it.
template <typename Call>
[[nodiscard]] Nanos time_of(const Call& call) {
  const auto start = std::chrono::steady_clock::now();
  call();
  return std::chrono::steady_clock::now() - start;
}

// "1.25", "12", "0.04": two digits that say something.
[[nodiscard]] std::string ratio_text(Nanos one, Nanos other);

}  // namespace algo::bench
