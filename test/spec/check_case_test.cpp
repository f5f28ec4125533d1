#include "spec/check.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::spec {

namespace {

Json json(const char* text) {
  return parse_json(text, "test");
}

Param param_of(const char* name, const char* type) {
  Param param;
  param.name = name;
  param.type = *parse_type(type);
  return param;
}

Problem cache_problem() {
  Problem problem;
  problem.function.class_name = "Cache";
  problem.function.call = {"Cache", {param_of("size", "integer")}, {}};
  problem.function.methods = {{"get", {param_of("key", "integer")}, *parse_type("integer")},
                              {"put", {param_of("key", "integer")}, {}}};
  problem.function.methods[0].params[0].default_value = Json(0);
  return problem;
}

std::string violation_of(const Problem& problem, const char* input, const char* output) {
  Case one;
  one.input = json(input);
  one.output = json(output);
  apply_defaults(problem, one);
  const auto found = check_case(problem, one);
  return found ? found->where + "; " + found->rule : "";
}

}  // namespace

TEST_CASE("check_case: takes the calls of a class") {
  CHECK(violation_of(cache_problem(),
                     R"([["Cache", "put", "get", "get"], [[2], [1], [1], []]])",
                     "[null, null, 1, 0]")
            .empty());
}

TEST_CASE("check_case: says which call of a class is wrong") {
  struct Row {
    const char* input;
    const char* output;
    const char* start;
  };
  for (const Row& row : {
           Row{"[]", "[]", "input; [[names of calls"},
           Row{"[[], []]", "[]", "input; [[names of calls"},
           Row{R"([["Cache"], [[1], [2]]])", "[null]", "input; [[names of calls"},
           Row{R"([["Cache"], 7])", "[null]", "input; [[names of calls"},
           Row{R"([["get"], [[1]]])", "[null]", "input[0][0]; the first call is Cache"},
           Row{R"([["Cache", "pop"], [[1], []]])",
               "[null, null]",
               "input[0][1]; a method of Cache"},
           Row{R"([["Cache", 3], [[1], []]])", "[null, null]", "input[0][1]; a method of Cache"},
           Row{R"([["Cache", "Cache"], [[1], [1]]])", "[null, null]", "input[0][1]; a method of"},
           Row{R"([["Cache"], [[]]])",
               "[null]",
               "input[1][0]; an array of the arguments of Cache("},
           Row{R"([["Cache", "put"], [[1], ["x"]]])", "[null, null]", "input[1][1] key; integer: "},
           Row{R"([["Cache"], [[1]]])", "[]", "output; an array with one value for each of the 1"},
           Row{R"([["Cache"], [[1]]])", "[1]", "output[0]; void: null"},
           Row{R"([["Cache", "put"], [[1], [1]]])", "[null, 1]", "output[1]; void: null"},
           Row{R"([["Cache", "get"], [[1], [1]]])", "[null, null]", "output[1]; integer: "},
       }) {
    CAPTURE(row.input);
    const std::string found = violation_of(cache_problem(), row.input, row.output);
    CAPTURE(found);
    CHECK(found.starts_with(row.start));
  }
}

TEST_CASE("check_case: judges an in-place function by its parameter") {
  Problem problem;
  problem.function.call = {"rotate", {param_of("nums", "integer[]")}, {}};
  problem.function.in_place = "nums";
  CHECK(problem.function.answer_type() == Type{Type::Base::kInteger, 1});
  CHECK(violation_of(problem, "[[1]]", "[1]").empty());
  CHECK(violation_of(problem, "[[1]]", "null").starts_with("output; integer[]: an array"));
}

TEST_CASE("check_case: wants text of a stdio problem") {
  Problem problem;
  problem.contract = Contract::kStdio;
  CHECK(violation_of(problem, "\"1\"", "\"2\"").empty());
  CHECK(violation_of(problem, "1", "\"2\"").starts_with("input; text"));
  CHECK(violation_of(problem, "\"1\"", "2").starts_with("output; text"));
}

TEST_CASE("apply_defaults: leaves ill-formed input to check_case") {
  for (const char* input :
       {"3", "[1]", "[[\"Cache\"], 3]", "[[\"Cache\", \"get\"], [[1], 3]]", "{}"}) {
    CAPTURE(input);
    CHECK_FALSE(violation_of(cache_problem(), input, "[]").empty());
  }
}

}  // namespace algo::spec
