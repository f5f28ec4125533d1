#pragma once

#include "growth/series.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace algo::growth {

inline constexpr std::size_t kLeastSizes = 5;  // fewer decide nothing
inline constexpr std::size_t kResamples = 400;

struct Candidate {
  std::string model{};  // a name of models()
  double share = 0;     // of the resamples that chose it, 0 to 1
};

// How a solution's time grows. The model is the one with the least AICc (Hurvich and Tsai 1989) on
// the fastest time of each size, for noise only ever adds; how sure that is, a bootstrap says
// (Efron 1979): sizes, and inputs within a size, are drawn anew kResamples times, and the share of
// draws that end with the same model is its confidence. Nothing is random but by `seed`.
struct Fit {
  std::string model{};
  double share = 0;
  std::vector<Candidate> others{};     // that any resample chose; likeliest first
  std::vector<double> coefficients{};  // of 1, n and f(n), in ns
  double exponent = 0;                 // slope of log time over log n, larger half of the sizes
  double exponent_low = 0;             // 95 % of the resamples lie between
  double exponent_high = 0;

  [[nodiscard]] double at(double n) const;  // ns
};

// nullopt with fewer than kLeastSizes sizes.
[[nodiscard]] std::optional<Fit> fit(const Series& series, std::uint64_t seed);

}  // namespace algo::growth
