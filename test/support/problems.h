#pragma once

#include "spec/problem.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace algo::test {

[[nodiscard]] inline spec::Type type(const std::string& word) {
  const std::optional<spec::Type> parsed = spec::parse_type(word);
  if (!parsed) throw std::invalid_argument(word);
  return *parsed;
}

[[nodiscard]] inline spec::Method method(const std::string& name,
                                         const std::vector<std::string>& params,
                                         const std::string& returns) {
  spec::Method method{.name = name, .params = {}, .returns = type(returns)};
  for (std::size_t i = 0; i < params.size(); ++i) {
    method.params.push_back(
        {.name = std::string(1, static_cast<char>('a' + i)), .type = type(params[i])});
  }
  return method;
}

// A problem of the function contract; parameters are called a, b, c …
[[nodiscard]] inline spec::Problem function_problem(const std::string& name,
                                                    const std::vector<std::string>& params,
                                                    const std::string& returns) {
  spec::Problem problem;
  problem.name = "sample";
  problem.title = "Sample";
  problem.function.call = method(name, params, returns);
  return problem;
}

[[nodiscard]] inline spec::Problem in_place_problem(const std::string& name,
                                                    const std::vector<std::string>& params) {
  spec::Problem problem = function_problem(name, params, "void");
  problem.function.in_place = "a";
  return problem;
}

[[nodiscard]] inline spec::Problem class_problem(const std::string& name,
                                                 const std::vector<std::string>& constructor,
                                                 const std::vector<spec::Method>& methods) {
  spec::Problem problem = function_problem("", constructor, "void");
  problem.function.class_name = name;
  problem.function.methods = methods;
  return problem;
}

[[nodiscard]] inline spec::Problem stdio_problem() {
  spec::Problem problem;
  problem.name = "sample";
  problem.title = "Sample";
  problem.contract = spec::Contract::kStdio;
  return problem;
}

[[nodiscard]] inline spec::Problem two_sum() {
  spec::Problem problem = function_problem("twoSum", {"integer[]", "integer"}, "integer[]");
  problem.title = "Two Sum";
  problem.function.call.params[0].name = "nums";
  problem.function.call.params[1].name = "target";
  return problem;
}

}  // namespace algo::test
