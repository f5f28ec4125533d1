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
    {"wide", "long", "[0, 9007199254740993, 9223372036854775807, -9223372036854775808]"},
    {"real", "double", "[0.0, -0.5, 1e308, 5e-324, 0.1, -123456789.125]"},
    {"text",
     "string",
     R"(["", "a", "\"quoted\" \\ and\nnew line\t", "žluťoučký 🐎", "\u0000", "a\u0000b"])"},
    {"flag", "boolean", "[true, false]"},
    {"letter", "character", R"(["a", "Z", " ", "\"", "\\", "\u0000", "\u007f"])"},
    {"integers", "integer[]", "[[], [0], [1, -2, 2147483647]]"},
    {"grid", "integer[][]", "[[], [[]], [[1], [], [2, 3]]]"},
    {"cube", "integer[][][]", "[[], [[[]]], [[[1, 2], []], []]]"},
    {"longs", "long[]", "[[], [9223372036854775807, -9223372036854775808]]"},
    {"doubles", "double[]", "[[], [0.5, -1e300]]"},
    {"texts", "string[]", R"([[], [""], ["a", "", "é\"\n"]])"},
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

void expect_echo(const std::string& language, const std::string& solution) {
  CAPTURE(language);
  const Build build(language, echo_problem(), solution);
  REQUIRE_MESSAGE(build.ok(), build.log());
  Worker worker(build);
  for (const Row& row : kRows) {
    Json names = Json::array({"Echo"});
    Json arguments = Json::array({Json::array({5, "name"})});
    Json expected = Json::array({nullptr});
    for (const Json& value : Json::parse(row.values)) {
      names.push_back(row.method);
      arguments.push_back(Json::array({value}));
      expected.push_back(value);
    }
    CAPTURE(row.type);
    const spec::Answer answer = worker.ask(Json::array({names, arguments}));
    CHECK(answer.text == "");
    CHECK(answer.value == expected);
  }
  const spec::Answer answer =
      worker.ask(Json::parse(R"([["Echo","nothing","sum"],[[5,"name"],[],[1,2,0.5]]])"));
  CHECK(answer.value == Json::parse("[null,null,8.5]"));
  CHECK(worker.finish() == 0);
}

std::string with_types(const std::string& text, const std::vector<const char*>& types) {
  std::string out;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    std::string line = text;
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"NAME", kRows[i].method}, {"TYPE", types[i]}}) {
      for (std::size_t at = line.find(from); at != std::string::npos; at = line.find(from)) {
        line.replace(at, from.size(), to);
      }
    }
    out += line;
  }
  return out;
}

}  // namespace

TEST_CASE("driver: go gets every type and gives it back") {
  const std::string methods = with_types(
      "func (e *Echo) NAME(v TYPE) TYPE { return v }\n",
      {"int",     "int64",     "float64",   "string",      "bool",      "byte",       "[]int",
       "[][]int", "[][][]int", "[]int64",   "[]float64",   "[]string",  "[][]string", "[]bool",
       "[]byte",  "[][]byte",  "*ListNode", "[]*ListNode", "*TreeNode", "[]*TreeNode"});
  std::string capital;  // Go's methods are Integer, Long …
  for (std::size_t at = 0; at < methods.size(); ++at) {
    const bool name = at >= 10 && methods.compare(at - 10, 10, "(e *Echo) ") == 0;
    capital += name ? static_cast<char>(methods[at] & ~0x20) : methods[at];
  }
  expect_echo("go",
              "type Echo struct{ base int }\n"
              "func Constructor(base int, name string) Echo { return Echo{base} }\n"
              "func (e *Echo) Nothing() {}\n"
              "func (e *Echo) Sum(a int, b int64, c float64) float64 {\n"
              "  return float64(e.base) + float64(a) + float64(b) + c }\n" +
                  capital);
}

TEST_CASE("driver: cpp gets every type and gives it back") {
  expect_echo("cpp",
              "class Echo {\n int base;\n public:\n"
              "  Echo(int base, string name) : base(base) {}\n  void nothing() {}\n"
              "  double sum(int a, long long b, double c) { return base + a + b + c; }\n" +
                  with_types("  TYPE NAME(TYPE v) { return v; }\n",
                             {"int",
                              "long long",
                              "double",
                              "string",
                              "bool",
                              "char",
                              "vector<int>",
                              "vector<vector<int>>",
                              "vector<vector<vector<int>>>",
                              "vector<long long>",
                              "vector<double>",
                              "vector<string>",
                              "vector<vector<string>>",
                              "vector<bool>",
                              "vector<char>",
                              "vector<vector<char>>",
                              "ListNode*",
                              "vector<ListNode*>",
                              "TreeNode*",
                              "vector<TreeNode*>"}) +
                  "};\n");
}

TEST_CASE("driver: python gets every type and gives it back") {
  expect_echo("python",
              "class Echo:\n"
              "    def __init__(self, base: int, name: str):\n        self.base = base\n"
              "    def nothing(self) -> None:\n        pass\n"
              "    def sum(self, a, b, c):\n        return self.base + a + b + c\n" +
                  with_types("    def NAME(self, v):\n        return v\n",
                             std::vector<const char*>(kRows.size(), "")));
}

}  // namespace algo::test
