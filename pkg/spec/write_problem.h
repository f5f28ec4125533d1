#pragma once

#include "spec/problem.h"

namespace algo::spec {

// `contract`, `function`, `compare` and `limits` under the keys that problem.yaml has for them,
// added to `object`. Reading them again gives the same values.
void write_problem_parts(const Problem& problem, Json& object);

}  // namespace algo::spec
