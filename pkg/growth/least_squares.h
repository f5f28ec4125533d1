#pragma once

#include <vector>

namespace algo::growth {

// One measurement as the fit sees it: the value of every term, and what was measured.
struct Equation {
  std::vector<double> terms{};
  double value = 0;  // above 0
};

struct Solution {
  std::vector<double> coefficients{};  // one per term, each at least 0
  double error = 0;                    // sum of the squared relative errors
};

// The coefficients, none negative, with the least sum of squared errors relative to each value, so
// that a microsecond at a small size weighs as much as a millisecond at a large one. At most four
// terms: every choice of terms that are not zero is tried (Lawson and Hanson 1974, chapter 23,
// where the choice is searched for).
[[nodiscard]] Solution fit_non_negative(const std::vector<Equation>& equations);

}  // namespace algo::growth
