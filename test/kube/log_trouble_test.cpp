#include "kube/log_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::seconds;

std::string refused(int code, const std::string& reason) {
  return dump_json(
      Json{{"kind", "Status"}, {"code", code}, {"reason", reason}, {"message", reason}});
}

TEST_CASE("log: a stream without heartbeats for four of them is dead, and replaced") {
  LogWorld world;
  world.rules.heartbeat = seconds(15);
  world.transport.expect({test::head_act(200, {{.name = "content-type", .value = "text/plain"}}),
                          test::data_act(line(1), seconds(50)),
                          test::data_act(line(2), seconds(50))});
  world.follow_with({line(3)});
  world.run();
  CHECK(world.follower->stalls() == 1);
  CHECK(world.transport.times().at(1) >= seconds(100 + 60));
  CHECK(world.told == Told{"1", "2", "3"});
  CHECK(world.transport.active() == 1);
}

TEST_CASE("log: without an agreed heartbeat silence is no failure") {
  LogWorld world;
  world.transport.expect({test::head_act(200, {{.name = "content-type", .value = "text/plain"}}),
                          test::data_act(line(1), std::chrono::hours(3))});
  world.run();
  CHECK(world.follower->stalls() == 0);
  CHECK(world.told == Told{"1"});
}

TEST_CASE("log: after the container's end the rest is read once more, from a second before") {
  LogWorld world;
  world.follow_until({lines(1, 3)}, Failure::kReset);
  world.run();
  world.follow_until({lines(2, 5)});
  world.run_out();
  CHECK(world.target_of(1) ==
        "/api/v1/namespaces/n/pods/p/log?container=judge&timestamps=true&"
        "sinceTime=2024-01-02T03%3A10%3A12Z");
  CHECK(world.told == Told{"1", "2", "3", "4", "5"});
  CHECK(world.follower->end() == LogEnd::kDrained);
  CHECK(world.follower->step() == Nanos::max());
}

TEST_CASE("log: an open stream may end by itself before the last reading") {
  LogWorld world;
  world.transport.expect({test::head_act(200, {{.name = "content-type", .value = "text/plain"}}),
                          test::data_act(line(1)),
                          test::data_act(line(2), seconds(4)),
                          test::data_act(line(3), seconds(4)),
                          test::end_act(Failure::kNone, seconds(1))});
  world.follow_until({line(3)});
  world.open();
  (void)world.follower->step();
  world.run_out();
  CHECK(world.told == Told{"1", "2", "3"});
  CHECK(world.transport.times().at(1) == seconds(9));
}

TEST_CASE("log: an open stream that says nothing more is given up for the last reading") {
  LogWorld world;
  world.follow_with({line(1)});
  world.run();
  world.follow_until({lines(1, 2)});
  world.run_out();
  CHECK(world.told == Told{"1", "2"});
  CHECK(world.follower->end() == LogEnd::kDrained);
}

TEST_CASE("log: a last reading that breaks is repeated, a few times") {
  LogWorld world;
  world.follow_until({line(1)});
  world.run();
  world.follow_until({lines(1, 2)}, Failure::kReset);
  world.transport.expect(test::reply(502, "dial tcp 10.0.0.1:10250: i/o timeout"));
  world.follow_until({lines(2, 3)});
  world.run_out();
  CHECK(world.told == Told{"1", "2", "3"});
  CHECK(world.follower->end() == LogEnd::kDrained);

  LogWorld lost;
  lost.follow_until({line(1)});
  lost.run();
  for (int i = 0; i < 5; ++i) lost.transport.expect(test::reply(400, refused(400, "BadRequest")));
  lost.run_out();
  CHECK(lost.follower->end() == LogEnd::kLost);
  CHECK(lost.transport.left() == 0);
}

TEST_CASE("log: a gap that shows only in the last reading is looked for, too") {
  LogWorld world;
  world.follow_until({line(1)});
  world.run();
  world.follow_with({line(4)});
  world.follow_until({lines(1, 4)});
  world.follow_until({line(4)});
  world.run_out();
  CHECK(world.told == Told{"1", "2", "3", "4"});
  CHECK(world.follower->end() == LogEnd::kDrained);
}

TEST_CASE("log: a pod that is no more ends it") {
  LogWorld world;
  world.follow_until({line(1)}, Failure::kReset);
  world.transport.expect(test::reply(404, refused(404, "NotFound")));
  world.run();
  CHECK(world.follower->end() == LogEnd::kGone);
}

TEST_CASE("log: no right, no credentials, no trust end it with the reason") {
  for (const int code : {401, 403}) {
    LogWorld world;
    world.transport.expect(test::reply(code, refused(code, "Because")));
    world.run();
    REQUIRE(world.follower->end() == LogEnd::kRefused);
    CHECK(world.reason().why() == "Error from server (Because): Because");
  }
  LogWorld world;
  world.transport.expect(test::failing(Failure::kTls));
  world.run();
  CHECK(world.follower->end() == LogEnd::kRefused);
  CHECK(world.reason().kind() == ErrorKind::kEnvironment);
}

TEST_CASE("log: nodes and servers that do not answer are asked again") {
  LogWorld world;
  world.transport.expect(test::reply(500, refused(500, "InternalError")));
  world.transport.expect(test::reply(503, "<html>"));
  world.transport.expect(test::failing(Failure::kRefused));
  world.transport.expect(test::failing(Failure::kTimeout));
  world.transport.expect(
      test::reply(404, "<html>", {{.name = "content-type", .value = "text/html"}}));
  world.follow_with({line(1)});
  world.run();
  CHECK(world.told == Told{"1"});
}

TEST_CASE("log: Retry-After is waited for") {
  LogWorld world;
  world.transport.expect(test::reply(429, "", {{.name = "retry-after", .value = "30"}}));
  world.follow_with({line(1)});
  world.run();
  CHECK(world.transport.times().at(1) == seconds(30));
}

TEST_CASE("log: a login page with status 200 is no log") {
  LogWorld world;
  world.transport.expect(
      test::reply(200, "<html>\nLog in\n", {{.name = "content-type", .value = "text/html"}}));
  world.follow_with({line(1)});
  world.run();
  CHECK(world.told == Told{"1"});
}

TEST_CASE("log: finish before anything was read still reads it") {
  LogWorld world;
  world.follow_until({lines(1, 2)});
  world.open();
  world.run_out();
  CHECK(world.target_of(0) == "/api/v1/namespaces/n/pods/p/log?container=judge&timestamps=true");
  CHECK(world.told == Told{"1", "2"});
}

}  // namespace
}  // namespace algo::kube
