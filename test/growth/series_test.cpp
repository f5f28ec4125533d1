#include "growth/series.h"

#include <doctest/doctest.h>

namespace algo::growth {
namespace {

using Sizes = std::vector<std::uint64_t>;

TEST_CASE("sizes_between: both ends, and equal steps of the logarithm") {
  CHECK(sizes_between(1, 1000, 4) == Sizes{1, 10, 100, 1000});
  CHECK(sizes_between(100, 200, 2) == Sizes{100, 200});
  CHECK(sizes_between(7, 7, 3) == Sizes{7});
}

TEST_CASE("sizes_between: neighbours that would be equal are one") {
  CHECK(sizes_between(1, 3, 10) == Sizes{1, 2, 3});
}

TEST_CASE("Point: fastest, median and slowest of any order") {
  const Point odd{10, {3, 1, 2}};
  CHECK(odd.fastest() == 1);
  CHECK(odd.median() == 2);
  CHECK(odd.slowest() == 3);
  CHECK(Point{10, {4, 1, 2, 3}}.median() == 2.5);
  CHECK(Point{10, {5}}.median() == 5);
}

}  // namespace
}  // namespace algo::growth
