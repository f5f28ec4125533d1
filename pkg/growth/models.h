#pragma once

#include <string_view>
#include <vector>

namespace algo::growth {

// One way to grow: time = c0 + c1·n + c·f(n), every coefficient at least 0. The first two stand for
// what every program does besides: starting a case and reading its input. The part c1·n is left out
// where f grows no faster than n log n, from which a few measured sizes could not tell it apart.
struct Model {
  std::string_view name;  // "n log n"
  double (*f)(double n);
  bool reads_input = false;  // has the term c1·n
  double largest_n = 0;      // f is of no use beyond it; 0 = no bound
};

// By growth, slowest first.
[[nodiscard]] const std::vector<Model>& models();

}  // namespace algo::growth
