#include "judge/compare.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::judge {
namespace {

using Mode = spec::Compare::Mode;

struct Row {
  const char* expected;
  const char* got;
  bool equal;
};

Comparison compare_as(const spec::Compare& rule,
                      const std::string& expected,
                      const std::string& got) {
  return compare(rule, Json(expected), Json(got));
}

void check_rows(const spec::Compare& rule, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CAPTURE(row.got);
    CHECK(compare_as(rule, row.expected, row.got).equal == row.equal);
    CHECK(compare_as(rule, row.got, row.expected).equal == row.equal);
  }
}

TEST_CASE("compare: tokens are the words between ASCII white space") {
  check_rows({.mode = Mode::kTokens},
             {{"1 2 3\n", "1 2 3", true},
              {"1 2 3", "\n 1\t2\r\n\v\f3  ", true},
              {"", " \n", true},
              {"1 2", "12", false},
              {"1 2", "1 2 3", false},
              {"1 2", "1", false},
              {"Yes", "yes", false},
              {"1", "1.0", false},
              {"a\u00a0b", "a b", false},
              {"", "x", false}});
}

TEST_CASE("compare: lines keep everything but white space at ends of lines and of the text") {
  check_rows({.mode = Mode::kLines},
             {{"a\nb\n", "a\nb", true},
              {"a\nb\n", "a  \nb\t\r\n\n \n", true},
              {"", "\n\n", true},
              {"a\n\nb", "a\nb", false},
              {"\na", "a", false},
              {"  a", "a", false},
              {"a  b", "a b", false},
              {"a", "a\nb", false},
              {"a\r\nb\r\n", "a\nb\n", true}});
}

TEST_CASE("compare: exact texts are the same bytes") {
  check_rows({.mode = Mode::kExact}, {{"a\n", "a\n", true}, {"a\n", "a", false}, {"", " ", false}});
}

TEST_CASE("compare: float texts compare decimal numbers by value and other words exactly") {
  check_rows({.mode = Mode::kFloat, .abs = 1e-6},
             {{"1.0 ok", "1.0000001 ok", true},
              {"1", "1.0", true},
              {"+1", "1e0", true},
              {"1.0", "1.1", false},
              {"1.0 ok", "1.0 OK", false},
              {"1.0", "nan", false},
              {"1.0", "inf", false},
              {"1e400", "2e400", false},
              {"1e-400", "0", true},
              {"16", "0x10", false},
              {"1", "1x", false},
              {"1", "1e", false},
              {"1.5", "1,5", false},
              {"nan", "nan", true}});
}

TEST_CASE("compare: tokens tell word and line of the first difference") {
  const Comparison found = compare_as({.mode = Mode::kTokens}, "1 2\n3 4\n", "1 2\n\n3 5\n");
  CHECK(found.what == R"(word 4 (line 3): expected "4", got "5")");
  CHECK(found.expected_at == 6);
  CHECK(found.got_at == 7);
  CHECK(compare_as({.mode = Mode::kTokens}, "1 2", "1").what ==
        R"(word 2: expected "2", got the end)");
  CHECK(compare_as({.mode = Mode::kTokens}, "1", "1 2").what ==
        R"(word 2 (line 1): expected the end, got "2")");
}

TEST_CASE("compare: lines tell line and byte of the first difference") {
  const Comparison found = compare_as({.mode = Mode::kLines}, "a\nbcd\n", "a\nbxd\n");
  CHECK(found.what == R"(line 2, byte 2: expected "bcd", got "bxd")");
  CHECK(found.got_at == 3);
  CHECK(compare_as({.mode = Mode::kLines}, "a\nb", "a").what ==
        R"(line 2: expected "b", got the end)");
  CHECK(compare_as({.mode = Mode::kLines}, "a", "a\n\nb").what ==
        R"(line 2: expected the end, got "")");
  const std::string same(500, '=');
  CHECK(compare_as({.mode = Mode::kLines}, same + "1", same + "2").what ==
        R"(line 1, byte 501 on: expected "1", got "2")");
}

TEST_CASE("compare: a text of fifty megabytes is compared where it lies") {
  std::string expected;
  while (expected.size() < 50'000'000) expected += "1234567 89\n";
  std::string got = expected;
  CHECK(compare_as({.mode = Mode::kTokens}, expected, got + " ").equal);
  CHECK(compare_as({.mode = Mode::kLines}, expected, got + "\n").equal);
  got[got.size() - 2] = '8';
  const Comparison words = compare_as({.mode = Mode::kTokens}, expected, got);
  CHECK(words.what.starts_with("word 9090910 (line 4545455): expected \"89\", got \"88\""));
  const Comparison lines = compare_as({.mode = Mode::kLines}, expected, got);
  CHECK(lines.what.starts_with("line 4545455, byte 10: "));
}

TEST_CASE("compare: bytes that are no UTF-8 are compared as they are") {
  CHECK(compare_as({.mode = Mode::kTokens}, "\xff", "\xff").equal);
  CHECK_FALSE(compare_as({.mode = Mode::kTokens}, "\xff", "\xfe").equal);
  CHECK_FALSE(compare_as({.mode = Mode::kLines}, std::string("a\0b", 3), "a").equal);
}

}  // namespace
}  // namespace algo::judge
