#include "judge/describe.h"

#include "base/text.h"
#include "judge/brief.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::judge {
namespace {

using Base = spec::Type::Base;

spec::Param param(const char* name) {
  spec::Param made;
  made.name = name;
  made.type = {Base::kInteger, 1};
  return made;
}

spec::Problem two_sum() {
  spec::Problem problem;
  problem.function.call = {"twoSum", {param("nums"), param("target")}, {Base::kInteger, 1}};
  return problem;
}

spec::Case made_case(Json input, Json output) {
  spec::Case one;
  one.input = std::move(input);
  one.output = std::move(output);
  return one;
}

result::Difference described(const spec::Problem& problem, const spec::Case& one, const Json& got) {
  return describe(problem, one, &got, compare(problem.compare, one.output, got));
}

std::size_t total(const result::Difference& shown) {
  return shown.input.size() + shown.expected.size() + shown.got.size() + shown.where.size();
}

TEST_CASE("describe: names arguments and says where the answers part") {
  const result::Difference shown = described(
      two_sum(), made_case(Json::array({Json::array({3, 3}), 6}), Json::array({0, 1})), {0, 0});
  CHECK(shown.input == "nums = [3, 3], target = 6");
  CHECK(shown.expected == "[0, 1]");
  CHECK(shown.got == "[0, 0]");
  CHECK(shown.where == "at [1]: expected 1, got 0");
}

TEST_CASE("describe: shows the elements around the difference and counts the rest") {
  Json expected = Json::array();
  for (int i = 0; i < 10000; ++i) expected.push_back(i);
  Json got = expected;
  got[5000] = -1;
  const result::Difference shown =
      described(two_sum(), made_case(Json::array({expected, 6}), expected), got);
  CHECK(shown.input.starts_with("nums = [0, 1, 2, "));
  CHECK(shown.input.find(" more], target = 6") != std::string::npos);
  CHECK(shown.expected.starts_with("[… 4999 before, 4999, 5000, 5001, "));
  CHECK(shown.got.starts_with("[… 4999 before, 4999, -1, 5001, "));
  CHECK(shown.where == "at [5000]: expected 5000, got -1");
}

TEST_CASE("describe: without an answer there is only what was asked and expected") {
  const spec::Case one = made_case(Json::array({Json::array({3, 3}), 6}), Json::array({0, 1}));
  const result::Difference shown = describe(two_sum(), one, nullptr, {});
  CHECK(shown.input == "nums = [3, 3], target = 6");
  CHECK(shown.expected == "[0, 1]");
  CHECK(shown.got.empty());
  CHECK(shown.where.empty());
}

TEST_CASE("describe: tells a class's calls") {
  spec::Problem problem;
  problem.function.class_name = "Cache";
  const spec::Case one =
      made_case(parse_json(R"([["Cache","put","get"],[[2],[1,10],[1]]])", "input"),
                parse_json("[null,null,10]", "output"));
  const result::Difference shown = described(problem, one, parse_json("[null,null,-1]", "got"));
  CHECK(shown.input == "Cache(2), put(1, 10), get(1)");
  CHECK(shown.where == "at [2], get(1): expected 10, got -1");
}

TEST_CASE("describe: shows the lines around the difference of texts") {
  spec::Problem problem;
  problem.contract = spec::Contract::kStdio;
  problem.compare.mode = spec::Compare::Mode::kTokens;
  std::string expected;
  for (int i = 1; i <= 1000; ++i) expected += "line " + std::to_string(i) + "\n";
  const std::string got = replace_all(expected, "line 500\n", "line 5oo\n");
  const result::Difference shown = described(problem, made_case("5\n1 2 3 4 5\n", expected), got);
  CHECK(shown.input == "5\n1 2 3 4 5\n");
  CHECK(shown.expected.starts_with("… line 499\nline 500\nline 501\n"));
  CHECK(shown.got.starts_with("… line 499\nline 5oo\nline 501\n"));
  CHECK(shown.where == R"(word 1000 (line 500): expected "500", got "5oo")");
}

TEST_CASE("describe: everything stays small whatever the values are") {
  const std::string text(100000, 'x');
  const std::string wide = "é" + std::string(300, 'y') + "\n";
  Json many = Json::array();
  for (int i = 0; i < 1000; ++i) many.push_back(Json::array({text, i}));
  const spec::Problem function = two_sum();
  spec::Problem stdio;
  stdio.contract = spec::Contract::kStdio;
  stdio.compare.mode = spec::Compare::Mode::kLines;
  CHECK(total(described(function, made_case(Json::array({many, many}), many), Json(text))) < 2600);
  CHECK(total(described(function, made_case(many, text), Json(text + "z"))) < 2600);
  CHECK(total(described(stdio, made_case(text, text), Json(text + "z"))) < 2600);
  CHECK(total(described(stdio, made_case(wide, wide + wide), Json(wide + "é" + wide))) < 2600);
}

TEST_CASE("describe: cuts texts between code points") {
  spec::Problem stdio;
  stdio.contract = spec::Contract::kStdio;
  stdio.compare.mode = spec::Compare::Mode::kTokens;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "€";
  for (std::size_t at = 0; at < 12; ++at) {
    CAPTURE(at);
    const std::string shifted = std::string(at, 'a') + text;
    const result::Difference shown =
        described(stdio, made_case(shifted, shifted + " 1"), Json(shifted + " 2"));
    for (const std::string& part : {shown.input, shown.expected, shown.got, shown.where}) {
      CHECK(part.find("\xef\xbf\xbd") == std::string::npos);
      CHECK_FALSE(find_invalid_utf8(part));
    }
  }
}

TEST_CASE("brief: cuts arrays to their first elements and strings to their start") {
  CHECK(brief(Json::array(), 20) == "[]");
  CHECK(brief(parse_json("[1,2.5,null,true,\"a\"]", "t"), 40) == "[1, 2.5, null, true, \"a\"]");
  CHECK(brief(parse_json("[1,2,3,4,5,6,7,8,9]", "t"), 8) == "[1, 2, 3, 4, … 5 more]");
  CHECK(brief(parse_json("[1,2,3,4,5,6,7,8,9]", "t"), 8, 6) == "[… 5 before, 6, … 3 more]");
  CHECK(brief(Json(std::string(100, 'q')), 10) == "\"" + std::string(24, 'q') + "…\" (100 bytes)");
}

}  // namespace
}  // namespace algo::judge
