#include "base/error.h"
#include "cluster.h"
#include "kube/watch_known.h"
#include "perform.h"
#include "run/runs.h"

namespace algo {
namespace {

void remove(const run::RunInfo& run, const run::Place& place, World& world) {
  const std::string uid = kube::metadata_text(run.job, "uid");
  const run::Place there{place.client, run.namespace_name, place.go_on};
  if (run::remove_run(there, run.name, uid)) {
    world.out.write("job.batch/" + run.name + " deleted\n");
  }
}

}  // namespace

ExitCode perform(const RemoveOp& op, ColorWhen /*color*/, World& world) {
  Cluster cluster(world, op.connection);
  const run::RunInfo run = run::find_run(cluster.place(), op.run.name);
  if (op.live_only && run.state == run::RunState::kEnded) {
    throw Error(ErrorKind::kInput,
                "run " + run.name + " has ended already",
                "",
                world.program + " result " + run.name + cluster.flags_again() + ", or delete");
  }
  remove(run, cluster.place(), world);
  return ExitCode::kAccepted;
}

ExitCode perform(const GcOp& op, ColorWhen /*color*/, World& world) {
  Cluster cluster(world, op.connection);
  const std::string place = op.all_namespaces ? "" : cluster.namespace_name();
  const auto before =
      world.clock.calendar() -
      std::chrono::duration_cast<std::chrono::system_clock::duration>(op.older_than);
  for (const run::RunInfo& run :
       run::leftovers(run::list_runs(cluster.client(), place, ""), rfc3339(before))) {
    if (op.dry_run != DryRun::kNone) {
      world.out.write("job.batch/" + run.name + " deleted (client dry run)\n");
    } else {
      remove(run, cluster.place(), world);
    }
  }
  return ExitCode::kAccepted;
}

}  // namespace algo
