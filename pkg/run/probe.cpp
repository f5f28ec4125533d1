#include "run/probe.h"

#include "run/pod_parts.h"

namespace algo::run {
namespace {

// Generous, because an image may have to be pulled; the client gives up earlier.
constexpr int kJobSeconds = 300;
constexpr int kPodSeconds = 290;
constexpr int kKeepFinishedSeconds = 60;

void set_command(Json& judge, const Identity& identity) {
  const Json program = judge.at("command").at(0);
  judge["command"] = Json::array({program,
                                  "probe",
                                  "--sandbox=/run/algo/sandbox/socket",
                                  "--run=" + identity.name,
                                  // The kubelet fills these in, whatever enableServiceLinks says.
                                  "--address=$(KUBERNETES_SERVICE_HOST)",
                                  "--port=$(KUBERNETES_SERVICE_PORT)"});
  judge["terminationMessagePath"] = "/dev/termination-log";
}

}  // namespace

Objects as_probe(Objects run) {
  Json& spec = run.job.at("spec");
  Json& pod = spec.at("template").at("spec");
  keep_named(pod.at("initContainers"), {"sandbox"});
  keep_volumes(pod, {"runner", "build-output", "sandbox-socket"});
  set_command(pod.at("containers").at(0), run.identity);
  spec["activeDeadlineSeconds"] = kJobSeconds;
  spec["ttlSecondsAfterFinished"] = kKeepFinishedSeconds;
  pod["activeDeadlineSeconds"] = kPodSeconds;
  drop_unmounted(run.config_maps, pod);
  run.problem = "probe";
  run.job["metadata"]["labels"]["problem-id"] = run.problem;
  spec["template"]["metadata"]["labels"]["problem-id"] = run.problem;
  return run;
}

}  // namespace algo::run
