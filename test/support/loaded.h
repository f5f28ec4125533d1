#pragma once

#include "spec/problem_json.h"

#include <string>

namespace algo::test {

// A test-cases.json with the values of all of its cases.
[[nodiscard]] inline spec::Problem loaded_cases_json(const std::string& bytes,
                                                     const std::string& name) {
  spec::Problem problem = spec::from_cases_json(bytes, name);
  for (spec::Case& one : problem.cases) spec::load_case(problem, one);
  return problem;
}

}  // namespace algo::test
