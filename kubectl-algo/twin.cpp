#include "twin.h"

#include "base/text.h"
#include "run/fields.h"

#include <algorithm>

namespace algo {
namespace {

constexpr const char* kBundleLabel = "bundle";

// A Job that is held back, and by no queue, is what a lost machine leaves: it never goes on.
bool goes_on(const run::RunInfo& one) {
  if (one.state == run::RunState::kEnded) return false;
  const bool queued = !run::label_of(one.job, run::kQueueLabel).empty();
  return one.state == run::RunState::kRunning || queued;
}

// The newest.
std::optional<run::RunInfo> find_twin(Cluster& cluster, const run::Objects& objects) {
  const std::string label = run::label_of(objects.job, kBundleLabel);
  const std::string selector = label.empty() ? "" : std::string(kBundleLabel) + "=" + label;
  for (run::RunInfo& one : run::list_runs(cluster.client(), cluster.namespace_name(), selector)) {
    if (one.digest == objects.digest && goes_on(one)) return std::move(one);
  }
  return std::nullopt;
}

// The letter of the answer; Enter means the first.
Twin::Choice ask(World& world, const run::RunInfo& run) {
  world.err.write("run " + printable(run.name) + " judges the same bundle, since " +
                  printable(run.created) + "\n");
  while (true) {
    world.err.write("  attach to it (a), judge again (j), or quit (q)? [a] ");
    const std::string answer = world.in.read_line();
    world.interrupts.check();
    if (answer.empty() || answer == "a") return Twin::Choice::kAttach;
    if (answer == "j") return Twin::Choice::kAgain;
    if (answer == "q") return Twin::Choice::kLeave;
  }
}

}  // namespace

Twin meet_twin(World& world, Cluster& cluster, const run::Objects& objects, IfRunning what) {
  if (what == IfRunning::kAgain) return {};
  std::optional<run::RunInfo> twin = find_twin(cluster, objects);
  if (!twin) return {};
  if (what == IfRunning::kAttach) return {Twin::Choice::kAttach, std::move(*twin)};
  if (world.in.is_terminal() && world.err.is_terminal()) {
    const Twin::Choice choice = ask(world, *twin);
    return {choice, std::move(*twin)};
  }
  world.err.write("note: run " + printable(twin->name) +
                  " judges the same bundle; this one judges it again. To follow that: " +
                  world.program + " attach " + printable(twin->name) + cluster.flags_again() +
                  ", or run --if-running=attach\n");
  return {};
}

}  // namespace algo
