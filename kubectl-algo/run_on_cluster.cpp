#include "run_on_cluster.h"

#include "base/error.h"
#include "base/text.h"
#include "base/yaml_emit.h"
#include "cluster_run.h"
#include "kept_result.h"
#include "run/objects.h"
#include "run/preflight.h"
#include "run/runs.h"

namespace algo {
namespace {

run::Objects objects_of(const ClusterRequest& request, World& world) {
  run::Options options = request.cluster.options;
  options.cases = request.judging.cases;
  options.fail_fast = request.judging.fail_fast;
  const auto manifest = request.files.find("bundle.json");
  const Json json = parse_json(manifest->second, "bundle.json");
  const run::Identity identity =
      run::make_identity(json.at("problem").get<std::string>(), world.random);
  return run::make_objects(request.files, identity, options);
}

ExitCode print_objects(const run::Objects& objects, World& world) {
  std::string text;
  for (const Json& config_map : objects.config_maps) text += to_yaml(config_map) + "---\n";
  Json job = objects.job;
  job["spec"].erase("suspend");
  world.out.write(text + to_yaml(job));
  return ExitCode::kAccepted;
}

// Somebody who types `run` twice may want the first one.
void tell_of_twins(Cluster& cluster, const run::Objects& objects, World& world) {
  for (const run::RunInfo& one : run::list_runs(cluster.client(), cluster.namespace_name(), "")) {
    if (one.digest != objects.digest || one.state == run::RunState::kEnded) continue;
    world.err.write("note: the same bundle is being judged as " + printable(one.name) +
                    "; to follow that: " + world.program + " attach " + printable(one.name) +
                    cluster.flags_again() + "\n");
  }
}

Json submit(const run::Objects& objects, Cluster& cluster, RunTalk& talk, World& world) {
  const Nanos begin = world.clock.monotonic();
  run::preflight(cluster.place(), objects, world.program);
  const Nanos checked = world.clock.monotonic();
  talk.step("allowed", "permissions, quota and Pod Security checked", checked - begin);
  tell_of_twins(cluster, objects, world);
  Json job = run::submit(cluster.place(), objects);
  talk.step("submitted", objects.identity.name, world.clock.monotonic() - checked);
  return job;
}

ExitCode detached(const run::Objects& objects, const Cluster& cluster, World& world) {
  world.out.write(objects.identity.name + "\n");
  world.err.write(ways_back(world, cluster, objects.identity.name));
  return ExitCode::kAccepted;
}

Following following(const ClusterRequest& request) {
  Following how;
  how.patience.schedule = request.cluster.schedule_timeout;
  how.patience.wait_for_quota = request.cluster.wait_for_quota;
  how.result_file = request.result_file;
  how.cleanup = request.cluster.cleanup;
  how.cancel_on_interrupt = request.cluster.cancel_on_interrupt;
  return how;
}

}  // namespace

ExitCode run_on_cluster(const ClusterRequest& request, ColorWhen color, World& world) {
  const run::Objects objects = objects_of(request, world);
  if (request.cluster.dry_run == DryRun::kClient) return print_objects(objects, world);
  if (!request.cluster.detach) check_writable(world, request.result_file);
  Cluster cluster(world, request.cluster.connection);
  Follower follower(world, request.judging.format, color, "");
  RunTalk talk(world, color, follower);
  world.err.write(printable(objects.problem + " · " + objects.language) + " → " + cluster.where() +
                  ", run " + objects.identity.name + "\n");
  if (request.cluster.dry_run == DryRun::kServer) {
    run::preflight(cluster.place(), objects, world.program);
    world.out.write("job.batch/" + objects.identity.name + " created (server dry run)\n");
    return ExitCode::kAccepted;
  }
  const Json job = submit(objects, cluster, talk, world);
  if (request.cluster.detach) return detached(objects, cluster, world);
  const Conclusion conclusion{request.judging.format, color};
  return follow_and_conclude(world, cluster, job, following(request), conclusion, follower, talk);
}

}  // namespace algo
