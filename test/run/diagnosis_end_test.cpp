#include "run/sightings.h"

namespace algo::run {
namespace {

using test::some_pod;

TEST_CASE("diagnosis: ends without a result") {
  Json disk = failed_pod("Evicted", "Usage of EmptyDir volume \"b\" exceeds the limit \"256Mi\".");
  Sighting deleted = sight(some_pod("p", nullptr));
  deleted.job_deleted = true;
  Sighting by_job = sight(Json());
  by_job.job =
      job(Json::array({condition("FailureTarget", "True", "DeadlineExceeded", "longer than 30")}));
  Sighting failed = sight(Json());
  failed.job = job(Json::array({condition("Failed", "True", "BackoffLimitExceeded", "limit")}));
  Sighting failed_by_pod = sight(failed_pod("Evicted", "The node was low on resource: memory."));
  failed_by_pod.job = failed.job;
  check({{"deleted", deleted, 0, ErrorKind::kLost, "the run was deleted"},
         {"the Job's deadline",
          by_job,
          0,
          ErrorKind::kLost,
          "time is over",
          "longer than 30",
          "--timeout"},
         {"the pod's deadline",
          sight(failed_pod("DeadlineExceeded", "Pod was active on the node longer")),
          0,
          ErrorKind::kLost,
          "time is over",
          "longer",
          "--timeout"},
         {"disk", sight(disk), 0, ErrorKind::kLost, "evicted", "exceeds the limit", "wrote more"},
         {"the pod's cause before the Job's",
          failed_by_pod,
          0,
          ErrorKind::kLost,
          "evicted",
          "low on resource: memory",
          "short of"},
         {"the Job's", failed, 0, ErrorKind::kLost, "its Job failed", "BackoffLimitExceeded"},
         {"the judge's memory",
          sight(some_pod("p", terminated(137, "OOMKilled"))),
          0,
          ErrorKind::kLost,
          "judge was killed for its memory"},
         {"the judge's exit",
          sight(some_pod("p", terminated(70, "Error", "m"))),
          0,
          ErrorKind::kLost,
          "judge failed",
          "Error with exit code 70: m"},
         {"unknown state",
          sight(some_pod("p", terminated(137, "ContainerStatusUnknown"))),
          0,
          ErrorKind::kLost,
          "",
          "ContainerStatusUnknown"}});
}

TEST_CASE("diagnosis: a sandbox that was killed for its memory is the judge's matter") {
  Json pod = some_pod("p", Json{{"running", Json::object()}});
  pod["status"]["initContainerStatuses"] =
      Json::array({{{"name", "sandbox"}, {"state", terminated(137, "OOMKilled")}}});
  CHECK(watch(sight(pod)).after == -1);
}

TEST_CASE("diagnosis: an interrupted pod may have a successor, for a while") {
  Json pod = failed_pod("Preempted", "preempted");
  pod["status"]["conditions"] =
      Json::array({condition("DisruptionTarget", "True", "PreemptionByScheduler", "preempted")});
  const Verdict verdict = watch(sight(pod));
  CHECK(verdict.after == 60);
  CHECK(verdict.kind == ErrorKind::kLost);
  CHECK(verdict.why.find("PreemptionByScheduler") != std::string::npos);
  Sighting ended = sight(pod);
  ended.job = job(Json::array({condition("Failed", "True", "PodFailurePolicy", "m")}));
  CHECK(watch(ended).after == 0);
}

TEST_CASE("diagnosis: a node that no longer answers is lost after a minute") {
  Json pod = some_pod("p", Json{{"running", Json::object()}});
  pod["status"]["conditions"] = Json::array({condition("Ready", "False", "")});
  const Verdict verdict = watch(sight(pod, {event("NodeNotReady", "Node is not ready")}));
  CHECK(verdict.after == 60);
  CHECK(verdict.kind == ErrorKind::kLost);
  CHECK(verdict.next.find("cancel") != std::string::npos);
  pod["status"]["conditions"][0]["status"] = "True";
  CHECK(watch(sight(pod, {event("NodeNotReady", "Node is not ready")})).after == -1);
}

TEST_CASE("diagnosis: objects of any shape are looked at without harm") {
  for (const Json& odd : {Json(7),
                          Json::array({1}),
                          Json{{"status", 1}, {"spec", "x"}, {"metadata", Json::array()}},
                          Json{{"status", {{"phase", 1}, {"conditions", {{"a", 1}}}}}},
                          Json{{"status", {{"containerStatuses", Json::array({1, Json()})}}}}}) {
    CAPTURE(dump_json(odd));
    Sighting sighting{.job = odd, .pod = odd, .events = {odd, odd}};
    CHECK_NOTHROW(static_cast<void>(watch(sighting, 2)));
  }
}

}  // namespace
}  // namespace algo::run
