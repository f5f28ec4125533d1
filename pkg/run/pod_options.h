#pragma once

#include "run/options.h"

namespace algo::run {

// Puts the options into a core/v1 PodSpec of pkg/bundle.
void apply_options(Json& pod, const Identity& identity, const Options& options);

// The patch that a person wrote, on the whole Job. Throws Error(kUsage) when it does not fit.
void apply_patch(Json& job, const Json& patch);

}  // namespace algo::run
