#include "spec/load.h"

#include "spec/problem_text.h"

#include <doctest/doctest.h>

#include <chrono>

namespace algo::spec {

using test::kOneCase;
using test::kTwoSum;
using test::problem_source;

TEST_CASE("load_problem: reads a whole problem") {
  const Problem problem = load_problem(problem_source(
      std::string("  tags: [array, hash-table]\n  statement: statement.md\n") + kTwoSum +
          "  compare: {unordered: 1}\n"
          "  limits: {time: 1500ms, memory: 64Mi, output: 1Mi, processes: 8}\n"
          "  solutions: [\"solutions/*\"]\n" +
          kOneCase +
          "    - {name: b, group: g, sample: true, input: [[1, 2, 3], 5], output: [1, 2]}\n",
      {{"statement.md", "Find it.\n"},
       {"solutions/accepted.go", ""},
       {"solutions/wrong-answer-first-pair.py", ""},
       {"solutions/time-limit.cpp", ""}}));
  CHECK(problem.name == "two-sum");
  CHECK(problem.title == "Two Sum");
  CHECK(problem.difficulty == "easy");
  CHECK(problem.tags == std::vector<std::string>{"array", "hash-table"});
  CHECK(problem.statement == "Find it.\n");
  CHECK(problem.contract == Contract::kFunction);
  CHECK(problem.function.call.name == "twoSum");
  REQUIRE(problem.function.call.params.size() == 2);
  CHECK(problem.function.call.params[0].bounds.max == Json(4));
  CHECK(problem.function.call.params[0].items.min == Json(-5));
  CHECK(problem.compare.mode == Compare::Mode::kUnordered);
  CHECK(problem.compare.depth == 1);
  CHECK(problem.limits.time == std::chrono::milliseconds(1500));
  CHECK(problem.limits.wall == std::chrono::seconds(4));
  CHECK(problem.limits.memory == 64U << 20U);
  CHECK(problem.limits.processes == 8);
  REQUIRE(problem.cases.size() == 2);
  CHECK(problem.cases[1].group == "g");
  CHECK(problem.cases[1].sample);
  CHECK(dump_json(problem.cases[1].input) == "[[1,2,3],5]");
  REQUIRE(problem.solutions.size() == 3);
  CHECK(problem.solutions[0].expected == "AC");
  CHECK(problem.solutions[1].expected == "TLE");
  CHECK(problem.solutions[2].path == "solutions/wrong-answer-first-pair.py");
  CHECK(problem.solutions[2].expected == "WA");
}

TEST_CASE("load_problem: has defaults for what may be left out") {
  const Problem problem = load_problem(problem_source(std::string(kTwoSum) + kOneCase));
  CHECK(problem.compare.mode == Compare::Mode::kExact);
  CHECK(problem.limits.time == std::chrono::seconds(1));
  CHECK(problem.limits.wall == std::chrono::seconds(3));
  CHECK(problem.limits.memory == 128U << 20U);
  CHECK(problem.limits.output == 8U << 20U);
  CHECK(problem.limits.processes == 64);
  CHECK(problem.statement.empty());
  CHECK(problem.solutions.empty());
}

TEST_CASE("load_problem: compares stdio by tokens unless told otherwise") {
  const Problem problem = load_problem(problem_source(
      "  contract: stdio\n  cases:\n    - {name: a, input: \"1 2\\n\", output: \"3\"}\n"));
  CHECK(problem.contract == Contract::kStdio);
  CHECK(problem.compare.mode == Compare::Mode::kTokens);
  CHECK(problem.cases.at(0).input == Json("1 2\n"));
}

TEST_CASE("load_problem: fills in arguments left out or null") {
  const Problem problem = load_problem(
      problem_source("  contract: function\n"
                     "  function:\n"
                     "    name: f\n"
                     "    params:\n"
                     "      - {name: a, type: integer}\n"
                     "      - {name: b, type: \"string[]\", optional: true}\n"
                     "      - {name: c, type: long, default: 7}\n"
                     "    returns: integer\n"
                     "  cases:\n"
                     "    - {name: a, input: [1], output: 1}\n"
                     "    - {name: b, input: [1, null, 9007199254740993], output: 1}\n"));
  CHECK(dump_json(problem.cases.at(0).input) == "[1,[],7]");
  CHECK(dump_json(problem.cases.at(1).input) == "[1,[],9007199254740993]");
}

TEST_CASE("load_problem: reads a class") {
  const Problem problem = load_problem(problem_source(
      "  contract: function\n"
      "  function:\n"
      "    class: LRUCache\n"
      "    constructor: {params: [{name: capacity, type: integer, min: 1}]}\n"
      "    methods:\n"
      "      - {name: get, params: [{name: key, type: integer}], returns: integer}\n"
      "      - {name: put, params: [{name: key, type: integer}, {name: value, type: integer}], "
      "returns: void}\n"
      "  cases:\n"
      "    - {name: a, input: [[LRUCache, put, get], [[2], [1, 1], [1]]], output: [null, null, "
      "1]}\n"));
  CHECK(problem.function.is_class());
  CHECK(problem.function.class_name == "LRUCache");
  REQUIRE(problem.function.methods.size() == 2);
  CHECK(problem.function.methods[1].returns == Type{});
}

TEST_CASE("load_problem: reads an in-place parameter") {
  const Problem problem =
      load_problem(problem_source("  contract: function\n"
                                  "  function:\n"
                                  "    name: rotate\n"
                                  "    params: [{name: nums, type: \"integer[]\"}]\n"
                                  "    returns: void\n"
                                  "    inPlace: nums\n"
                                  "  cases:\n"
                                  "    - {name: a, input: [[1, 2]], output: [2, 1]}\n"));
  CHECK(problem.function.in_place == "nums");
}

TEST_CASE("load_problem: takes 1e5 for the bound of an integer") {
  const Problem problem =
      load_problem(problem_source("  contract: function\n"
                                  "  function:\n"
                                  "    name: f\n"
                                  "    params: [{name: n, type: integer, max: 1e5}]\n"
                                  "    returns: integer\n"
                                  "  cases: [{name: a, input: [1], output: 1}]\n"));
  CHECK(dump_json(*problem.function.call.params.at(0).bounds.max) == "100000");
}

TEST_CASE("load_problem: tells the first wrong case file, however many there are") {
  std::map<std::string, std::string> files;
  for (char name = 'a'; name <= 'z'; ++name) {
    files[std::string("cases/") + name + ".json"] =
        name < 'f' ? R"({"input": [[1, 2], 3], "output": [0, 1]})" : "broken";
  }
  files["cases/e.json"] = R"({"input": [[1]], "output": [0, 0]})";
  const auto source =
      problem_source(std::string(kTwoSum) + "  casesFrom: [\"cases/*.json\"]\n", files);
  try {
    static_cast<void>(load_problem(source));
    FAIL("loaded");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).starts_with("p/cases/e.json: "));
  }
}

TEST_CASE("load_problem: reads no cases for the header alone") {
  const auto source = problem_source(std::string(kTwoSum) + "  casesFrom: [\"cases/*.json\"]\n",
                                     {{"cases/a.json", "broken"}});
  const Problem problem = load_problem(source, Depth::kHeader);
  CHECK(problem.title == "Two Sum");
  CHECK(problem.cases.empty());
  CHECK(source.reads() == std::vector<std::string>{"problem.yaml"});
}

}  // namespace algo::spec
