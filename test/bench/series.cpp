#include "bench/series.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace algo::bench {

Nanos Series::median() const {
  if (all_.empty()) throw std::logic_error("nothing was measured");
  std::vector<Nanos> sorted = all_;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  return *middle;
}

std::string Series::text() const {
  const auto [least, most] = std::minmax_element(all_.begin(), all_.end());
  return human_duration(median()) + " (" + human_duration(*least) + " to " + human_duration(*most) +
         ")";
}

std::string ratio_text(Nanos one, Nanos other) {
  const double ratio = static_cast<double>(one.count()) / static_cast<double>(other.count());
  std::array<char, 32> text{};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): printf's rounding is what is wanted
  std::snprintf(text.data(), text.size(), ratio < 10 ? "%.2f" : "%.0f", ratio);
  return text.data();
}

}  // namespace algo::bench
