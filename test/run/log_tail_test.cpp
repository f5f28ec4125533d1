#include "run/log_tail.h"

#include "base/error.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using test::some_pod;
using test::streaming;

const Json kRunning{{"running", Json::object()}};
const Json kEnded{{"terminated", {{"exitCode", 0}}}};

std::string modified(Json pod, const std::string& version) {
  pod["metadata"]["resourceVersion"] = version;
  return dump_json(Json{{"type", "MODIFIED"}, {"object", pod}}) + "\n";
}

std::string tail(test::FakePlace& fake, const Json& pod) {
  std::string text;
  const Line line{fake.transport, fake.clock, [] { return 0.0; }};
  tail_log(line, pod, "judge", [&](std::string_view piece) { text += piece; });
  return text;
}

TEST_CASE("tail_log: waits for the container, follows it, and ends when it has ended") {
  test::FakePlace fake;
  fake.transport.expect_for(
      "watch=true",
      {test::head_act(200, {{"content-type", "application/json"}}),
       test::data_act(modified(some_pod("p", kRunning), "98"), std::chrono::seconds(2)),
       test::data_act(modified(some_pod("p", kEnded, "Succeeded"), "99"),
                      std::chrono::seconds(5))});
  const std::string log =
      "2024-01-02T03:04:06.000000001Z one\n2024-01-02T03:04:07.000000001Z two\n";
  fake.transport.expect_for(
      "/pods/p/log",
      test::streaming_until({log}, kube::Failure::kNone, std::chrono::seconds(6), "text/plain"));
  fake.transport.expect_for("/pods/p/log",
                            test::streaming_until({log}, kube::Failure::kNone, {}, "text/plain"));
  CHECK(tail(fake, some_pod("p", nullptr, "Pending")) == "one\ntwo\n");
}

TEST_CASE("tail_log: a pod that ended before its container started has nothing to say") {
  test::FakePlace fake;
  fake.transport.expect_for("watch=true", streaming({}));
  CHECK(tail(fake, some_pod("p", nullptr, "Failed")).empty());
}

}  // namespace
}  // namespace algo::run
