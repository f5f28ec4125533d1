#include "cluster_run.h"
#include "kept_result.h"
#include "perform.h"
#include "run/runs.h"

namespace algo {

ExitCode perform(const AttachOp& op, ColorWhen color, World& world) {
  check_writable(world, op.judging.result_file);
  Cluster cluster(world, op.cluster.connection);
  const run::RunInfo info = run::find_run(cluster.place(), op.run.name);
  Following how;
  how.result_file = op.judging.result_file;
  how.cleanup = op.cluster.cleanup;
  how.cancel_on_interrupt = op.cluster.cancel_on_interrupt;
  return attach_to(world, cluster, info, how, {op.judging.format, color});
}

}  // namespace algo
