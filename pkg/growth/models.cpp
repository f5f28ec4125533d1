#include "growth/models.h"

#include <cmath>

namespace algo::growth {

const std::vector<Model>& models() {
  constexpr double most_doublings = 60;
  static const std::vector<Model> kAll{
      {"1", [](double) { return 0.0; }},
      {"log n", [](double n) { return std::log2(n); }},
      {"n", [](double n) { return n; }},
      {"n log n", [](double n) { return n * std::log2(n); }},
      {"n²", [](double n) { return n * n; }, true},
      {"n² log n", [](double n) { return n * n * std::log2(n); }, true},
      {"n³", [](double n) { return n * n * n; }, true},
      {"2ⁿ", [](double n) { return std::exp2(n); }, true, most_doublings}};
  return kAll;
}

}  // namespace algo::growth
