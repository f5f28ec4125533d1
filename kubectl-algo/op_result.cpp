#include "base/error.h"
#include "cluster_run.h"
#include "kept_result.h"
#include "kube/log_follow.h"
#include "perform.h"
#include "result/frame.h"
#include "run/log_tail.h"
#include "run/pod_log.h"
#include "run/runs.h"

namespace algo {

ExitCode perform(const LogsOp& op, ColorWhen /*color*/, World& world) {
  Cluster cluster(world, op.connection);
  const run::RunInfo run = run::find_run(cluster.place(), op.run.name);
  const std::string container = op.container.empty() ? "judge" : op.container;
  const Json pod = run::newest_pod(cluster.place(), run.job);
  if (op.follow) {
    run::tail_log(
        cluster.line(), pod, container, [&](std::string_view text) { world.out.write(text); });
  } else {
    world.out.write(run::pod_log(cluster.place(), pod, container));
  }
  return ExitCode::kAccepted;
}

// The report is in the judge's log for as long as its pod is there.
ExitCode perform(const ResultOp& op, ColorWhen color, World& world) {
  check_writable(world, op.judging.result_file);
  Cluster cluster(world, op.connection);
  const run::RunInfo run = run::find_run(cluster.place(), op.run.name);
  const Json pod = run::newest_pod(cluster.place(), run.job);
  const std::string log = run::pod_log(cluster.place(), pod, "judge");
  result::FrameReader reader;
  result::ResultAssembler assembler;
  reader.feed(log, [&](const result::FrameEvent& event) {
    if (const auto* frame = std::get_if<result::Frame>(&event)) assembler.add(*frame);
  });
  if (!assembler.complete()) {
    throw Error(ErrorKind::kIncomplete,
                "run " + run.name + " has no result yet",
                run.state == run::RunState::kEnded ? "its log ends without one" : "it is running",
                world.program + " attach " + run.name + cluster.flags_again());
  }
  const std::string bytes = assembler.bytes();
  const Judged judged = verified_report(bytes, run::judge_summary(pod), run.job);
  keep_result(world, op.judging.result_file, bytes);
  return conclude(world, judged, {op.judging.format, color, op.judging.result_file});
}

}  // namespace algo
