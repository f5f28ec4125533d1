#include "run/follow.h"

#include "result/frame.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using namespace std::chrono_literals;
using test::list_of;
using test::reply;
using test::some_pod;
using test::streaming;

constexpr const char* kEvents = "/events?";
const Json kRunning{{"running", Json::object()}};

Json ended(const std::string& message) {
  return {{"terminated", {{"exitCode", 0}, {"message", message}}}};
}

std::string watch_event(const std::string& type, Json object, const std::string& version) {
  object["metadata"]["resourceVersion"] = version;
  return dump_json(Json{{"type", type}, {"object", object}}) + "\n";
}

// A log as the API server gives it: a timestamp before every line.
std::string log_of(const std::string& frames) {
  std::string log;
  for (std::size_t at = 0; at < frames.size();) {
    const std::size_t end = frames.find('\n', at);
    log += "2024-01-02T03:04:06.000000001Z " + frames.substr(at, end + 1 - at);
    at = end + 1;
  }
  return log;
}

constexpr const char* kPart = "{\"complete\": false}";

std::string judged_frames(const std::string& result = "{}") {
  std::string text;
  result::FrameWriter writer([&](std::string_view line) { text += line; });
  writer.write("hello", Json{{"total", 1}});
  writer.write_result(result, "AC");
  return text;
}

class Listener final : public Audience {
 public:
  void on_standing(const Standing& standing) override { standings.push_back(standing); }
  void on_frame(std::string_view line) override {
    frames += line;
    reader.feed(line, [this](const result::FrameEvent& event) {
      if (const auto* frame = std::get_if<result::Frame>(&event)) assembler.add(*frame);
    });
  }
  void on_lost(std::uint64_t count) override { lost += count; }
  void on_restart() override {
    ++restarts;
    reader = {};
    assembler = {};
    frames.clear();
  }
  void on_trouble(const std::string& text) override { troubles.push_back(text); }
  [[nodiscard]] bool has_result() const override { return assembler.complete(); }
  [[nodiscard]] bool is_cut_short() const override {
    return has_result() && assembler.bytes() == kPart;
  }

  std::vector<Standing> standings{};
  std::string frames{};
  std::uint64_t lost = 0;
  int restarts = 0;
  std::vector<std::string> troubles{};
  result::FrameReader reader{};
  result::ResultAssembler assembler{};
};

struct World {
  test::FakePlace fake{};
  Listener listener{};

  // The Job's own stream says nothing by itself; events are forbidden.
  explicit World(bool quiet_job = true) {
    if (quiet_job) fake.transport.expect_for("fieldSelector=metadata.name", streaming({}));
    for (int i = 0; i < 3; ++i) {
      fake.transport.expect_for(kEvents, reply(403, test::refusal(403, "Forbidden", "no events")));
    }
    fake.transport.expect_for("/pods?", reply(200, dump_json(list_of(Json::array()))));
  }
  void pods(const std::vector<std::string>& events) {
    fake.transport.expect_for("/pods?", streaming(events));
  }
  Followed follow() {
    const Line line{fake.transport, fake.clock, [] { return 0.0; }};
    return run::follow(line, "demo", test::stored_job(), Patience{}, listener);
  }
};

TEST_CASE("follow: returns as soon as the result is here, while the pod still runs") {
  World world;
  world.pods({watch_event("ADDED", some_pod("p", nullptr, "Pending"), "11"),
              watch_event("MODIFIED", some_pod("p", kRunning), "12")});
  world.fake.transport.expect_for("/pods/p/log",
                                  streaming({log_of(judged_frames())}, "text/plain"));
  CHECK(world.follow().summary.empty());
  CHECK(world.listener.frames == judged_frames());
  CHECK(world.listener.restarts == 0);
}

TEST_CASE("follow: the pods of this Job alone, and the log of its judge from the beginning") {
  World world;
  world.pods({watch_event("ADDED", some_pod("p", kRunning), "12")});
  world.fake.transport.expect_for("/pods/p/log",
                                  streaming({log_of(judged_frames())}, "text/plain"));
  static_cast<void>(world.follow());
  bool pods = false;
  bool log = false;
  for (const kube::Request& request : world.fake.transport.requests()) {
    pods = pods || request.target.find(
                       "labelSelector=batch.kubernetes.io%2Fcontroller-uid%3Djob-"
                       "uid") != std::string::npos;
    log = log || (request.target.find("container=judge") != std::string::npos &&
                  request.target.find("sinceTime") == std::string::npos);
  }
  CHECK(pods);
  CHECK(log);
}

TEST_CASE("follow: a judge that has ended still has its log read, and its summary told") {
  World world;
  world.pods({watch_event("ADDED", some_pod("p", ended("summary"), "Succeeded"), "12")});
  world.fake.transport.expect_for(
      "/pods/p/log",
      test::streaming_until({log_of(judged_frames())}, kube::Failure::kNone, {}, "text/plain"));
  CHECK(world.follow().summary == "summary");
}

TEST_CASE("follow: a log that ends without the result is an incomplete run, with the summary") {
  World world;
  world.pods({watch_event("ADDED", some_pod("p", ended("13 of 14"), "Succeeded"), "12")});
  std::string half = judged_frames();
  half.resize(half.find('\n') + 1);
  for (int i = 0; i < 8; ++i) {
    world.fake.transport.expect_for(
        "/pods/p/log",
        test::streaming_until({log_of(half)}, kube::Failure::kNone, {}, "text/plain"));
  }
  try {
    static_cast<void>(world.follow());
    FAIL("returned");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kIncomplete);
    CHECK(error.why().find("13 of 14") != std::string::npos);
    CHECK(error.next().find("kubectl logs -n demo") != std::string::npos);
  }
}

TEST_CASE("follow: another pod begins from the start") {
  World world;
  const Json second = some_pod("q", kRunning, "Running", "2024-01-02T03:05:05Z");
  world.fake.transport.expect_for(
      "/pods?",
      {test::head_act(200, {{"content-type", "application/json"}}),
       test::data_act(watch_event("ADDED", some_pod("p", kRunning), "12")),
       test::data_act(watch_event("ADDED", second, "13"), 3s)});
  std::string half = judged_frames();
  half.resize(half.find('\n') + 1);
  world.fake.transport.expect_for("/pods/p/log", streaming({log_of(half)}, "text/plain"));
  world.fake.transport.expect_for("/pods/q/log",
                                  streaming({log_of(judged_frames())}, "text/plain"));
  static_cast<void>(world.follow());
  CHECK(world.listener.frames == judged_frames());
  CHECK(world.listener.restarts == 1);
}

Json disrupted(Json pod) {
  pod["status"]["conditions"] = Json::array(
      {{{"type", "DisruptionTarget"}, {"status", "True"}, {"reason", "EvictionByEvictionAPI"}}});
  return pod;
}

TEST_CASE(
    "follow: part of a result of a pod that was evicted is not the end: another pod follows") {
  World world;
  const Json second = some_pod("q", kRunning, "Running", "2024-01-02T03:05:05Z");
  world.fake.transport.expect_for(
      "/pods?",
      {test::head_act(200, {{"content-type", "application/json"}}),
       test::data_act(watch_event("ADDED", disrupted(some_pod("p", kRunning)), "12")),
       test::data_act(watch_event("DELETED", disrupted(some_pod("p", ended("s"), "Failed")), "13"),
                      2s),
       test::data_act(watch_event("ADDED", second, "14"), 3s)});
  world.fake.transport.expect_for("/pods/p/log",
                                  streaming({log_of(judged_frames(kPart))}, "text/plain"));
  world.fake.transport.expect_for("/pods/q/log",
                                  streaming({log_of(judged_frames())}, "text/plain"));
  static_cast<void>(world.follow());
  CHECK(world.listener.frames == judged_frames());
  CHECK(world.listener.restarts == 1);
}

TEST_CASE("follow: part of a result is what there is when no other pod follows") {
  struct Row {
    const char* what;
    Json pod;
    Nanos at_most;
  };
  const Row rows[] = {
      {"deleted by a person", some_pod("p", kRunning), 2s},
      {"evicted, and the Job starts no other", disrupted(some_pod("p", kRunning)), 100s}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    World world;
    world.pods({watch_event("ADDED", row.pod, "12")});
    world.fake.transport.expect_for("/pods/p/log",
                                    streaming({log_of(judged_frames(kPart))}, "text/plain"));
    const Nanos begin = world.fake.clock.monotonic();
    static_cast<void>(world.follow());
    CHECK(world.listener.frames == judged_frames(kPart));
    CHECK(world.fake.clock.monotonic() - begin < row.at_most);
  }
}

// What the Job's stream says a second later.
test::Acts past_deadline() {
  Json job = test::stored_job();
  job["status"]["conditions"] = Json::array(
      {{{"type", "FailureTarget"}, {"status", "True"}, {"reason", "DeadlineExceeded"}}});
  return {test::head_act(200, {{"content-type", "application/json"}}),
          test::data_act(watch_event("MODIFIED", job, "11"), 1s)};
}

TEST_CASE("follow: a deadline lets the judge have its last words, and is told with them") {
  World world(false);
  world.fake.transport.expect_for("fieldSelector=metadata.name", past_deadline());
  world.pods({watch_event("ADDED", some_pod("p", kRunning), "12")});
  const std::string log = log_of(judged_frames());
  world.fake.transport.expect_for("/pods/p/log",
                                  {test::head_act(200, {{"content-type", "text/plain"}}),
                                   test::data_act(log.substr(0, log.find('\n') + 1)),
                                   test::data_act(log.substr(log.find('\n') + 1), 3s)});
  const Followed followed = world.follow();
  REQUIRE(followed.ended_by.has_value());
  CHECK(std::string(followed.ended_by->what()).find("its time is over") != std::string::npos);
  CHECK(world.listener.frames == judged_frames());
}

TEST_CASE("follow: a judge that stays silent after the deadline is not waited for long") {
  World world(false);
  world.fake.transport.expect_for("fieldSelector=metadata.name", past_deadline());
  world.pods({watch_event("ADDED", some_pod("p", kRunning), "12")});
  world.fake.transport.expect_for("/pods/p/log", streaming({}, "text/plain"));
  const Nanos begin = world.fake.clock.monotonic();
  CHECK_THROWS_AS(static_cast<void>(world.follow()), Error);
  CHECK(world.fake.clock.monotonic() - begin < 15s);
}

TEST_CASE("follow: a pod that ended before its judge ran is not asked for a log") {
  World world;
  Json pod = some_pod("p", Json{{"waiting", {{"reason", "PodInitializing"}}}}, "Failed");
  pod["status"]["reason"] = "DeadlineExceeded";
  world.pods({watch_event("ADDED", pod, "12")});
  CHECK_THROWS_WITH_AS(
      static_cast<void>(world.follow()), doctest::Contains("its time is over"), Error);
  CHECK(world.listener.troubles.empty());
}

// A pod that no node has the memory for, until one has, two seconds later.
test::Acts late_pod() {
  Json waiting = some_pod("p", nullptr, "Pending");
  waiting["spec"] = Json::object();
  waiting["spec"]["containers"] = Json{{{"resources", {{"requests", {{"memory", "4Gi"}}}}}}};
  waiting["status"]["conditions"] = Json{{{"type", "PodScheduled"},
                                          {"status", "False"},
                                          {"reason", "Unschedulable"},
                                          {"message", "2 Insufficient memory."}}};
  test::Acts acts = streaming({watch_event("ADDED", waiting, "11")});
  acts.push_back(test::data_act(watch_event("MODIFIED", some_pod("p", kRunning), "12"), 2s));
  return acts;
}

Json node_of(const std::string& name, const std::string& memory) {
  return {{"metadata", {{"name", name}, {"uid", name}, {"resourceVersion", "5"}}},
          {"status", {{"allocatable", {{"memory", memory}}}}}};
}

TEST_CASE("follow: whose pod is too large for every node hears how large they are") {
  World world;
  world.fake.transport.expect_for("/pods?", late_pod());
  world.fake.transport.expect_for("/pods/p/log",
                                  streaming({log_of(judged_frames())}, "text/plain"));
  std::string why = "2 Insufficient memory. (the pod asks for 4 GiB";
  SUBCASE("when they may be seen") {
    const Json nodes = list_of({node_of("a", "1Gi"), node_of("b", "2048Mi"), node_of("c", "odd")});
    world.fake.transport.expect_for("/api/v1/nodes", reply(200, dump_json(nodes)));
    world.fake.transport.expect_for("/api/v1/nodes", streaming({}));
    why += "; the largest node offers 2 GiB)";
  }
  SUBCASE("when they may not") {
    for (int i = 0; i < 3; ++i) {
      world.fake.transport.expect_for("/api/v1/nodes",
                                      reply(403, test::refusal(403, "Forbidden", "no nodes")));
    }
    why += ")";
  }
  static_cast<void>(world.follow());
  bool told = false;
  for (const Standing& standing : world.listener.standings) {
    told = told || standing.waiting_for == why;
  }
  CHECK(told);
  CHECK(world.listener.troubles.empty());
}

TEST_CASE("follow: no right to see pods ends it at once, with the server's words") {
  test::FakePlace fake;
  fake.transport.expect_for("fieldSelector=metadata.name", streaming({}));
  for (int i = 0; i < 4; ++i) {
    fake.transport.expect(reply(403, test::refusal(403, "Forbidden", "cannot list pods")));
  }
  Listener listener;
  const Line line{fake.transport, fake.clock, [] { return 0.0; }};
  try {
    static_cast<void>(follow(line, "demo", test::stored_job(), Patience{}, listener));
    FAIL("returned");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kRefused);
    CHECK(error.why().find("cannot list pods") != std::string::npos);
  }
}

}  // namespace
}  // namespace algo::run
