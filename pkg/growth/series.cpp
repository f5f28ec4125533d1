#include "growth/series.h"

#include <algorithm>
#include <cmath>

namespace algo::growth {

double Point::fastest() const {
  return *std::min_element(nanos.begin(), nanos.end());
}

double Point::median() const {
  std::vector<double> sorted = nanos;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[middle];
  return (sorted[middle - 1] + sorted[middle]) / 2;
}

double Point::slowest() const {
  return *std::max_element(nanos.begin(), nanos.end());
}

std::vector<std::uint64_t> sizes_between(std::uint64_t from, std::uint64_t to, std::size_t count) {
  std::vector<std::uint64_t> sizes;
  const double ratio = static_cast<double>(to) / static_cast<double>(from);
  for (std::size_t i = 0; i < count; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(count - 1);
    const double size = static_cast<double>(from) * std::pow(ratio, part);
    const auto n = std::clamp(static_cast<std::uint64_t>(std::llround(size)), from, to);
    if (sizes.empty() || n > sizes.back()) sizes.push_back(n);
  }
  return sizes;
}

}  // namespace algo::growth
