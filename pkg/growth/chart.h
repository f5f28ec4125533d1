#pragma once

#include "growth/fit.h"
#include "growth/series.h"

#include <optional>
#include <string>
#include <vector>

namespace algo::growth {

struct Curve {
  Series series{};
  std::optional<Fit> fit{};
};

// A self-contained SVG 1.1 picture: time over n, both axes logarithmic; a dot for the median of
// each size, a whisker from the fastest to the slowest, and the fitted curve. Colours are those of
// Okabe and Ito, which the colour-blind can tell apart, and every curve has its own dots. Nothing
// in it is loaded from elsewhere; texts are escaped. At least one curve with at least one point.
[[nodiscard]] std::string chart(const std::vector<Curve>& curves,
                                const std::string& title,
                                const std::string& footnote);

}  // namespace algo::growth
