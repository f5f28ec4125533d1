#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace algo::growth {

// What was measured at one size of input.
struct Point {
  std::uint64_t n = 0;            // at least 1
  std::vector<double> nanos{};    // CPU time of every input of this size; never empty
  std::uint64_t peak_memory = 0;  // bytes, the largest of them

  [[nodiscard]] double fastest() const;
  [[nodiscard]] double median() const;
  [[nodiscard]] double slowest() const;
};

// One solution's measurements, by growing n.
struct Series {
  std::string label{};
  std::vector<Point> points{};
};

// `count` sizes from `from` to `to`, both included, in equal steps of the logarithm; fewer where
// neighbours would be equal. 1 <= from <= to, count >= 2.
[[nodiscard]] std::vector<std::uint64_t> sizes_between(std::uint64_t from,
                                                       std::uint64_t to,
                                                       std::size_t count);

}  // namespace algo::growth
