#include "spec/error_of.h"
#include "spec/load.h"
#include "spec/problem_text.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::spec {

namespace {

std::string error_of(const std::string& spec_lines) {
  return test::error_of([&] { return load_problem(test::problem_source(spec_lines)); });
}

// The error for a problem whose only flaw is in this parameter, at line 11.
std::string param_error(const std::string& param) {
  return error_of("  contract: function\n  function:\n    name: f\n    params:\n      - " + param +
                  "\n    returns: integer\n  cases: [{name: a, input: [1], output: 1}]\n");
}

struct Row {
  std::string yaml;
  std::string error;
};

}  // namespace

TEST_CASE("load_problem: says where a key is unknown, missing or ill-typed") {
  const std::string rest = std::string(test::kTwoSum) + test::kOneCase;
  for (const Row& row : {
           Row{"  dificulty: hard\n" + rest,
               "p/problem.yaml:7:3: unknown key \"dificulty\" in spec; did you mean "
               "\"difficulty\"?"},
           Row{"  tags: array\n" + rest,
               "p/problem.yaml:7:9: spec.tags is no list; write [A, B] or lines that begin with "
               "\"- \"; got \"array\""},
           Row{"  tags: [1]\n" + rest,
               "p/problem.yaml:7:10: spec.tags[0] is no text; put it in quotes to make it text; "
               "got 1"},
           Row{"  cases: []\n",
               "p/problem.yaml:5:3: spec lacks the key \"contract\"; it is required"},
           Row{"  contract: interactive\n",
               "p/problem.yaml:7:13: spec.contract is not supported by this version; function or "
               "stdio; got \"interactive\""},
           Row{"  contract: plugin\n",
               "p/problem.yaml:7:13: spec.contract is not supported by this version; function or "
               "stdio; got \"plugin\""},
           Row{"  contract: functional\n",
               "p/problem.yaml:7:13: spec.contract is no contract; function or stdio; got "
               "\"functional\""},
           Row{"  statement: ../secret\n" + rest,
               "p/problem.yaml:7:14: spec.statement is no path inside the problem's folder; such "
               "as statement.md; got \"../secret\""},
           Row{"  statement: statement.md\n" + rest,
               "p/problem.yaml:7:14: spec.statement does not exist; a file in the problem's "
               "folder; got \"statement.md\""},
           Row{test::kTwoSum,
               "p/problem.yaml:5:3: spec has no cases; cases or casesFrom gives at least one"},
       }) {
    CAPTURE(row.yaml);
    CHECK(error_of(row.yaml) == row.error);
  }
}

TEST_CASE("load_problem: refuses limits without unit or out of range") {
  for (const Row& row : {
           Row{"{time: 1}",
               "14:18: spec.limits.time is no duration; a number with a unit, such as 500ms or "
               "2s, from 1 ms to 600 s; got 1"},
           Row{"{memory: 128Mb}",
               "14:20: spec.limits.memory is no quantity; a quantity such as 128Mi, from 4 MiB to "
               "64 GiB; got \"128Mb\""},
           Row{"{memory: 1}",
               "14:20: spec.limits.memory is out of range; a quantity such as 128Mi, from 4 MiB "
               "to 64 GiB; got 1"},
           Row{"{processes: 0}",
               "14:23: spec.limits.processes is out of range; a whole number from 1 to 4096; got "
               "0"},
           Row{"{cpu: 1}",
               "14:12: unknown key \"cpu\" in spec.limits; known keys: time, wall, memory, "
               "output, processes"},
       }) {
    CAPTURE(row.yaml);
    CHECK(error_of(std::string(test::kTwoSum) + "  limits: " + row.yaml + "\n" + test::kOneCase) ==
          "p/problem.yaml:" + row.error);
  }
}

TEST_CASE("load_problem: refuses ways to compare that do not fit") {
  for (const Row& row : {
           Row{"anyOf", "14:12: spec.compare is not supported by this version; "},
           Row{"{checker: c.py}", "14:22: spec.compare.checker is not supported by this version; "},
           Row{"tokens", "14:12: spec.compare does not fit the contract; "},
           Row{"{unordered: 2}", "14:12: spec.compare is deeper than the answer; "},
           Row{"{unordered: 0}", "14:24: spec.compare.unordered is out of range; "},
           Row{"{float: {abs: 1e-9}}", "14:12: spec.compare does not fit the answer; "},
           Row{"{float: {abs: -1}}", "14:26: spec.compare.float.abs is no tolerance; "},
           Row{"{float: {}}", "14:20: spec.compare.float is empty; "},
           Row{"{}", "14:12: spec.compare is not one way to compare; "},
           Row{"[exact]", "14:12: spec.compare is no text; "},
           Row{"{unorderd: 1}", "14:13: unknown key \"unorderd\" in spec.compare; did you mean "},
       }) {
    CAPTURE(row.yaml);
    const std::string error =
        error_of(std::string(test::kTwoSum) + "  compare: " + row.yaml + "\n" + test::kOneCase);
    CAPTURE(error);
    CHECK(error.starts_with("p/problem.yaml:" + row.error));
  }
}

TEST_CASE("load_problem: refuses parameters that contradict themselves") {
  for (const Row& row : {
           Row{"{name: 1x, type: integer}",
               "11:16: spec.function.params[0].name is no identifier; "},
           Row{"{name: n, type: int}", "11:25: spec.function.params[0].type is no type; "},
           Row{"{name: n, type: void}", "11:25: spec.function.params[0].type cannot be void; "},
           Row{"{name: n, tpye: integer}",
               "11:19: unknown key \"tpye\" in spec.function.params[0]; did you mean \"type\"?"},
           Row{"{name: n, type: integer, min: 3, max: 2}",
               "11:47: spec.function.params[0].max is below min; min is 3; got 2"},
           Row{"{name: n, type: integer, max: 3000000000}",
               "11:39: spec.function.params[0].max does not fit the type; integer: "},
           Row{"{name: n, type: boolean, max: 1}",
               "11:39: spec.function.params[0].max has no meaning; "},
           Row{"{name: n, type: string, min: -1}",
               "11:38: spec.function.params[0].min is out of range; "},
           Row{"{name: n, type: integer, items: {min: 1}}",
               "11:41: spec.function.params[0].items has no meaning; "},
           Row{"{name: n, type: integer, required: true, optional: true}",
               "11:60: spec.function.params[0].optional contradicts required; "},
           Row{"{name: n, type: integer, required: true, default: 1}",
               "11:59: spec.function.params[0].default is never used; "},
           Row{"{name: n, type: integer, default: x}",
               "11:43: spec.function.params[0].default does not fit the parameter; integer: "},
           Row{"{name: n, type: integer, min: 1, optional: true}",
               "11:9: spec.function.params[0] needs a default; "},
           Row{"{name: n, type: character, optional: true}",
               "11:9: spec.function.params[0] needs a default; "},
       }) {
    CAPTURE(row.yaml);
    const std::string error = param_error(row.yaml);
    CAPTURE(error);
    CHECK(error.starts_with("p/problem.yaml:" + row.error));
  }
}

TEST_CASE("load_problem: points at the argument that breaks a rule") {
  for (const Row& row : {
           Row{"input: [[1, 9], 3], output: [0, 1]",
               "15:29: case a: nums[1] breaks a rule; max 5; got 9"},
           Row{"input: [[1], 3], output: [0, 1]",
               "15:25: case a: nums breaks a rule; length at least 2, but "
               "it has 1; got [1]"},
           Row{"input: [[1, 2], 3.5], output: [0, 1]",
               "15:33: case a: target breaks a rule; integer: a whole "
               "number from -2147483648 to 2147483647; got 3.5"},
           Row{"input: [[1, 2]], output: [0, 1]",
               "15:24: case a: input breaks a rule; an array of the "
               "arguments of twoSum(integer[] nums, integer target): 2 of them, not 1; got "
               "[[1,2]]"},
           Row{"input: [[1, 2], 3], output: [0, yes]",
               "15:49: case a: output[1] breaks a rule; integer: a whole "
               "number from -2147483648 to 2147483647; got \"yes\""},
           Row{"output: []", "15:7: spec.cases[0] lacks the key \"input\"; it is required"},
       }) {
    CAPTURE(row.yaml);
    CHECK(error_of(std::string(test::kTwoSum) + "  cases:\n    - {name: a, " + row.yaml + "}\n") ==
          "p/problem.yaml:" + row.error);
  }
}

TEST_CASE("load_problem: refuses a second case of the same name") {
  CHECK(error_of(std::string(test::kTwoSum) + test::kOneCase +
                 "    - {name: a, input: [[1, 2], 3], output: [0, 1]}\n") ==
        "p/problem.yaml:16:7: spec.cases[1] repeats the name a; every case has a name of its own");
}

TEST_CASE("load_problem: refuses a foreign header") {
  const auto error = [](const std::string& yaml) {
    return test::error_of(
        [&] { return load_problem(test::MemorySource({{"problem.yaml", yaml}})); });
  };
  CHECK(error("apiVersion: v1\nkind: Problem\n") ==
        "p/problem.yaml:1:13: apiVersion is unknown to this version; write algorithm/v1alpha1; got "
        "\"v1\"");
  CHECK(
      error("apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: Two_Sum}\nspec: {}") ==
      "p/problem.yaml:3:18: metadata.name is no name; at most 40 lower-case letters, digits and "
      "dashes, no dash at an end; got \"Two_Sum\"");
  CHECK(error("[]") ==
        "p/problem.yaml:1:1: the document is no map; write KEY: VALUE lines; got []");
}

TEST_CASE("load_problem: refuses a quoted text that nothing closes") {
  const std::string rest = std::string(test::kTwoSum) + test::kOneCase;
  for (const char* end : {"", "\n", "\r\n", "\n \n\n"}) {
    CAPTURE(end);
    CHECK(error_of(rest + "  solutions: \"x" + end).find("not valid YAML") != std::string::npos);
  }
}

}  // namespace algo::spec
