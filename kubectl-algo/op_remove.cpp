#include "base/error.h"
#include "cluster.h"
#include "kube/watch_known.h"
#include "perform.h"
#include "run/runs.h"

namespace algo {
namespace {

void remove(const run::RunInfo& run, const run::Place& place, bool names_only, World& world) {
  const std::string uid = kube::metadata_text(run.job, "uid");
  const run::Place there{place.client, run.namespace_name, place.go_on};
  if (run::remove_run(there, run.name, uid)) {
    world.out.write("job.batch/" + run.name + (names_only ? "\n" : " deleted\n"));
  }
}

bool takes(const RemoveOp& op, const run::RunInfo& run) {
  return !op.live_only || run.state != run::RunState::kEnded;
}

// By name, all of them before anything is deleted: a wrong name changes nothing.
std::vector<run::RunInfo> named(const RemoveOp& op, Cluster& cluster, World& world) {
  std::vector<run::RunInfo> runs;
  if (op.last) runs.push_back(run::find_run(cluster.place(), ""));
  for (const std::string& name : op.names) runs.push_back(run::find_run(cluster.place(), name));
  for (const run::RunInfo& run : runs) {
    if (takes(op, run)) continue;
    throw Error(ErrorKind::kInput,
                "run " + run.name + " has ended already",
                "",
                world.program + " result " + run.name + cluster.flags_again() + ", or delete");
  }
  return runs;
}

std::vector<run::RunInfo> selected(const RemoveOp& op, Cluster& cluster, World& world) {
  const std::string place = op.all_namespaces ? "" : cluster.namespace_name();
  std::vector<run::RunInfo> runs = run::list_runs(cluster.client(), place, op.selector);
  std::erase_if(runs, [&](const run::RunInfo& run) { return !takes(op, run); });
  if (runs.empty()) world.err.write("No runs found.\n");
  return runs;
}

}  // namespace

ExitCode perform(const RemoveOp& op, ColorWhen /*color*/, World& world) {
  Cluster cluster(world, op.connection);
  for (const run::RunInfo& run :
       op.selector.empty() ? named(op, cluster, world) : selected(op, cluster, world)) {
    remove(run, cluster.place(), op.names_only, world);
  }
  return ExitCode::kAccepted;
}

ExitCode perform(const GcOp& op, ColorWhen /*color*/, World& world) {
  Cluster cluster(world, op.connection);
  const std::string place = op.all_namespaces ? "" : cluster.namespace_name();
  const auto before =
      world.clock.calendar() -
      std::chrono::duration_cast<std::chrono::system_clock::duration>(op.older_than);
  for (const run::RunInfo& run :
       run::leftovers(run::list_runs(cluster.client(), place, op.selector), rfc3339(before))) {
    if (op.dry_run != DryRun::kNone) {
      world.out.write("job.batch/" + run.name + " deleted (client dry run)\n");
    } else {
      remove(run, cluster.place(), false, world);
    }
  }
  return ExitCode::kAccepted;
}

}  // namespace algo
