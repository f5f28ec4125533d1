#include "run/pods.h"

#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using kube::Change;
using test::some_pod;

std::string name_of(const CurrentPod& current) {
  return kube::metadata_text(current.pod, "name") + (current.deleted ? " deleted" : "");
}

TEST_CASE("Pods: the newest one counts, a deleted one only when there is no other") {
  Pods pods;
  CHECK(name_of(pods.current()).empty());
  pods.take({Change::kSynced, Json()});
  CHECK(name_of(pods.current()).empty());
  const Json old = some_pod("b", nullptr, "Pending", "2024-01-02T03:04:05Z");
  const Json same_time = some_pod("a", nullptr, "Pending", "2024-01-02T03:04:05Z");
  const Json young = some_pod("c", nullptr, "Pending", "2024-01-02T03:04:06Z");
  pods.take({Change::kAdded, old});
  pods.take({Change::kAdded, same_time});
  CHECK(name_of(pods.current()) == "b");
  pods.take({Change::kAdded, young});
  CHECK(name_of(pods.current()) == "c");
  pods.take({Change::kDeleted, young});
  CHECK(name_of(pods.current()) == "b");
  pods.take({Change::kDeleted, same_time});
  pods.take({Change::kDeleted, old});
  CHECK(name_of(pods.current()) == "b deleted");
}

TEST_CASE("Pods: a deletion that was missed leaves what was known") {
  Pods pods;
  pods.take({Change::kAdded, some_pod("a", Json{{"running", Json::object()}})});
  const Json stub{{"metadata", {{"name", "a"}, {"uid", "a-uid"}}}};
  pods.take({Change::kDeleted, stub, false});
  CHECK(name_of(pods.current()) == "a deleted");
  CHECK(judge_state(pods.current().pod) == JudgeState::kRunning);
}

TEST_CASE("judge_state: by the judge's container, and by the pod's end") {
  CHECK(judge_state(Json()) == JudgeState::kWaiting);
  CHECK(judge_state(Json(7)) == JudgeState::kWaiting);
  CHECK(judge_state(Json{{"status", 7}}) == JudgeState::kWaiting);
  CHECK(judge_state(Json{{"status", {{"containerStatuses", Json::array({7})}}}}) ==
        JudgeState::kWaiting);
  CHECK(judge_state(some_pod("a", nullptr)) == JudgeState::kWaiting);
  CHECK(judge_state(some_pod("a", Json{{"waiting", Json::object()}})) == JudgeState::kWaiting);
  CHECK(judge_state(some_pod("a", Json{{"running", Json::object()}})) == JudgeState::kRunning);
  CHECK(judge_state(some_pod("a", Json{{"terminated", Json::object()}})) == JudgeState::kEnded);
  CHECK(judge_state(some_pod("a", nullptr, "Failed")) == JudgeState::kEnded);
  CHECK(judge_state(some_pod("a", nullptr, "Succeeded")) == JudgeState::kEnded);
  CHECK(judge_state(some_pod("a", Json{{"running", Json::object()}}, "Failed")) ==
        JudgeState::kEnded);
  CHECK(judge_state(some_pod("a", Json{{"waiting", Json::object()}}, "Failed")) ==
        JudgeState::kNeverRan);
}

TEST_CASE("judge_summary: the termination message, if it is text") {
  CHECK(judge_summary(some_pod("a", Json{{"terminated", {{"message", "m"}}}})) == "m");
  CHECK(judge_summary(some_pod("a", Json{{"terminated", {{"message", 7}}}})).empty());
  CHECK(judge_summary(some_pod("a", Json{{"running", Json::object()}})).empty());
  CHECK(judge_summary(Json()).empty());
}

}  // namespace
}  // namespace algo::run
