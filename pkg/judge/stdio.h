#pragma once

#include "judge/interrupt.h"
#include "judge/outcome.h"

#include <string_view>

namespace algo::judge {

// Runs the solution once, as a program of its own, with `input` on its standard input.
[[nodiscard]] Outcome run_stdio(sandbox::Sandbox& box,
                                const RunPlan& plan,
                                std::string_view input,
                                const Interrupt& interrupt);

}  // namespace algo::judge
