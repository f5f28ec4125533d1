#include "judge/compare.h"

#include <doctest/doctest.h>

#include <utility>

namespace algo::judge {
namespace {

Comparison compare_at(int depth, const char* expected, const char* got) {
  return compare({.mode = spec::Compare::Mode::kUnordered, .depth = depth},
                 parse_json(expected, "expected"),
                 parse_json(got, "got"));
}

TEST_CASE("compare: unordered means multisets down to the depth") {
  struct Row {
    int depth;
    const char* expected;
    const char* got;
    bool equal;
  };
  for (const Row& row : {
           Row{1, "[0, 1]", "[1, 0]", true},
           Row{1, "[0, 1]", "[1, 1]", false},
           Row{1, "[1, 1, 2]", "[1, 2, 2]", false},
           Row{1, "[1, 2]", "[2, 1.0]", true},
           Row{1, "[]", "[]", true},
           Row{1, "[]", "[[]]", false},
           Row{1, "[1, 2]", "[1, 2, 2]", false},
           Row{1, "[[1, 2], [3]]", "[[3], [1, 2]]", true},
           Row{1, "[[1, 2], [3]]", "[[3], [2, 1]]", false},
           Row{2, "[[1, 2], [3]]", "[[3], [2, 1]]", true},
           Row{2, R"([["ate","eat"],["bat"]])", R"([["bat"],["eat","ate"]])", true},
           Row{2, R"([["ate","eat"],["bat"]])", R"([["bat","eat"],["ate"]])", false},
           Row{2, "[[[1,2]],[]]", "[[],[[2,1]]]", false},
           Row{3, "[[[1,2]],[]]", "[[],[[2,1]]]", true},
           Row{2, "[1, [2, 3]]", "[[3, 2], 1]", true},
           Row{2, "[1, [2, 3]]", "[[3, 2], [1]]", false},
           Row{1, "[1]", "1", false},
           Row{1, "[1]", "\"NaN\"", false},
       }) {
    CAPTURE(row.depth);
    CAPTURE(row.expected);
    CAPTURE(row.got);
    CHECK(compare_at(row.depth, row.expected, row.got).equal == row.equal);
    CHECK(compare_at(row.depth, row.got, row.expected).equal == row.equal);
  }
}

TEST_CASE("compare: unordered says what is missing and what is not expected") {
  CHECK(compare_at(1, "[1, 2]", "[3, 2]").what == "missing 1; not expected 3");
  CHECK(compare_at(1, "[1, 2]", "[3, 2]").path == std::vector<std::size_t>{0});
  CHECK(compare_at(1, "[1, 2]", "[1]").what == "missing 2");
  CHECK(compare_at(1, "[1, 2]", "[1]").path.empty());
  CHECK(compare_at(1, "[1, 1]", "[1, 1, 1]").what == "not expected 1");
  CHECK(compare_at(1, "[]", "[9, 8, 7]").what == "not expected 9, 8, 7");
  CHECK(compare_at(2, "[[1, 2], [3]]", "[[3], [2, 2]]").what ==
        "missing [1, 2]; not expected [2, 2]");
}

TEST_CASE("compare: unordered finds one wrong element among a hundred thousand") {
  Json expected = Json::array();
  Json got = Json::array();
  constexpr int n = 100'000;
  for (int i = 0; i < n; ++i) expected.push_back(Json::array({i, i + 1}));
  for (int i = 0; i < n; ++i) got.push_back(Json::array({n - i, n - 1 - i}));
  const spec::Compare rule{.mode = spec::Compare::Mode::kUnordered, .depth = 2};
  CHECK(compare(rule, expected, got).equal);
  got[500] = Json::array({-1, 0});
  const Comparison found = compare(rule, expected, got);
  CHECK(found.path == std::vector<std::size_t>{500});
  CHECK(found.what == "missing [99499, 99500]; not expected [-1, 0]");
}

}  // namespace
}  // namespace algo::judge
