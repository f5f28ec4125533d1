#pragma once

#include "result/report.h"

#include <vector>

namespace algo::judge {

// One result of several runs of a case, at least one: the first that has the worst verdict, with
// the spread of all; a note when their verdicts differ.
[[nodiscard]] result::CaseResult merge_runs(std::vector<result::CaseResult> runs);

}  // namespace algo::judge
