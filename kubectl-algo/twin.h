#pragma once

#include "cluster.h"
#include "op.h"
#include "run/objects.h"
#include "run/runs.h"

namespace algo {

// A run of the same bundle that goes on, and what is to be done about it.
struct Twin {
  enum class Choice {
    kAgain,   // judge once more; also when there is no such run
    kAttach,  // follow `run`
    kLeave,   // neither
  };
  Choice choice = Choice::kAgain;
  run::RunInfo run{};
};

// Whoever types `run` twice may want the first one. Asks the person, where there is one and `what`
// does not say it already; elsewhere says in one line what happens.
[[nodiscard]] Twin meet_twin(World& world,
                             Cluster& cluster,
                             const run::Objects& objects,
                             IfRunning what);

}  // namespace algo
