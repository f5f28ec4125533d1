#include "bundle/bundle.h"
#include "bundle/embedded.h"
#include "bundle_folder.h"
#include "catalog/catalog.h"
#include "conclude.h"
#include "local_judge.h"
#include "perform.h"
#include "run_on_cluster.h"
#include "submission.h"

#include <algorithm>

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

// Whether the argument is no folder but the name of a problem at hand.
bool names_problem(const RunOp& op, const World& world) {
  if (op.bundle.empty() || world.files.exists(op.bundle)) return false;
  const catalog::Catalog catalog(world.files, world.environment.get("ALGO_PATH").value_or(""));
  const std::vector<catalog::Entry> entries = catalog.entries();
  return std::any_of(entries.begin(), entries.end(), [&](const catalog::Entry& entry) {
    return entry.id == op.bundle;
  });
}

// A bundle that is made for this run and not kept, of the solution that `build` would take.
ExitCode run_problem(const RunOp& op, const ClusterOp& cluster, ColorWhen color, World& world) {
  const LoadedProblem loaded = load(world, op.bundle);
  const Submission submission = find_submission(world, loaded, "", "");
  world.err.write(submission.origin + "\n");
  const bundle::Bundle bundle = bundle::make_bundle(loaded.problem,
                                                    *submission.language,
                                                    submission.text,
                                                    {},
                                                    bundle::embedded_runner(),
                                                    ALGO_VERSION);
  return run_on_cluster({bundle.files, op.judging.result_file, op.judging, cluster}, color, world);
}

}  // namespace

ExitCode perform(const RunOp& op, ColorWhen color, World& world) {
  if (op.cluster && names_problem(op, world)) return run_problem(op, *op.cluster, color, world);
  LocalRequest request;
  request.bundle = op.bundle.empty() ? bundle_here(world) : op.bundle;
  const std::map<std::string, std::string> files = read_bundle(world, request.bundle);
  request.manifest = bundle::verify_bundle(files, request.bundle);
  request.judging = op.judging;
  request.result_file =
      op.judging.result_file.empty() ? request.bundle + "/result.json" : op.judging.result_file;
  if (!op.cluster) return run_here(op, color, world, request);
  return run_on_cluster({files, request.result_file, op.judging, *op.cluster}, color, world);
}

}  // namespace algo
