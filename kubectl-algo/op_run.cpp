#include "bundle/bundle.h"
#include "bundle_folder.h"
#include "conclude.h"
#include "local_judge.h"
#include "perform.h"
#include "run_on_cluster.h"

namespace algo {
namespace {

ExitCode run_here(const RunOp& op, ColorWhen color, World& world, const LocalRequest& request) {
  const std::unique_ptr<FileLock> lock = lock_bundle(world, request.bundle);
  Follower follower(world, op.judging.format, color);
  const Judged judged = judge_locally(world, request, follower);
  Conclusion how{op.judging.format, color, request.result_file};
  if (const result::CaseResult* failure = result::first_failure(judged.report)) {
    how.again = world.program + " run " + request.bundle + " --local --case " + failure->name;
  }
  return conclude(world, judged, how);
}

}  // namespace

ExitCode perform(const RunOp& op, ColorWhen color, World& world) {
  LocalRequest request;
  request.bundle = op.bundle.empty() ? bundle_here(world) : op.bundle;
  const std::map<std::string, std::string> files = read_bundle(world, request.bundle);
  request.manifest = bundle::verify_bundle(files, request.bundle);
  request.judging = op.judging;
  request.result_file =
      op.judging.result_file.empty() ? request.bundle + "/result.json" : op.judging.result_file;
  if (!op.cluster) return run_here(op, color, world, request);
  return run_on_cluster(
      {request.bundle, files, request.result_file, op.judging, *op.cluster}, color, world);
}

}  // namespace algo
