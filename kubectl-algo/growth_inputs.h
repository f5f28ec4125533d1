#pragma once

#include "op.h"
#include "submission.h"
#include "world.h"

#include <cstdint>
#include <string>
#include <vector>

namespace algo {

// Inputs that a problem's generator wrote.
struct GrowthInputs {
  std::vector<std::uint64_t> sizes{};  // growing
  std::vector<spec::Case> cases{};     // `repeat` of each size, by size; named "n-SIZE-NUMBER"
  std::string generator{};             // its path in the problem's folder
  std::string sha256{};                // of all inputs, so that a repetition can be recognised
};

// Runs the generator in the sandbox, as any other program of strangers.
// Throws Error(kInput): the problem has none, the sizes make no sense, or what it wrote does not
// fit the problem.
[[nodiscard]] GrowthInputs make_growth_inputs(World& world,
                                              const LoadedProblem& loaded,
                                              const BenchOp& op,
                                              ColorWhen color);

}  // namespace algo
