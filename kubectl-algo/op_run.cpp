#include "bundle/bundle.h"
#include "bundle_folder.h"
#include "conclude.h"
#include "local_judge.h"
#include "perform.h"

namespace algo {

ExitCode perform(const RunOp& op, ColorWhen color, World& world) {
  LocalRequest request;
  request.bundle = op.bundle.empty() ? bundle_here(world) : op.bundle;
  request.manifest = bundle::verify_bundle(read_bundle(world, request.bundle), request.bundle);
  request.judging = op.judging;
  request.result_file =
      op.judging.result_file.empty() ? request.bundle + "/result.json" : op.judging.result_file;
  const std::unique_ptr<FileLock> lock = lock_bundle(world, request.bundle);
  Follower follower(world, op.judging.format, color);
  const Judged judged = judge_locally(world, request, follower);
  Conclusion how{op.judging.format, color, request.result_file};
  if (const result::CaseResult* failure = result::first_failure(judged.report)) {
    how.again = world.program + " run " + request.bundle + " --local --case " + failure->name;
  }
  return conclude(world, judged, how);
}

}  // namespace algo
