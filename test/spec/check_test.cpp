#include "spec/check.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::spec {

namespace {

Param param_of(const char* type, Bounds bounds = {}, Bounds items = {}) {
  Param param;
  param.name = "v";
  param.type = *parse_type(type);
  param.bounds = std::move(bounds);
  param.items = std::move(items);
  return param;
}

std::string violation_of(const Json& value, const Param& param) {
  const auto found = check_value(value, param);
  return found ? found->where + "; " + found->rule + "; " + found->value : "";
}

Json json(const char* text) {
  return parse_json(text, "test");
}

}  // namespace

TEST_CASE("check_value: takes values of the type") {
  struct Row {
    const char* type;
    const char* value;
  };
  for (const Row& row : {Row{"integer", "-2147483648"},
                         Row{"integer", "2147483647"},
                         Row{"long", "-9223372036854775808"},
                         Row{"long", "9223372036854775807"},
                         Row{"double", "1"},
                         Row{"double", "-1.5e300"},
                         Row{"string", "\"\""},
                         Row{"string", "\"\\u0000ü\\n\""},
                         Row{"boolean", "false"},
                         Row{"character", "\"a\""},
                         Row{"integer[]", "[]"},
                         Row{"integer[][]", "[[], [1, 2]]"},
                         Row{"ListNode", "[]"},
                         Row{"ListNode[]", "[[1], []]"},
                         Row{"TreeNode", "[]"},
                         Row{"TreeNode", "[1, null, 2, 3]"},
                         Row{"TreeNode", "[1, 2, 3, null, null, 4]"}}) {
    CAPTURE(row.type);
    CAPTURE(row.value);
    CHECK(violation_of(json(row.value), param_of(row.type)).empty());
  }
}

TEST_CASE("check_value: says where the type is broken") {
  struct Row {
    const char* type;
    const char* value;
    const char* start;
  };
  for (const Row& row : {Row{"integer", "2147483648", "v; integer: "},
                         Row{"integer", "-2147483649", "v; integer: "},
                         Row{"integer", "1.0", "v; integer: "},
                         Row{"integer", "\"1\"", "v; integer: "},
                         Row{"integer", "null", "v; integer: "},
                         Row{"long", "9223372036854775808", "v; long: "},
                         Row{"double", "\"NaN\"", "v; double: "},
                         Row{"double", "true", "v; double: "},
                         Row{"string", "1", "v; string: "},
                         Row{"boolean", "0", "v; boolean: "},
                         Row{"character", "\"\"", "v; character: "},
                         Row{"character", "\"ab\"", "v; character: "},
                         Row{"character", "\"ä\"", "v; character: "},
                         Row{"integer[]", "{}", "v; integer[]: an array; {}"},
                         Row{"integer[][]", "[[1], 2]", "v[1]; integer[]: an array; 2"},
                         Row{"integer[][]", "[[1], [2, \"x\"]]", "v[1][1]; integer: "},
                         Row{"ListNode", "[1, null]", "v[1]; ListNode: "},
                         Row{"ListNode", "null", "v; ListNode: "},
                         Row{"TreeNode", "[null]", "v[0]; TreeNode: "},
                         Row{"TreeNode", "[1, null]", "v[1]; TreeNode: "},
                         Row{"TreeNode", "[1, null, null, 2]", "v[3]; TreeNode: "},
                         Row{"TreeNode", "[1, \"x\"]", "v[1]; TreeNode: "}}) {
    CAPTURE(row.type);
    const std::string found = violation_of(json(row.value), param_of(row.type));
    CAPTURE(found);
    CHECK(found.starts_with(row.start));
  }
}

TEST_CASE("check_value: enforces bounds") {
  const Bounds small{Json(1), Json(3)};
  CHECK(violation_of(json("3"), param_of("integer", small)).empty());
  CHECK(violation_of(json("4"), param_of("integer", small)) == "v; max 3; 4");
  CHECK(violation_of(json("0"), param_of("long", small)) == "v; min 1; 0");
  CHECK(violation_of(json("3.5"), param_of("double", small)) == "v; max 3; 3.5");
  CHECK(violation_of(json("\"äöü\""), param_of("string", small)).empty());
  CHECK(violation_of(json("\"\""), param_of("string", small)) ==
        "v; length at least 1, but it has 0; \"\"");
  CHECK(violation_of(json("[1, 2, 3, 4]"), param_of("integer[]", small)) ==
        "v; length at most 3, but it has 4; [1,2,3,4]");
  CHECK(violation_of(json("[9, null, 9, null, 9]"), param_of("TreeNode", small)).empty());
  CHECK(violation_of(json("[[1], [5]]"), param_of("integer[][]", {}, small)) ==
        "v[1][0]; max 3; 5");
  CHECK(violation_of(json("[\"abcd\"]"), param_of("string[]", {}, small)) ==
        "v[0]; length at most 3, but it has 4; \"abcd\"");
  CHECK(violation_of(json("[1, null, 4]"), param_of("TreeNode", {}, small)) == "v[2]; max 3; 4");
}

TEST_CASE("check_value: compares long bounds exactly") {
  const Bounds bounds{std::nullopt, json("9007199254740992")};
  CHECK(violation_of(json("9007199254740992"), param_of("long", bounds)).empty());
  CHECK_FALSE(violation_of(json("9007199254740993"), param_of("long", bounds)).empty());
}

TEST_CASE("check_value: shortens what it shows") {
  const Json value(std::string(10'000, 'x'));
  CHECK(violation_of(value, param_of("integer")).size() < 300);
}

}  // namespace algo::spec
