#include "growth/chart.h"

#include <doctest/doctest.h>

namespace algo::growth {
namespace {

Curve curve(const std::string& label) {
  Series series{label, {}};
  for (const std::uint64_t n : {100U, 200U, 400U, 800U, 1600U, 3200U}) {
    const auto time = static_cast<double>(n);
    series.points.push_back({n, {time * 1000, time * 1100, time * 1050}, 0});
  }
  return {series, fit(series, 1)};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST_CASE("chart: a dot per size and a curve per fit, all inside the picture") {
  const std::string svg = chart({curve("a.go"), curve("b.py")}, "two-sum", "seed 1");
  CHECK(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(count(svg, "<circle ") == 6 + 1);
  CHECK(count(svg, "<rect x=") == 6 + 1);
  CHECK(count(svg, "<polyline ") == 2);
  CHECK(count(svg, "a.go  ·  n<") == 1);
  CHECK(count(svg, "nan") == 0);
  CHECK(count(svg, "inf") == 0);
  CHECK(count(svg, "\"-") == 0);
}

TEST_CASE("chart: nothing is loaded from elsewhere, and texts cannot become markup") {
  const std::string svg = chart({curve("<script>&\"\x1b[31m")}, "<b>", "\xff</svg>");
  CHECK(count(svg, "<script") == 0);
  CHECK(count(svg, "<b>") == 0);
  CHECK(count(svg, "</svg>") == 1);
  CHECK(count(svg, "&lt;script&gt;&amp;") == 1);
  CHECK(count(svg, "\x1b") == 0);
  CHECK(count(svg, "href") == 0);
  CHECK(count(svg, "http") == 1);  // the name of the format
}

TEST_CASE("chart: one point alone still has axes around it") {
  const std::string svg = chart({{{"one", {{10, {500}, 0}}}, std::nullopt}}, "t", "");
  CHECK(count(svg, "<circle ") == 2);
  CHECK(count(svg, "<polyline ") == 0);
  CHECK(count(svg, "nan") == 0);
  CHECK(count(svg, "inf") == 0);
}

}  // namespace
}  // namespace algo::growth
