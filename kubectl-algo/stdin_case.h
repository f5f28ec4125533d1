#pragma once

#include "spec/problem.h"
#include "world.h"

namespace algo {

// Standard input as the only case of a problem: for the contract stdio as it is, else one JSON
// value per line, an argument each (for a class: the names of the calls, then their arguments).
// Throws Error(kInput) for what does not fit the problem's signature and bounds.
[[nodiscard]] spec::Case case_from_stdin(World& world, const spec::Problem& problem);

}  // namespace algo
