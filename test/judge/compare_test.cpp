#include "judge/compare.h"

#include "judge/json_order.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace algo::judge {
namespace {

using Mode = spec::Compare::Mode;

constexpr spec::Compare kExact{};
constexpr spec::Compare kAbsolute{.mode = Mode::kFloat, .abs = 0.01};
constexpr spec::Compare kRelative{.mode = Mode::kFloat, .rel = 0.01};

Json json(const char* text) {
  return parse_json(text, "test");
}

struct ValueRow {
  const char* expected;
  const char* got;
  bool equal;
};

TEST_CASE("compare: exact means the same JSON value, numbers without rounding") {
  const auto check = [](const ValueRow& row) {
    CAPTURE(row.expected);
    CAPTURE(row.got);
    CHECK(compare(kExact, json(row.expected), json(row.got)).equal == row.equal);
    CHECK(compare(kExact, json(row.got), json(row.expected)).equal == row.equal);
  };
  for (const ValueRow& r : {
           ValueRow{"1", "1", true},
           ValueRow{"1", "1.0", true},
           ValueRow{"0", "-0.0", true},
           ValueRow{"-1", "-1.0", true},
           ValueRow{"1", "2", false},
           ValueRow{"1", "1.5", false},
           ValueRow{"0", "-0.5", false},
           ValueRow{"-1", "-1.5", false},
           ValueRow{"1", "-1", false},
           ValueRow{"1", "true", false},
           ValueRow{"0", "false", false},
           ValueRow{"0", "null", false},
           ValueRow{"1", "\"1\"", false},
           ValueRow{"[]", "null", false},
           ValueRow{"[1]", "1", false},
           ValueRow{"9007199254740993", "9007199254740992.0", false},
           ValueRow{"9007199254740992", "9007199254740992.0", true},
           ValueRow{"9223372036854775807", "9223372036854775808", false},
           ValueRow{"9223372036854775807", "9223372036854775808.0", false},
           ValueRow{"9223372036854775808", "9223372036854775808.0", true},
           ValueRow{"-9223372036854775808", "-9223372036854775808.0", true},
           ValueRow{"-9223372036854775808", "9223372036854775808", false},
           ValueRow{"-1", "18446744073709551615", false},
           ValueRow{"18446744073709551615", "18446744073709551616.0", false},
           ValueRow{"-9223372036854775808", "-1e300", false},
           ValueRow{"1e300", "1e300", true},
           ValueRow{"\"é\"", "\"\\u00e9\"", true},
           ValueRow{"\"é\"", "\"e\\u0301\"", false},
           ValueRow{"[1,[2,3]]", "[1,[2,3]]", true},
           ValueRow{"[1,[2,3]]", "[1,[3,2]]", false},
           ValueRow{"[1,2]", "[1,2,3]", false},
           ValueRow{R"({"a":1,"b":2})", R"({"b":2,"a":1.0})", true},
           ValueRow{R"({"a":1})", R"({"b":1})", false},
       }) {
    check(r);
  }
}

TEST_CASE("compare: a difference has a path and both values") {
  const auto found = [](const char* expected, const char* got) {
    return compare(kExact, json(expected), json(got));
  };
  CHECK(found("[0, 1]", "[0, 0]").path == std::vector<std::size_t>{1});
  CHECK(found("[0, 1]", "[0, 0]").what == "expected 1, got 0");
  CHECK(found("[0,0,0,[5,7]]", "[0,0,0,[5,8]]").path == std::vector<std::size_t>{3, 1});
  CHECK(found("[[1],[2]]", "[[1],[]]").what == "expected 1 element, got 0");
  CHECK(found("1.5", "\"NaN\"").what == "expected 1.5, got NaN");
  CHECK(found("\"abc\"", "\"abd\"").what == R"(expected "abc", got "abd")");
}

TEST_CASE("compare: long texts are shown from where they part on, between code points") {
  const std::string same(1000, 'x');
  const Comparison found = compare(kExact, Json(same + "é tail"), Json(same + "è tail"));
  CHECK(found.what == R"(from byte 1001 on expected "é tail", got "è tail")");
  const Comparison longer = compare(kExact, Json(same), Json(same + "1"));
  CHECK(longer.what == R"(from byte 1001 on expected "", got "1")");
}

TEST_CASE("compare: what is said about a difference is bounded") {
  const Json wide = Json::array({Json(std::string(100000, 'a')), Json::array({1})});
  const Json deep = Json::array({Json::array({Json::array({std::string(5000, '\1')})})});
  for (const Json& expected : {wide, deep}) {
    for (const Json& got : {Json(1), Json(std::string(100000, '\2')), wide, deep}) {
      const Comparison found = compare(kExact, expected, got);
      CHECK(found.what.size() < 2500);
      CHECK(found.equal == (dump_json(expected) == dump_json(got)));
    }
  }
}

TEST_CASE("compare: float accepts within abs or rel, at any depth, and refuses NaN") {
  struct Row {
    spec::Compare rule;
    const char* expected;
    const char* got;
    bool equal;
  };
  for (const Row& row : {
           Row{kAbsolute, "1.0", "1.0099", true},
           Row{kAbsolute, "1.0", "1.011", false},
           Row{kAbsolute, "-1.0", "-0.995", true},
           Row{kAbsolute, "1000.0", "1001.0", false},
           Row{kRelative, "1000.0", "1009.9", true},
           Row{kRelative, "-1000.0", "-1009.9", true},
           Row{kRelative, "1000.0", "1010.1", false},
           Row{kRelative, "0", "1e-300", false},
           Row{kAbsolute, "1", "1.005", true},
           Row{kAbsolute, "1.005", "1", true},
           Row{kAbsolute, "9007199254740993", "9007199254740992", false},
           Row{kAbsolute, "1.7e308", "-1.7e308", false},
           Row{kAbsolute, "[[1.0,2.0],[3.0]]", "[[1.001,2.001],[2.999]]", true},
           Row{kAbsolute, "[1.0,2.0]", "[1.0]", false},
           Row{kAbsolute, "1.0", "\"NaN\"", false},
           Row{kAbsolute, "1.0", "\"Infinity\"", false},
           Row{kAbsolute, "1.0", "true", false},
           Row{kAbsolute, "[null,1.0]", "[null,1.0]", true},
           Row{kAbsolute, "[null,1.0]", "[0,1.0]", false},
       }) {
    CAPTURE(row.expected);
    CAPTURE(row.got);
    CHECK(compare(row.rule, json(row.expected), json(row.got)).equal == row.equal);
  }
}

TEST_CASE("order: is antisymmetric and transitive over all kinds of values") {
  const Json values = json(
      R"([null, false, true, -1e300, -9223372036854775808, -1.5, -1, -0.5, 0, 0.5, 1,
          9007199254740992.0, 9007199254740993, 9223372036854775807, 9223372036854775808.0,
          18446744073709551615, 18446744073709551616.0, 1e300, "", "a", "b", [], [0], [1], [0, 0],
          {}, {"a": 1}, {"b": 0}])");
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t k = 0; k < values.size(); ++k) {
      CAPTURE(dump_json(values[i]));
      CAPTURE(dump_json(values[k]));
      const int found = order(values[i], values[k]);
      CHECK((found < 0) == (i < k));
      CHECK((found == 0) == (i == k));
    }
  }
}

}  // namespace
}  // namespace algo::judge
