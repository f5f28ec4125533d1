#include "kube/watch_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const test::Acts kHtml =
    test::reply(200, "<html>Log in", {{.name = "content-type", .value = "text/html"}});

// A world that has listed nothing at version 7 and watches.
void begin(WatchWorld& world) {
  world.transport.expect(test::reply(200, pods("7")));
}

TEST_CASE(
    "watch: refused and overloaded servers are asked again for the same version, ever later") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::failing(Failure::kRefused));
  world.transport.expect(test::reply(429, refused(429, "TooManyRequests")));
  world.transport.expect(test::reply(503, "<html>bad gateway"));
  world.transport.expect(test::streaming({event("ADDED", pod("a", "8"))}));
  world.run();
  CHECK(world.asked() == "lwwww");
  for (std::size_t i = 1; i < 5; ++i) CHECK(world.version_of(i) == "7");
  const std::vector<Nanos> times = world.transport.times();
  CHECK(times.at(2) - times.at(1) == milliseconds(800));
  CHECK(times.at(3) - times.at(2) == milliseconds(1600));
  CHECK(times.at(4) - times.at(3) == milliseconds(3200));
  CHECK(world.told == Told{"=", "+a"});
  CHECK(world.watch->failures() == 0);
}

TEST_CASE("watch: Retry-After is waited for") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::reply(429, "", {{.name = "retry-after", .value = "9"}}));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.transport.times().at(2) == seconds(9));
}

TEST_CASE("watch: says what the trouble is while it lasts") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::failing(Failure::kRefused));
  world.run();
  CHECK(world.watch->failures() == 1);
  CHECK(world.watch->trouble() == "the fake connection broke");
}

TEST_CASE("watch: one that ends at once without an event is not restarted in a loop") {
  WatchWorld world;
  begin(world);
  for (int i = 0; i < 3; ++i) world.transport.expect(test::streaming_until({}));
  world.transport.expect(test::streaming({}));
  world.run();
  const std::vector<Nanos> times = world.transport.times();
  CHECK(times.at(2) - times.at(1) == milliseconds(800));
  CHECK(times.at(3) - times.at(2) == milliseconds(1600));
}

TEST_CASE("watch: two streams begin at least a second apart") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::streaming_until({event("ADDED", pod("a", "8"))}));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.transport.times().at(2) - world.transport.times().at(1) == seconds(1));
}

TEST_CASE("watch: a stream that goes silent beyond its time-out is replaced") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::streaming({bookmark("8")}));
  world.transport.expect(test::streaming({event("ADDED", pod("a", "9"))}));
  world.open();
  test::drive(*world.watch, world.transport, world.clock, [&] {
    return world.transport.left() == 0 && world.transport.quiet();
  });
  CHECK(world.version_of(2) == "8");
  CHECK(world.transport.times().at(2) >= seconds(330));
  CHECK(world.transport.active() == 1);
  CHECK(world.told == Told{"=", "+a"});
}

TEST_CASE(
    "watch: server errors within the stream are waited out, then everything is listed again") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::streaming({error_event(500, "InternalError", 4)}));
  for (int i = 0; i < 5; ++i) {
    world.transport.expect(test::streaming({error_event(500, "InternalError")}));
  }
  begin(world);
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.asked() == "lwwwwwwlw");
  CHECK(world.transport.times().at(2) == seconds(4));
}

TEST_CASE("watch: events after an ERROR are not listened to") {
  WatchWorld world;
  begin(world);
  world.transport.expect(
      test::streaming({error_event(410, "Expired") + event("ADDED", pod("ghost", "99"))}));
  begin(world);
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.told == Told{"="});
}

TEST_CASE("watch: without the right to watch it lists every 2 to 10 seconds") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::reply(403, refused(403, "Forbidden")));
  for (int i = 0; i < 5; ++i) begin(world);
  world.transport.expect(test::reply(200, pods("9", {pod("a", "8")})));
  begin(world);
  world.run();
  CHECK(world.asked() == "lwlllllll");
  const std::vector<Nanos> times = world.transport.times();
  std::vector<Nanos> gaps;
  for (std::size_t i = 2; i < times.size(); ++i) gaps.push_back(times[i] - times[i - 1]);
  // A change makes it quick again.
  CHECK(gaps ==
        std::vector<Nanos>{
            seconds(2), seconds(4), seconds(8), seconds(10), seconds(10), seconds(10), seconds(2)});
  CHECK(world.told == Told{"=", "+a", "!a"});
}

TEST_CASE("watch: without the right to list one object it gets that, until it is gone") {
  WatchWorld world;
  world.target.name = "a";
  world.transport.expect(test::reply(403, refused(403, "Forbidden")));
  world.transport.expect(test::reply(200, dump_json(pod("a", "5"))));
  world.transport.expect(test::reply(200, dump_json(pod("a", "6"))));
  world.transport.expect(test::reply(404, refused(404, "NotFound")));
  world.run();
  CHECK(world.target_of(1) == "/api/v1/namespaces/n/pods/a");
  CHECK(world.told == Told{"+a", "=", "~a", "!a"});
}

TEST_CASE("watch: no right at all, no such resource, no credentials: it stops with the reason") {
  for (const int code : {401, 403, 404}) {
    CAPTURE(code);
    WatchWorld world;
    world.transport.expect(test::reply(code, refused(code, "Because")));
    world.run();
    REQUIRE(world.watch->stopped());
    CHECK(world.reason().kind() == ErrorKind::kRefused);
    CHECK(world.reason().why() == "Error from server (Because): Because");
    CHECK(world.watch->step() == Nanos::max());
  }
}

TEST_CASE("watch: a 401 while watching stops it; refreshing is the transport's matter") {
  WatchWorld world;
  begin(world);
  world.transport.expect(test::reply(401, refused(401, "Unauthorized")));
  world.run();
  REQUIRE(world.watch->stopped());
  CHECK(world.asked() == "lw");
}

TEST_CASE("watch: no trust stops it") {
  WatchWorld world;
  world.transport.expect(test::failing(Failure::kTls));
  world.run();
  REQUIRE(world.watch->stopped());
  CHECK(world.reason().kind() == ErrorKind::kEnvironment);
}

TEST_CASE("watch: a login page instead of a list is retried, but not for ever") {
  WatchWorld world;
  for (int i = 0; i < 5; ++i) world.transport.expect(kHtml);
  world.run();
  REQUIRE(world.watch->stopped());
  CHECK(world.reason().kind() == ErrorKind::kLost);
  CHECK(world.reason().why().find("text/html") != std::string::npos);
  CHECK(world.asked() == "lllll");
}

TEST_CASE("watch: a login page instead of a stream is not taken for one") {
  WatchWorld world;
  begin(world);
  world.transport.expect(kHtml);
  begin(world);
  world.transport.expect(test::streaming({event("ADDED", pod("a", "8"))}));
  world.run();
  CHECK(world.asked() == "lwlw");
  CHECK(world.told == Told{"=", "+a"});
}

TEST_CASE("watch: damaged events are not told, and what they were comes out of a list") {
  for (const char* text : {R"({"type":"ADDED"})",
                           R"({"type":1,"object":{}})",
                           R"({"a":})",
                           R"({"type":"ADDED","object":[]})",
                           "[]",
                           "\xff"}) {
    CAPTURE(std::string(text));
    WatchWorld world;
    begin(world);
    world.transport.expect(test::streaming({text, event("ADDED", pod("ghost", "9"))}));
    world.transport.expect(test::reply(200, pods("50", {pod("a", "40")})));
    world.transport.expect(test::streaming({}));
    world.run();
    CHECK(world.told == Told{"=", "+a"});
  }
}

TEST_CASE("watch: a list without a version is listed again instead of watched from nowhere") {
  for (const char* version : {"", "0"}) {
    WatchWorld world;
    world.transport.expect(test::reply(200, pods(version)));
    world.transport.expect(test::reply(200, pods(version, {pod("a", "1")})));
    world.run();
    CHECK(world.asked() == "ll");
    CHECK(world.told == Told{"=", "+a"});
  }
}

}  // namespace
}  // namespace algo::kube
