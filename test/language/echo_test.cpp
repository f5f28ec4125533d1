// Every type in both directions: each language gets its own values back, through its driver.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

struct Row {
  std::string method;
  std::string type;
  std::string values;  // a JSON array of edge values
};

const std::vector<Row> kRows = {
    {"integer", "integer", "[0, 1, -1, 2147483647, -2147483648]"},
    {"wide",
     "long",
     "[0, 9007199254740991, 9007199254740993, -9007199254740993, 9223372036854775807, "
     "-9223372036854775808]"},
    {"real",
     "double",
     "[0.0, -0.5, 1.7976931348623157e308, 5e-324, 0.1, -123456789.125, 9007199254740993, 1e21]"},
    {"text",
     "string",
     R"(["", "a", "\"quoted\" \\ and\nnew line\t", "žluťoučký 🐎", "\u0000", "a\u0000b",
         "\u0000\u0000", "\u007f\u0080\u07ff\u0800\uffff\ufffd", "e\u0301 \u202e \u2028"])"},
    {"flag", "boolean", "[true, false]"},
    {"letter", "character", R"(["a", "Z", " ", "\"", "\\", "\u0000", "\u007f"])"},
    {"integers", "integer[]", "[[], [0], [1, -2, 2147483647]]"},
    {"grid", "integer[][]", "[[], [[]], [[1], [], [2, 3]]]"},
    {"cube", "integer[][][]", "[[], [[[]]], [[[1, 2], []], []]]"},
    {"longs", "long[]", "[[], [9223372036854775807, -9223372036854775808]]"},
    {"doubles", "double[]", "[[], [0.5, -1e300]]"},
    {"texts", "string[]", R"([[], [""], ["a", "", "é\"\n", "\u0000x"]])"},
    {"textGrid", "string[][]", R"([[], [[]], [["a"], [], ["b", "c"]]])"},
    {"flags", "boolean[]", "[[], [true], [false, true, true]]"},
    {"letters", "character[]", R"([[], ["x"], ["a", "b", "\\"]])"},
    {"board", "character[][]", R"([[], [[]], [["#", "."], [".", "#"]]])"},
    {"chain", "ListNode", "[[], [7], [1, 2, 3, -2147483648]]"},
    {"chains", "ListNode[]", "[[], [[]], [[1], [], [2, 3]]]"},
    {"tree",
     "TreeNode",
     "[[], [7], [1, 2, 3, null, null, 4], [1, null, 2, null, 3], [1, 2, null, 3], [5, 4, 8, 11, "
     "null, 13, 4, 7, 2, null, null, null, 1]]"},
    {"trees", "TreeNode[]", "[[], [[]], [[1, null, 2], [], [3]]]"}};

spec::Problem echo_problem() {
  std::vector<spec::Method> methods;
  methods.reserve(kRows.size() + 2);
  for (const Row& row : kRows) methods.push_back(method(row.method, {row.type}, row.type));
  methods.push_back(method("sum", {"integer", "long", "double"}, "double"));
  methods.push_back(method("nothing", {}, "void"));
  return class_problem("Echo", {"integer", "string"}, methods);
}

}  // namespace

TEST_CASE("driver: every language gets every type and gives it back") {
  for (const language::Language& row : language::languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id), echo_problem(), solution_text("echo", row));
    REQUIRE_MESSAGE(build.ok(), build.log());
    Worker worker(build);
    for (const Row& one : kRows) {
      Json names = Json::array({"Echo"});
      Json arguments = Json::array({Json::array({5, "name"})});
      Json expected = Json::array({nullptr});
      for (const Json& value : Json::parse(one.values)) {
        names.push_back(one.method);
        arguments.push_back(Json::array({value}));
        expected.push_back(value);
      }
      CAPTURE(one.type);
      const spec::Answer answer = worker.ask(Json::array({names, arguments}));
      CHECK(answer.text == "");
      CHECK(answer.value == expected);
    }
    const spec::Answer answer =
        worker.ask(Json::parse(R"([["Echo","nothing","sum"],[[5,"name"],[],[1,2,0.5]]])"));
    CHECK(answer.value == Json::parse("[null,null,8.5]"));
    CHECK(worker.finish() == 0);
  }
}

}  // namespace algo::test
