#pragma once

#include "exit_code.h"
#include "op.h"
#include "world.h"

#include <map>
#include <string>

namespace algo {

struct ClusterRequest {
  std::map<std::string, std::string> files{};  // verified
  std::string result_file{};                   // "" = not kept
  JudgingOp judging{};
  ClusterOp cluster{};
};

// Submits the bundle as a run, follows it to its verified result, shows it and cleans up.
[[nodiscard]] ExitCode run_on_cluster(const ClusterRequest& request, ColorWhen color, World& world);

}  // namespace algo
