#pragma once

#include "cluster.h"
#include "conclude.h"
#include "run/runs.h"
#include "run_talk.h"

#include <string>

namespace algo {

// Everything about following one run that the person has a say in.
struct Following {
  run::Patience patience{};
  std::string result_file{};  // "" = not kept
  Cleanup cleanup = Cleanup::kSuccess;
  bool cancel_on_interrupt = false;
};

// Follows the run of `job`, verifies and keeps its result, and cleans up.
// Throws Error: see run/follow.h; says before how to come back to the run, when it is still there.
[[nodiscard]] Judged follow_run(World& world,
                                Cluster& cluster,
                                const Json& job,
                                const Following& how,
                                Follower& follower,
                                RunTalk& talk);

// The same, and shows the end of it. A person who stops following gets kInterrupted.
[[nodiscard]] ExitCode follow_and_conclude(World& world,
                                           Cluster& cluster,
                                           const Json& job,
                                           const Following& how,
                                           const Conclusion& conclusion,
                                           Follower& follower,
                                           RunTalk& talk);

// Follows a run that somebody has submitted, from its first case on.
[[nodiscard]] ExitCode attach_to(World& world,
                                 Cluster& cluster,
                                 const run::RunInfo& run,
                                 const Following& how,
                                 const Conclusion& conclusion);

// The report in these bytes, if it is that of this Job. `summary` is the judge's termination
// message, or "". Throws Error(kIncomplete).
[[nodiscard]] Judged verified_report(const std::string& bytes,
                                     const std::string& summary,
                                     const Json& job);

// "back:" and "cancel:", the commands for a run that goes on.
[[nodiscard]] std::string ways_back(const World& world,
                                    const Cluster& cluster,
                                    const std::string& name);

}  // namespace algo
