#pragma once

#include "support/memory_source.h"

#include <map>
#include <string>

namespace algo::test {

// problem.yaml with the given lines below `spec` (two blanks in front of each); 6 lines of header
// come before them.
inline std::string problem_yaml(const std::string& spec_lines) {
  return "apiVersion: algorithm/v1alpha1\n"
         "kind: Problem\n"
         "metadata: {name: two-sum}\n"
         "spec:\n"
         "  title: Two Sum\n"
         "  difficulty: easy\n" +
         spec_lines;
}

inline constexpr const char* kTwoSum =
    "  contract: function\n"
    "  function:\n"
    "    name: twoSum\n"
    "    params:\n"
    "      - {name: nums, type: \"integer[]\", min: 2, max: 4, items: {min: -5, max: 5}}\n"
    "      - {name: target, type: integer}\n"
    "    returns: \"integer[]\"\n";

inline constexpr const char* kOneCase =
    "  cases:\n"
    "    - {name: a, input: [[1, 2], 3], output: [0, 1]}\n";

inline MemorySource problem_source(const std::string& spec_lines,
                                   std::map<std::string, std::string> files = {}) {
  files["problem.yaml"] = problem_yaml(spec_lines);
  return MemorySource(std::move(files));
}

}  // namespace algo::test
