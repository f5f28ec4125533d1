#pragma once

#include "cluster.h"
#include "op.h"
#include "run/survey.h"

#include <vector>

namespace algo {

// Runs one short pod like those of runs and says what holds there. It is deleted again, also after
// Ctrl-C. Throws Error: what would stop a run stops a probe.
[[nodiscard]] std::vector<run::Observation> probe(World& world,
                                                  Cluster& cluster,
                                                  const run::Options& options,
                                                  ColorWhen color);

}  // namespace algo
