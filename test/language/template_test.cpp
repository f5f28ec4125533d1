#include "language/template.h"

#include "base/error.h"

#include <doctest/doctest.h>

namespace algo::language {
namespace {

Scope scope() {
  return {.words = {{"name", "f"}, {"empty", ""}},
          .lists = {{"none", {}},
                    {"params",
                     {{.words = {{"index", "0"}}, .lists = {}},
                      {.words = {{"index", "1"}, {"name", "inner"}}, .lists = {}}}}}};
}

}  // namespace

TEST_CASE("render: fills words, repeats and chooses lines") {
  struct Row {
    std::string text;
    std::string rendered;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"plain {} @ $ %", "plain {} @ $ %\n"},
      {"a @{name} b @{name}\n", "a f b f\n"},
      {"@{empty}|\n\n", "|\n\n"},
      {"//@each params\n@{index} @{name}\n//@end\nend\n", "0 f\n1 inner\nend\n"},
      {"  #@each none\nx\n  #@end\n", ""},
      {"//@if name\nyes\n//@else\nno\n//@end\n", "yes\n"},
      {"//@if empty\nyes\n//@else\nno\n//@end\n", "no\n"},
      {"//@if empty\nyes\n//@end\n", ""},
      {"//@each params\n//@if empty\nx\n//@else\n@{index}\n//@end\n//@end\n", "0\n1\n"},
      {"//@if empty\n//@if name\nx\n//@else\ny\n//@end\n//@else\nz\n//@end\n", "z\n"},
      {"@decorator\n// @each is a comment\n", "@decorator\n// @each is a comment\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(render(row.text, scope()) == row.rendered);
  }
}

TEST_CASE("render: refuses a broken template") {
  for (const std::string text : {"@{missing}",
                                 "@{name",
                                 "//@each missing\n//@end",
                                 "//@if missing\n//@end",
                                 "//@each params\n",
                                 "//@end\n",
                                 "//@else\n",
                                 "//@while name\n//@end\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS((void)render(text, scope()), Error);
  }
}

}  // namespace algo::language
