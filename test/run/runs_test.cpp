#include "run/runs.h"

#include "base/error.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using test::FakePlace;
using test::list_of;

Json job(const std::string& name, const std::string& created, const Json& status = Json::object()) {
  Json made = test::stored_job(name + "-uid");
  made["metadata"]["name"] = name;
  made["metadata"]["creationTimestamp"] = created;
  made["metadata"]["labels"][kRunLabel] = name + "-id";
  made["spec"]["suspend"] = false;
  made["status"] = status;
  return made;
}

Json conditions(const std::string& type) {
  return {{"startTime", "2024-01-02T03:00:00Z"},
          {"conditions", Json::array({{{"type", type}, {"status", "True"}}})}};
}

std::vector<RunInfo> listed(const Json& jobs, const Json& pods = Json::array()) {
  FakePlace fake;
  fake.answer(list_of(jobs));
  fake.answer(list_of(pods));
  return list_runs(fake.client, "demo", "");
}

TEST_CASE("list_runs: newest first, with what the labels and the summary say") {
  Json pod = test::some_pod(
      "p",
      Json{{"terminated",
            {{"message", R"({"verdict":"WA","accepted":13,"total":14,"sha256":"x"})"}}}});
  pod["metadata"]["labels"][kRunLabel] = "b-id";
  const auto runs = listed(Json::array({job("a", "2024-01-02T03:00:00Z"),
                                        job("b", "2024-01-02T04:00:00Z", conditions("Complete"))}),
                           Json::array({pod}));
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].name == "b");
  CHECK(runs[0].verdict == "WA");
  CHECK(runs[0].cases == "13/14");
  CHECK(runs[0].state == RunState::kEnded);
  CHECK(runs[0].problem == "add");
  CHECK(runs[0].digest.starts_with("sha256:"));
  CHECK(runs[1].name == "a");
  CHECK(runs[1].verdict.empty());
  CHECK(runs[1].state == RunState::kRunning);
}

TEST_CASE("list_runs: states by the Job's conditions, the interim ones too") {
  for (const char* type : {"Complete", "Failed", "SuccessCriteriaMet", "FailureTarget"}) {
    CHECK(listed(Json::array({job("a", "t", conditions(type))}))[0].state == RunState::kEnded);
  }
  CHECK(listed(Json::array({job("a", "t", conditions("Suspended"))}))[0].state ==
        RunState::kRunning);
  Json held = job("a", "t");
  held["spec"]["suspend"] = true;
  CHECK(listed(Json::array({held}))[0].state == RunState::kSuspended);
}

TEST_CASE("list_runs: a summary that cannot be read is shown as such") {
  Json pod = test::some_pod("p", Json{{"terminated", {{"message", "no json"}}}});
  pod["metadata"]["labels"][kRunLabel] = "a-id";
  CHECK(listed(Json::array({job("a", "t")}), Json::array({pod}))[0].verdict == "?");
}

TEST_CASE("find_run: by name, the newest, or near misses") {
  const Json jobs = Json::array(
      {job("two-sum-a", "2024-01-02T03:00:00Z"), job("two-sum-b", "2024-01-02T04:00:00Z")});
  const auto found = [&](const std::string& name) {
    FakePlace fake;
    fake.answer(list_of(jobs));
    fake.answer(list_of(Json::array()));
    try {
      return find_run(fake.place, name).name;
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.next();
    }
  };
  CHECK(found("two-sum-a") == "two-sum-a");
  CHECK(found("") == "two-sum-b");
  CHECK(found("two-sum-c") ==
        "there is no run \"two-sum-c\" in namespace \"demo\" | did you mean two-sum-a or "
        "two-sum-b?");
}

TEST_CASE("leftovers: ended or never let go, and old enough") {
  Json ended = job("ended", "2024-01-02T03:00:00Z", conditions("Complete"));
  ended["status"]["completionTime"] = "2024-01-02T03:01:00Z";
  Json fresh = ended;
  fresh["metadata"]["name"] = "fresh";
  fresh["status"]["completionTime"] = "2024-01-02T09:00:00Z";
  Json abandoned = job("abandoned", "2024-01-02T03:00:00Z");
  abandoned["spec"]["suspend"] = true;
  Json queued = abandoned;
  queued["metadata"]["name"] = "queued";
  queued["metadata"]["labels"][kQueueLabel] = "team";
  Json paused = abandoned;
  paused["metadata"]["name"] = "paused";
  paused["status"] = Json{{"startTime", "2024-01-02T03:00:01Z"}};
  const Json running = job("running", "2024-01-02T03:00:00Z");
  std::vector<std::string> names;
  for (const RunInfo& run :
       leftovers(listed(Json::array({ended, fresh, abandoned, queued, paused, running})),
                 "2024-01-02T08:00:00Z")) {
    names.push_back(run.name);
  }
  CHECK(names == std::vector<std::string>{"abandoned", "ended"});
}

}  // namespace
}  // namespace algo::run
