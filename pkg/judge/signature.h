#pragma once

#include "spec/manifest.h"

#include <string>
#include <string_view>

namespace algo::judge {

// The one clear line when a solution's signature is not the problem's:
// "solution.go:3: func twoSum(nums []int) []int, but two-sum asks for func twoSum(…) []int".
// "" when `log`, what the compiler said, does not hold one of the recipe's marks.
[[nodiscard]] std::string explain_signature(const spec::Recipe& recipe,
                                            const std::string& problem,
                                            std::string_view solution,
                                            std::string_view log);

}  // namespace algo::judge
