#include "run_on_cluster.h"

#include "base/error.h"
#include "base/text.h"
#include "base/yaml_emit.h"
#include "cluster_run.h"
#include "config.h"
#include "kept_result.h"
#include "run/objects.h"
#include "run/preflight.h"
#include "run/uids.h"
#include "twin.h"

namespace algo {
namespace {

run::Objects objects_of(const ClusterRequest& request,
                        const run::Identity& identity,
                        const World& world) {
  run::Options options = request.cluster.options;
  options.cases = request.judging.cases;
  options.fail_fast = request.judging.fail_fast;
  options.images_instead = images_instead(read_config(world.files, world.environment));
  return run::make_objects(request.files, identity, options);
}

std::string case_count(const ClusterRequest& request) {
  std::size_t count = request.judging.cases.size();
  if (count == 0) {
    count = parse_json(request.files.at("test-cases.json"), "test-cases.json").at("cases").size();
  }
  return std::to_string(count) + (count == 1 ? " case" : " cases");
}

run::Identity identity_of(const ClusterRequest& request, const World& world) {
  const Json json = parse_json(request.files.at("bundle.json"), "bundle.json");
  return run::make_identity(json.at("problem").get<std::string>(), world.random);
}

ExitCode print_objects(const run::Objects& objects, World& world) {
  std::string text;
  for (const Json& config_map : objects.config_maps) text += to_yaml(config_map) + "---\n";
  Json job = objects.job;
  job["spec"].erase("suspend");
  world.out.write(text + to_yaml(job));
  return ExitCode::kAccepted;
}

Json submit(const run::Objects& objects, Cluster& cluster, RunTalk& talk, World& world) {
  const Nanos begin = world.clock.monotonic();
  Json job = run::submit(cluster.place(), objects);
  talk.step("submitted", objects.identity.name, world.clock.monotonic() - begin);
  return job;
}

ExitCode detached(const std::string& name, const Cluster& cluster, World& world) {
  world.out.write(name + "\n");
  world.err.write(ways_back(world, cluster, name));
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

void check_first(const run::Objects& objects, Cluster& cluster, RunTalk& talk, World& world) {
  const Nanos begin = world.clock.monotonic();
  run::preflight(cluster.place(), objects, world.program);
  talk.step(
      "allowed", "permissions, quota and Pod Security checked", world.clock.monotonic() - begin);
}

// Submits, or joins a run of the same bundle, as the person wants it.
ExitCode run_or_join(const ClusterRequest& request,
                     const run::Objects& objects,
                     Cluster& cluster,
                     const Conclusion& conclusion,
                     World& world) {
  Follower follower(world, conclusion.format, conclusion.color, "");
  RunTalk talk(world, conclusion.color, follower);
  check_first(objects, cluster, talk, world);
  const Twin twin = meet_twin(world, cluster, objects, request.cluster.if_running);
  if (twin.choice == Twin::Choice::kLeave) return ExitCode::kInterrupted;
  if (twin.choice == Twin::Choice::kAttach) {
    if (request.cluster.detach) return detached(twin.run.name, cluster, world);
    return attach_to(world, cluster, twin.run, following(request), conclusion);
  }
  const Json job = submit(objects, cluster, talk, world);
  if (request.cluster.detach) return detached(objects.identity.name, cluster, world);
  return follow_and_conclude(world, cluster, job, following(request), conclusion, follower, talk);
}

}  // namespace

ExitCode run_on_cluster(const ClusterRequest& request, ColorWhen color, World& world) {
  run::Identity identity = identity_of(request, world);
  if (request.cluster.dry_run == DryRun::kClient) {
    return print_objects(objects_of(request, identity, world), world);
  }
  if (!request.cluster.detach) check_writable(world, request.result_file);
  Cluster cluster(world, request.cluster.connection);
  if (const auto range = run::uid_range_of(cluster.place())) {
    identity.first_uid = run::pick_first_uid(*range, world.random);
  }
  const run::Objects objects = objects_of(request, identity, world);
  world.err.write(printable(objects.problem + " · " + objects.language) + " · " +
                  case_count(request) + " → " + cluster.where() + ", run " + objects.identity.name +
                  "\n");
  if (request.cluster.dry_run == DryRun::kServer) {
    run::preflight(cluster.place(), objects, world.program);
    world.out.write("job.batch/" + objects.identity.name + " created (server dry run)\n");
    return ExitCode::kAccepted;
  }
  return run_or_join(request, objects, cluster, {request.judging.format, color}, world);
}

}  // namespace algo
