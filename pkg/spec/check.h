#pragma once

#include "spec/problem.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace algo::spec {

// Where in a value a rule was broken, which rule, and the offending value (shortened).
struct Violation {
  std::string where{};  // "nums[3]"
  std::string rule{};   // "integer: a whole number from -2147483648 to 2147483647"
  std::string value{};
  // The same place as indices below the case's `input`, or below its `output`.
  std::vector<std::size_t> indices{};
  bool in_output = false;
};

[[nodiscard]] std::optional<Violation> check_value(const Json& value, const Param& param);
// A value that only has a type, such as an answer; `name` begins `where`.
[[nodiscard]] std::optional<Violation> check_type(const Json& value,
                                                  const Type& type,
                                                  const std::string& name);
// A whole case: number of arguments, each value, and the type of the expected output.
[[nodiscard]] std::optional<Violation> check_case(const Problem& problem, const Case& one);
// Arguments that a case left out or gave as null, filled in from `default`; run before check_case.
// Leaves an ill-formed case as it is.
void apply_defaults(const Problem& problem, Case& one);

}  // namespace algo::spec
