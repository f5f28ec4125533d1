#pragma once

#include "judge/interrupt.h"
#include "judge/outcome.h"

#include <string_view>

namespace algo::judge {

// Runs the solution once, as a process of its own, with `input` on its standard input. `may_copy`:
// the process may be a copy of the plan's zygote, if it has one.
[[nodiscard]] Outcome run_stdio(sandbox::Sandbox& box,
                                const RunPlan& plan,
                                std::string_view input,
                                bool may_copy,
                                const Interrupt& interrupt);

}  // namespace algo::judge
