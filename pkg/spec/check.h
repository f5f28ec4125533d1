#pragma once

#include <optional>
#include <string>

#include "spec/problem.h"

namespace algo::spec {

// Where in a value a rule was broken, which rule, and the offending value (shortened).
struct Violation {
  std::string where{};  // "nums[3]"
  std::string rule{};   // "integer: a whole number from -2147483648 to 2147483647"
  std::string value{};
};

[[nodiscard]] std::optional<Violation> check_value(const Json& value, const Param& param);
// A whole case: number of arguments, each value, and the type of the expected output.
[[nodiscard]] std::optional<Violation> check_case(const Problem& problem, const Case& one);
// Arguments that a case may leave out, filled in from `default`; run before check_case.
void apply_defaults(const Problem& problem, Case& one);

}  // namespace algo::spec
