#include "growth/least_squares.h"

#include <doctest/doctest.h>

#include <functional>

namespace algo::growth {
namespace {

std::vector<Equation> equations(const std::function<double(double)>& value) {
  std::vector<Equation> all;
  for (const double n : {1.0, 10.0, 100.0, 1000.0}) all.push_back({{1, n, n * n}, value(n)});
  return all;
}

TEST_CASE("fit_non_negative: finds what the values were made of, whatever the magnitudes") {
  const Solution found =
      fit_non_negative(equations([](double n) { return 5e6 + 3 * n + 0.25 * n * n; }));
  CHECK(found.coefficients[0] == doctest::Approx(5e6));
  CHECK(found.coefficients[1] == doctest::Approx(3).epsilon(0.01));
  CHECK(found.coefficients[2] == doctest::Approx(0.25));
  CHECK(found.error < 1e-12);
}

TEST_CASE("fit_non_negative: no coefficient is negative, where plain least squares has one") {
  const Solution found = fit_non_negative(equations([](double n) { return 2000 - n; }));
  for (const double one : found.coefficients) CHECK(one >= 0);
  CHECK(found.error > 0.01);
}

TEST_CASE("fit_non_negative: a term that is zero everywhere takes no part") {
  const Solution found = fit_non_negative({{{1, 0}, 4}, {{1, 0}, 4}});
  CHECK(found.coefficients[0] == doctest::Approx(4));
  CHECK(found.coefficients[1] == 0);
}

TEST_CASE("fit_non_negative: errors count relative to the values") {
  // The absolute best constant would be 50.5; the relative one is near the small value.
  const Solution found = fit_non_negative({{{1}, 1}, {{1}, 100}});
  CHECK(found.coefficients[0] == doctest::Approx(1.01 / 1.0001));
}

}  // namespace
}  // namespace algo::growth
