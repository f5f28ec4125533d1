#pragma once

#include "spec/problem.h"

#include <string>

namespace algo::bundle {

// test-cases.json as text: one line per key of the whole and one per case, so that people can read
// it and a diff shows the case that changed.
[[nodiscard]] std::string cases_text(const spec::Problem& problem);

}  // namespace algo::bundle
