#pragma once

#include "judge/compare.h"
#include "result/report.h"
#include "spec/problem.h"

namespace algo::judge {

// What a person needs to see of a failed case, cut so that a case's frame stays below its limit:
// arguments by name ("nums = [3, 3, 8, … 9997 more], target = 6"), calls of a class, or the first
// lines of standard input; expected and got around the place where they part. `got` is null when
// there is no answer; then `compared` says nothing.
[[nodiscard]] result::Difference describe(const spec::Problem& problem,
                                          const spec::Case& one,
                                          const Json* got,
                                          const Comparison& compared);

}  // namespace algo::judge
