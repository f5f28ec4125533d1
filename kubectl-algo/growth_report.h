#pragma once

#include "base/json.h"
#include "growth/chart.h"
#include "op.h"

#include <cstdint>
#include <string>
#include <vector>

namespace algo {

inline constexpr std::string_view kGrowthSchema = "kubectl-algo/growth/v1";

// One solution that was measured.
struct Measured {
  std::string origin{};
  std::string language{};
  std::string compiler{};
  growth::Curve curve{};
  std::uint64_t stopped_at = 0;  // the size that it did not get through; 0 = got through all
  std::string verdict{};         // of that size
  std::string cause{};
};

// Everything that `bench` and `compare` tell.
struct GrowthReport {
  std::string problem{};
  std::string generator{};
  std::uint64_t seed = 0;
  std::string inputs_sha256{};
  std::vector<Measured> measured{};      // one, or the two that are compared
  std::vector<std::string> differing{};  // inputs to which the two answered differently
  std::string plot{};                    // the picture's file
};

[[nodiscard]] Json to_json(const GrowthReport& report);

// A row per size: the fastest, median and slowest time of a solution and its memory, or the median
// times of two and their ratio.
[[nodiscard]] std::string growth_table(const GrowthReport& report);
// What follows from it, line by line: growth and how sure it is, where a solution stopped, which
// answers differ, where the picture is.
[[nodiscard]] std::string growth_summary(const GrowthReport& report);

}  // namespace algo
