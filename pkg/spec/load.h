#pragma once

#include "spec/problem.h"
#include "spec/source.h"

namespace algo::spec {

// What to read of a problem: `list` needs no cases.
enum class Depth { kHeader, kWhole };

// Reads problem.yaml and the files that it names, and checks every rule of the format on every
// case. Throws Error(kInput) "FILE:LINE:COLUMN: what; rule; value" for the first thing that is
// wrong.
[[nodiscard]] Problem load_problem(const Source& source, Depth depth = Depth::kWhole);

}  // namespace algo::spec
