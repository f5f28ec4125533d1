#pragma once

#include "base/json.h"
#include "spec/problem.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace algo::judge {

// Whether an answer is the expected one and, if not, where the two part.
struct Comparison {
  bool equal = true;
  std::vector<std::size_t> path{};  // into the value: {3, 1} is [3][1]; empty for texts
  std::string what{};               // "expected 1, got 0", "line 3: …"; at most a few 100 bytes
  std::size_t expected_at = 0;      // texts: offsets of the first difference
  std::size_t got_at = 0;
};

// Compares values of the contract "function", or (both strings) what the contract "stdio" printed.
//   exact      the same JSON value; numbers by value without rounding (1 is 1.0), strings by bytes,
//              so for stdio the same bytes
//   unordered  arrays down to `depth` are multisets
//   float      as exact, but numbers may differ by `abs`, or by `rel` times the expected number;
//   NaN
//              and infinities (which arrive as the strings of spec/wire.h) equal nothing. Texts: as
//              tokens, where both tokens are decimal numbers with that tolerance
//   tokens     the same words between ASCII white space
//   lines      the same lines; white space at the end of a line and empty lines at the end do not
//              count
// Neither value holds a NaN.
[[nodiscard]] Comparison compare(const spec::Compare& rule, const Json& expected, const Json& got);

// The parts of it, one file each.
[[nodiscard]] Comparison compare_values(const spec::Compare& rule,
                                        const Json& expected,
                                        const Json& got);
[[nodiscard]] Comparison compare_unordered(int depth, const Json& expected, const Json& got);
[[nodiscard]] Comparison compare_tokens(const spec::Compare& rule,
                                        std::string_view expected,
                                        std::string_view got);
[[nodiscard]] Comparison compare_lines(std::string_view expected, std::string_view got);

// Whether `got` is near enough to `expected`; both finite.
[[nodiscard]] bool within(const spec::Compare& rule, long double expected, long double got);

}  // namespace algo::judge
