#pragma once

#include "result/verdict.h"
#include "sandbox/sandbox.h"

#include <string>
#include <string_view>
#include <vector>

namespace algo::judge {

struct Ruling {
  result::Verdict verdict = result::Verdict::kAC;
  std::string cause{};
};

// What the way a process ended means, before its answer is looked at. kAC = nothing is wrong with
// it. The rules are the first thirteen of VERDICTS.md.
[[nodiscard]] Ruling classify(const sandbox::Ended& ended,
                              const sandbox::Limits& limits,
                              std::string_view error_output,
                              const std::vector<std::string>& out_of_memory_marks);

}  // namespace algo::judge
