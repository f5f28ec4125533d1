// What `init` writes compiles as it stands.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo::test {

TEST_CASE("stub: compiles against the driver, and says where to write") {
  const spec::Problem tree =
      function_problem("walk", {"TreeNode", "ListNode[]", "character"}, "double");
  const spec::Problem words = function_problem("lambda", {"string[][]", "long"}, "character");
  const spec::Problem grid = function_problem("grid", {"character"}, "string[][]");
  const spec::Problem cache =
      class_problem("LRUCache",
                    {"integer"},
                    {method("get", {"integer"}, "integer"), method("put", {"boolean"}, "void")});
  for (const language::Language& row : language::languages()) {
    for (const spec::Problem& problem : {two_sum(),
                                         tree,
                                         words,
                                         grid,
                                         cache,
                                         in_place_problem("sort", {"integer[]"}),
                                         stdio_problem()}) {
      const std::string stub = row.stub(problem);
      CAPTURE(stub);
      CHECK(stub.find("your code here") != std::string::npos);
      CHECK(stub.find(problem.title) != std::string::npos);
      const Build build(std::string(row.id), problem, stub);
      CHECK_MESSAGE(build.ok(), build.log());
    }
  }
}

TEST_CASE("stub: names that are words of the language are usable") {
  spec::Problem problem = function_problem("delete", {"integer"}, "integer");
  problem.function.call.params[0].name = "range";
  problem.function.call.params.push_back({.name = "from", .type = type("integer")});
  problem.function.call.params.push_back({.name = "new", .type = type("integer")});
  for (const language::Language& row : language::languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id), problem, row.stub(problem));
    Worker worker(build);
    CHECK(worker.ask(Json::parse("[1, 2, 3]")).value == 0);
  }
}

TEST_CASE("stdio: a whole program runs as it is") {
  for (const language::Language& row : language::languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id), stdio_problem(), solution_text("program", row));
    CHECK(run_program(build, "20 22\n") == "42\n");
  }
}

TEST_CASE("stdio: a java program without a beginning is told where it must be") {
  const Build build("java", stdio_problem(), "class Adder { static int add() { return 1; } }");
  CHECK(!build.ok());
  CHECK(build.log().find("public static void main(String[] arguments)") != std::string::npos);
}

}  // namespace algo::test
