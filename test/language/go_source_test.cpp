#include "language/go_source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace algo::language::go {

TEST_CASE("complete_source: adds the package clause on the first line") {
  struct Row {
    std::string solution;
    std::string completed;
  };
  const std::vector<Row> rows = {
      {"func f() {}\n", "package main; func f() {}\n"},
      {"// title\nfunc f() {}\n", "package main; // title\nfunc f() {}\n"},
      {"\n\nfunc f() {}", "package main; \n\nfunc f() {}"},
      {"", "package main; "},
      {"import \"fmt\"\nvar _ = sort.Ints", "package main; import \"fmt\"\nvar _ = sort.Ints"},
      {"/* package main */ func f() {}", "package main; /* package main */ func f() {}"},
      {"packages := 1", "package main; packages := 1"},
      {"\xef\xbb\xbf"
       "func f() {}",
       "package main; func f() {}"}};
  for (const Row& row : rows) {
    CAPTURE(row.solution);
    CHECK(complete_source(row.solution) == row.completed);
  }
}

TEST_CASE("complete_source: leaves a whole file alone") {
  for (const std::string solution : {"package main\nfunc f() {}",
                                     "// c\n\n/* d */ package\tmain",
                                     "package main;func f() { sort.Ints(nil) }",
                                     "\xef\xbb\xbfpackage main\n"}) {
    CAPTURE(solution);
    CHECK(complete_source(solution) == solution);
  }
}

TEST_CASE("complete_source: imports what a file without imports plainly uses") {
  struct Row {
    std::string code;
    std::string imports;
  };
  const std::vector<Row> rows = {
      {"var x = sort.Ints", "import \"sort\"; "},
      {"var x = math.MaxInt + bits.Len(1)", R"(import "math"; import "math/bits"; )"},
      {"var x = heap.Init", "import \"container/heap\"; "},
      {"func f(sort T) { sort.Ints() }", ""},        // a parameter
      {"func f() { list := g(); list.Len() }", ""},  // a variable
      {"var x = a.sort.Ints", ""},                   // a field
      {"var x = sort.ints", ""},                     // nothing exported
      {"// sort.Ints\nvar x = \"fmt.Println\"", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.code);
    CHECK(complete_source(row.code) == "package main; " + row.imports + row.code);
  }
}

TEST_CASE("complete_source: never moves a line") {
  const std::string solution = "\n// a\n\nfunc f() {\n\tsort.Ints(nil)\n}\n";
  CHECK(std::ranges::count(complete_source(solution), '\n') == std::ranges::count(solution, '\n'));
}

}  // namespace algo::language::go
