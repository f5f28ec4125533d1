#pragma once

#include "result/report.h"

#include <string>
#include <vector>

namespace algo::test {

// Every field is set to something of its own, so that mixing two of them up shows. Cases:
// "sample-1" AC with everything optional left out, "large-3" WA with everything there is, "rest"
// SKIP.
[[nodiscard]] result::Report sample_report();
[[nodiscard]] result::CaseResult case_with(const std::string& name, result::Verdict verdict);
[[nodiscard]] const std::vector<result::Verdict>& all_verdicts();

}  // namespace algo::test
