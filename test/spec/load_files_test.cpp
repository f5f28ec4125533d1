#include "spec/error_of.h"
#include "spec/load.h"
#include "spec/problem_text.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace algo::spec {

namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* kFromJson = "  casesFrom: [\"cases/*.json\"]\n";

std::string error_of(const std::string& spec_lines, const Files& files) {
  return test::error_of([&] { return load_problem(test::problem_source(spec_lines, files)); });
}

std::vector<std::string> names_of(const Problem& problem) {
  std::vector<std::string> names;
  for (const Case& one : problem.cases) names.push_back(one.name);
  return names;
}

}  // namespace

TEST_CASE("load_problem: reads case files in order, after the inline cases") {
  const Problem problem = load_problem(
      test::problem_source(std::string(test::kTwoSum) + test::kOneCase + kFromJson,
                           {{"cases/z.json", R"({"input": [[1, 2], 3], "output": [0, 1]})"},
                            {"cases/b.json",
                             R"([{"name": "x", "input": [[1, 2], 3], "output": [0, 1]},
            {"input": [[1, 2], 3], "output": [0, 1]}])"},
                            {"cases/deep/no.json", "not read"},
                            {"cases/no.txt", "not read"}}));
  CHECK(names_of(problem) == std::vector<std::string>{"a", "x", "b-2", "z"});
}

TEST_CASE("load_problem: reads .in and .ans of a stdio problem") {
  const Problem problem =
      load_problem(test::problem_source("  contract: stdio\n  casesFrom: [\"cases/*.in\"]\n",
                                        {{"cases/1.in", "1 2\n"}, {"cases/1.ans", "3\n"}}));
  CHECK(names_of(problem) == std::vector<std::string>{"1"});
  CHECK(problem.cases.at(0).output == Json("3\n"));
}

TEST_CASE("load_problem: a generator of growing inputs") {
  const std::string lines = std::string(test::kTwoSum) + test::kOneCase;
  const Files files{{"generators/growth.py", "print()"}};
  const Problem problem = load_problem(test::problem_source(
      lines + "  generator: {file: generators/growth.py, from: 1, to: 90}\n", files));
  REQUIRE(problem.generator);
  CHECK(problem.generator->path == "generators/growth.py");
  CHECK(problem.generator->from == 1);
  CHECK(problem.generator->to == 90);
  CHECK_FALSE(load_problem(test::problem_source(lines)).generator);

  const std::map<std::string, std::string> wrong{
      {"{file: generators/growth.py, from: 1}", "spec.generator lacks the key \"to\""},
      {"{file: generators/growth.py, from: 0, to: 9}", "spec.generator.from is "},
      {"{file: generators/growth.py, from: 9, to: 9}", "spec.generator.to is not above from"},
      {"{file: generators/growth.py, from: 1, to: 1000000000}", "spec.generator.to is "},
      {"{file: ../growth.py, from: 1, to: 9}", "spec.generator.file is no path inside"},
      {"{file: other.py, from: 1, to: 9}", "spec.generator.file does not exist"},
      {"{file: generators/growth.py, from: 1, to: 9, seed: 4}", "seed"}};
  for (const auto& [value, error] : wrong) {
    CAPTURE(value);
    CHECK(error_of(lines + "  generator: " + value + "\n", files).find(error) != std::string::npos);
  }
}

TEST_CASE("load_problem: names the file whose case is wrong") {
  struct Row {
    std::string lines;
    Files files;
    std::string error;
  };
  const std::string function = test::kTwoSum;
  const std::string stdio = "  contract: stdio\n  casesFrom: [\"cases/*.in\"]\n";
  for (const Row& row : {
           Row{function + kFromJson,
               {{"cases/b.json", R"({"input": [[1, 7], 3], "output": []})"}},
               "p/cases/b.json: case b: nums[1] breaks a rule; max 5; got 7"},
           Row{function + kFromJson,
               {{"cases/b.json", R"([{"input": [[1, 2], 3], "outptu": []}])"}},
               "p/cases/b.json: unknown key \"outptu\" in [0]; did you mean \"output\"?"},
           Row{function + kFromJson,
               {{"cases/b.json", "3"}},
               "p/cases/b.json: the document is no map; write KEY: VALUE lines; got 3"},
           Row{function + kFromJson,
               {},
               "p/problem.yaml:14:15: spec.casesFrom[0] fits no file; a path relative to the "
               "problem's folder; got \"cases/*.json\""},
           Row{function + "  casesFrom: [\"*/a.json\"]\n",
               {{"cases/a.json", ""}},
               "p/problem.yaml:14:15: spec.casesFrom[0] is no path inside the problem's folder; "
               "such as cases/*.json; * stands in the last part only, and .. nowhere; got "
               "\"*/a.json\""},
           Row{function + "  casesFrom: [\"cases/*.in\"]\n",
               {{"cases/a.in", ""}},
               "p/problem.yaml:14:15: spec.casesFrom[0] does not fit the contract; function: "
               "cases/*.json; got \"cases/*.in\""},
           Row{stdio,
               {{"cases/a.in", ""}},
               "p/problem.yaml:8:15: spec.casesFrom[0] names cases/a.in without cases/a.ans; every "
               ".in has its .ans"},
           Row{stdio,
               {{"cases/a.in", "ab\xff"}, {"cases/a.ans", ""}},
               "p/problem.yaml:8:15: spec.casesFrom[0] names p/cases/a.in, which is not UTF-8; "
               "text is UTF-8; got byte 3"},
           Row{function + test::kOneCase + kFromJson,
               {{"cases/a.json", R"({"input": [[1, 2], 3], "output": []})"}},
               "p/cases/a.json: the document repeats the name a; every case has a name of its "
               "own"},
       }) {
    CAPTURE(row.lines);
    CHECK(error_of(row.lines, row.files) == row.error);
  }
}

TEST_CASE("load_problem: gives the position of broken JSON in a case file") {
  const std::string error =
      error_of(std::string(test::kTwoSum) + kFromJson, {{"cases/b.json", "{\n  \"input\": [\n"}});
  CAPTURE(error);
  CHECK(error.starts_with("p/cases/b.json:"));
  CHECK(error.find("not valid JSON") != std::string::npos);
}

TEST_CASE("load_problem: refuses a solution that states no verdict") {
  const std::string lines =
      std::string(test::kTwoSum) + "  solutions: [\"solutions/*\"]\n" + test::kOneCase;
  for (const char* name :
       {"solutions/solution.go", "solutions/acceptedly.go", "solutions/accepted"}) {
    CAPTURE(name);
    const std::string error = error_of(lines, {{name, ""}});
    CAPTURE(error);
    CHECK(error.starts_with("p/problem.yaml:14:15: spec.solutions[0] names the file " +
                            std::string(name) + " that states no verdict; "));
  }
}

TEST_CASE("load_problem: matches * anywhere in a file name") {
  const Problem problem = load_problem(test::problem_source(
      std::string(test::kTwoSum) + "  solutions: [\"*a*d*.go\"]\n" + test::kOneCase,
      {{"accepted.go", ""}, {"accepted-aad.go", ""}, {"accepted.cpp", ""}}));
  CHECK(problem.solutions.size() == 2);
}

}  // namespace algo::spec
