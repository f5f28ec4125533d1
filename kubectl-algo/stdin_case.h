#pragma once

#include "spec/problem.h"
#include "world.h"

namespace algo {

// A case that a text gives and nothing is expected of: for the contract stdio the text as it is,
// else one JSON value per line, an argument each (for a class: the names of the calls, then their
// arguments). It is named `origin`, which also begins the place in messages.
// Throws Error(kInput), with `next`, for what does not fit the problem's signature and bounds.
[[nodiscard]] spec::Case case_from_text(const spec::Problem& problem,
                                        const std::string& text,
                                        const std::string& origin,
                                        const std::string& next);

// Standard input as the only case of a problem.
[[nodiscard]] spec::Case case_from_stdin(World& world, const spec::Problem& problem);

}  // namespace algo
