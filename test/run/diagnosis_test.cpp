#include "run/options.h"
#include "run/sightings.h"

namespace algo::run {
namespace {

using namespace std::chrono_literals;
using test::some_pod;

TEST_CASE("diagnosis: stages from a held Job to a judge that has ended") {
  struct Row {
    Json pod;
    std::vector<Json> events;
    Stage stage;
  };
  Json unbound = some_pod("p", nullptr, "Pending");
  unbound["spec"].erase("nodeName");
  const std::vector<Row> rows{
      {Json(), {}, Stage::kQueued},
      {unbound, {}, Stage::kPending},
      {some_pod("p", nullptr, "Pending"), {}, Stage::kStarting},
      {some_pod("p", nullptr, "Pending"),
       {event("Pulling", "Pulling image \"i\"", 1, "Normal")},
       Stage::kPulling},
      {some_pod("p", nullptr, "Pending"),
       {event("Pulling", "", 1, "Normal"), event("Pulled", "", 1, "Normal")},
       Stage::kStarting},
      {some_pod("p", Json{{"running", Json::object()}}), {}, Stage::kRunning},
      {some_pod("p", terminated(0, "Completed")), {}, Stage::kEnded},
      {some_pod("p", nullptr, "Succeeded"), {}, Stage::kEnded}};
  for (const Row& row : rows) {
    CAPTURE(dump_json(row.pod));
    const Verdict verdict = watch(sight(row.pod, row.events), 1);
    CHECK(verdict.last.stage == row.stage);
    CHECK(verdict.after == -1);
  }
  Sighting held = sight(Json());
  held.job["spec"]["suspend"] = true;
  CHECK(watch(held, 1).last.stage == Stage::kSuspended);
  CHECK(watch(held, 400).after == -1);
  CHECK(watch(held).last.waiting_for == "the Job is suspended");
  held.job["metadata"]["labels"][kQueueLabel] = "team";
  CHECK(watch(held).last.waiting_for == "queue team has not let it go yet");
}

TEST_CASE("diagnosis: what nodes are doing, in their words") {
  const Sighting pulling = sight(some_pod("p", nullptr, "Pending"),
                                 {event("Pulling", "Pulling image \"golang:1.26\"", 1, "Normal")});
  CHECK(watch(pulling).last.waiting_for == "Pulling image \"golang:1.26\"");
  CHECK(watch(pulling).last.node == "node-1");
}

TEST_CASE("diagnosis: pods that the Job's controller may not create") {
  const auto refused = [](const std::string& words, int count = 2) {
    return sight(Json(), {event("FailedCreate", "Error creating: " + words, count)});
  };
  check({{"pod security",
          refused("pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\": y"),
          0,
          ErrorKind::kRefused,
          "cannot start: Pod Security",
          "violates PodSecurity \"restricted:latest\"",
          "--patch"},
         {"only one event yet", refused("violates PodSecurity", 1), 5, ErrorKind::kRefused},
         {"quota",
          refused("pods \"x\" is forbidden: exceeded quota: q, requested: pods=1"),
          0,
          ErrorKind::kRefused,
          "quota",
          "exceeded quota: q",
          "kubectl describe quota"},
         {"limit range",
          refused("maximum memory usage per Container is 64Mi, but limit is 128Mi"),
          0,
          ErrorKind::kRefused,
          "limit range",
          "maximum memory usage",
          "limitrange"},
         {"service account",
          refused("error looking up service account demo/x: serviceaccount \"x\" not found"),
          5,
          ErrorKind::kEnvironment,
          "service account is not there",
          "not found",
          "--service-account"},
         {"runtime class",
          refused("pod rejected: RuntimeClass \"g\" not found"),
          0,
          ErrorKind::kEnvironment,
          "runtime class",
          "RuntimeClass"},
         {"a webhook", refused("pods \"x\" is forbidden: no"), 0, ErrorKind::kRefused, "refuses"},
         {"anything else", refused("internal error"), 30, ErrorKind::kEnvironment, "cannot be"}});
}

TEST_CASE("diagnosis: a quota may be waited for") {
  Patience patience;
  patience.wait_for_quota = true;
  const Sighting full = sight(Json(), {event("FailedCreate", "exceeded quota: q", 9)});
  CHECK(watch(full, 400, patience).after == -1);
  CHECK(watch(full, 400, patience).last.waiting_for == "exceeded quota: q");
}

TEST_CASE("diagnosis: no node is a reason to wait, for as long as the person likes") {
  const char* const words = "0/3 nodes are available: 3 Insufficient memory.";
  const Sighting full = sight(unscheduled("Unschedulable", words));
  CHECK(watch(full).after == -1);
  CHECK(watch(full).last.waiting_for == words);
  Patience patience;
  patience.schedule = 20s;
  const Verdict verdict = watch(full, 400, patience);
  CHECK(verdict.after == 20);
  CHECK(verdict.kind == ErrorKind::kTimedOut);
  CHECK(verdict.why == words);
  CHECK(watch(sight(unscheduled("SchedulingGated", "gated")), 400, patience).after == -1);
}

TEST_CASE("diagnosis: what the pod asks for is said when no node has so much") {
  const auto asking = [](const char* memory) {
    return Json{{"resources", {{"requests", {{"memory", memory}}}}}};
  };
  Json pod = unscheduled("Unschedulable", "0/1 nodes are available: 1 Insufficient memory.");
  pod["spec"]["containers"] = Json::array({asking("64Mi"), Json::object()});
  pod["spec"]["initContainers"] = Json::array({asking("4Gi"), asking("odd")});
  CHECK(watch(sight(pod)).last.waiting_for ==
        "0/1 nodes are available: 1 Insufficient memory. (the pod asks for 4.06 GiB)");
  Sighting seen = sight(pod);
  seen.largest_node = std::uint64_t{2} << 30U;
  CHECK(watch(seen).last.waiting_for ==
        "0/1 nodes are available: 1 Insufficient memory. (the pod asks for 4.06 GiB; the largest "
        "node offers 2 GiB)");
}

TEST_CASE("diagnosis: a cluster that grows begins the patience anew") {
  Patience patience;
  patience.schedule = 20s;
  Diagnosis diagnosis(patience, "run-1", "demo");
  Sighting sighting = sight(unscheduled("Unschedulable", "full"));
  CHECK_FALSE(diagnosis.look(sighting, 1000s).hopeless);
  sighting.events.push_back(event("TriggeredScaleUp", "pod triggered scale-up", 1, "Normal"));
  CHECK_FALSE(diagnosis.look(sighting, 1019s).hopeless);
  CHECK_FALSE(diagnosis.look(sighting, 1025s).hopeless);
  CHECK(diagnosis.look(sighting, 1039s).hopeless);
}

TEST_CASE("diagnosis: images") {
  const auto image = [](const char* reason, const std::string& words, int count = 1) {
    return sight(pod_with("build", waiting(reason, "Back-off pulling image")),
                 {event("Failed", words, count)});
  };
  check({{"a name that is none",
          sight(pod_with("build", waiting("InvalidImageName", "couldn't parse \"A\""))),
          0,
          ErrorKind::kEnvironment,
          "cannot start: its image",
          "couldn't parse",
          "--image"},
         {"never to be pulled",
          sight(pod_with("judge", waiting("ErrImageNeverPull", "not present"))),
          0,
          ErrorKind::kEnvironment,
          "",
          "not present"},
         {"not found, twice",
          image("ImagePullBackOff", "Failed to pull image \"x\": not found"),
          0,
          ErrorKind::kEnvironment,
          "image",
          "Failed to pull image \"x\": not found"},
         {"not found, once",
          image("ErrImagePull", "Failed to pull image \"x\": not found"),
          120,
          ErrorKind::kEnvironment},
         {"a registry that is away",
          image("ImagePullBackOff", "Failed to pull image \"x\": i/o timeout", 5),
          120,
          ErrorKind::kEnvironment,
          "",
          "i/o timeout"},
         {"unauthorized",
          image("ErrImagePull", "failed to pull image: 401 unauthorized", 2),
          0,
          ErrorKind::kEnvironment,
          "",
          "unauthorized"},
         {"events are forbidden",
          sight(pod_with("build", waiting("ImagePullBackOff", "Back-off: not found"))),
          0,
          ErrorKind::kEnvironment,
          "",
          "Back-off: not found"}});
}

TEST_CASE("diagnosis: containers that cannot be made or do not stay") {
  Json crashed = pod_with("sandbox", waiting("CrashLoopBackOff", "back-off 10s"));
  crashed["status"]["initContainerStatuses"][0]["lastState"] = terminated(127, "StartError");
  check({{"configuration",
          sight(pod_with("judge",
                         waiting("CreateContainerConfigError", "configmap \"x\" not found"))),
          10,
          ErrorKind::kEnvironment,
          "cannot be made",
          "configmap \"x\" not found",
          "kubectl describe pods -l job-name=run-1 -n demo"},
         {"runtime",
          sight(pod_with("judge", waiting("RunContainerError", "runc failed"))),
          10,
          ErrorKind::kEnvironment,
          "",
          "runc failed"},
         {"another architecture",
          sight(pod_with("build", terminated(128, "StartError", "exec format error"))),
          10,
          ErrorKind::kEnvironment,
          "\"build\" does not stay up",
          "another architecture"},
         {"command not found", sight(crashed), 10, ErrorKind::kEnvironment, "\"sandbox\"", "127"}});
}

TEST_CASE("diagnosis: warnings are shown when nothing happens for a while, and never fatal") {
  const Sighting mount = sight(some_pod("p", nullptr, "Pending"),
                               {event("FailedMount", "MountVolume.SetUp failed: configmap")});
  CHECK(watch(mount, 14).last.waiting_for.empty());
  CHECK(watch(mount, 15).last.waiting_for == "MountVolume.SetUp failed: configmap");
  CHECK(watch(mount).after == -1);
}

}  // namespace
}  // namespace algo::run
