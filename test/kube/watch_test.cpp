#include "kube/watch_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::seconds;

TEST_CASE("watch: lists, says so, and watches from the list's version") {
  WatchWorld world;
  world.target.selectors = {.labels = "run=1", .fields = "spec.nodeName=x"};
  world.transport.expect(test::reply(200, pods("7", {pod("a", "3"), pod("b", "5")})));
  world.transport.expect(test::streaming({event("ADDED", pod("c", "8")),
                                          event("MODIFIED", pod("a", "9")),
                                          event("DELETED", pod("b", "10"))}));
  world.run();
  CHECK(world.told == Told{"+a", "+b", "=", "+c", "~a", "-b"});
  CHECK(world.target_of(0) ==
        "/api/v1/namespaces/n/pods?labelSelector=run%3D1&fieldSelector=spec.nodeName%3Dx");
  CHECK(world.target_of(1) ==
        "/api/v1/namespaces/n/pods?watch=true&allowWatchBookmarks=true&labelSelector=run%3D1&"
        "fieldSelector=spec.nodeName%3Dx&timeoutSeconds=300&resourceVersion=7");
  CHECK(world.transport.requests().at(1).stream);
  CHECK(world.watch->resource_version() == "10");
}

TEST_CASE("watch: an empty list is a valid beginning") {
  WatchWorld world;
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.told == Told{"="});
  CHECK(world.version_of(1) == "7");
}

TEST_CASE("watch: begins right behind a created object, without a list") {
  WatchWorld world;
  world.target.name = "a";
  world.target.created = pod("a", "41");
  world.transport.expect(test::streaming({event("MODIFIED", pod("a", "42"))}));
  world.run();
  CHECK(world.told == Told{"~a"});
  CHECK(world.asked() == "w");
  CHECK(world.version_of(0) == "41");
  CHECK(world.target_of(0).find("fieldSelector=metadata.name%3Da&") != std::string::npos);
}

TEST_CASE("watch: a created object that is gone when its version is too old is told as deleted") {
  WatchWorld world;
  world.target.name = "a";
  world.target.created = pod("a", "41");
  world.transport.expect(test::reply(410, refused(410, "Expired")));
  world.transport.expect(test::reply(200, pods("90")));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.told == Told{"!a", "="});
}

TEST_CASE("watch: a stream that ends is taken up where it stopped, bookmarks counting") {
  WatchWorld world;
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(
      test::streaming_until({event("ADDED", pod("a", "8"))}, Failure::kNone, seconds(300)));
  world.transport.expect(test::streaming_until({bookmark("20")}, Failure::kNone, seconds(300)));
  world.transport.expect(test::streaming({event("MODIFIED", pod("a", "21"))}));
  world.run();
  CHECK(world.asked() == "lwww");
  CHECK(world.version_of(2) == "8");
  CHECK(world.version_of(3) == "20");
  CHECK(world.told == Told{"=", "+a", "~a"});
}

TEST_CASE("watch: HTTP 410 means list again, and only what differs is told") {
  WatchWorld world;
  world.transport.expect(test::reply(200, pods("7", {pod("a", "3"), pod("b", "5")})));
  world.transport.expect(
      test::streaming_until({event("MODIFIED", pod("a", "9"))}, Failure::kNone, seconds(5)));
  world.transport.expect(test::reply(410, refused(410, "Expired")));
  world.transport.expect(test::reply(200, pods("50", {pod("a", "9"), pod("c", "30")})));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.asked() == "lwwlw");
  CHECK(world.version_of(3) == "9");
  CHECK(world.version_of(4) == "50");
  CHECK(world.told == Told{"+a", "+b", "=", "~a", "!b", "+c"});
}

TEST_CASE("watch: an ERROR event with 410 after HTTP 200 means the same") {
  for (const char* reason : {"Expired", "Gone"}) {
    WatchWorld world;
    world.transport.expect(test::reply(200, pods("7")));
    world.transport.expect(
        test::streaming({event("ADDED", pod("a", "8")), error_event(410, reason)}));
    world.transport.expect(test::reply(200, pods("50", {pod("b", "40")})));
    world.transport.expect(test::streaming({}));
    world.run();
    CHECK(world.asked() == "lwlw");
    CHECK(world.told == Told{"=", "+a", "!a", "+b"});
    CHECK(world.watch->failures() == 0);
  }
}

TEST_CASE("watch: when the version is too old even for a list, the newest list is taken") {
  WatchWorld world;
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(
      test::streaming({event("ADDED", pod("a", "8")), error_event(410, "Expired")}));
  world.transport.expect(test::reply(410, refused(410, "Expired")));
  world.transport.expect(test::reply(200, pods("3", {pod("a", "2")})));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.version_of(2) == "8");
  CHECK(world.version_of(3).empty());
  CHECK(world.version_of(4) == "3");
  CHECK(world.told == Told{"=", "+a", "~a"});
}

TEST_CASE("watch: a list version that the server has not reached yet is given up") {
  WatchWorld world;
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(
      test::streaming({event("ADDED", pod("a", "8")), error_event(410, "Expired")}));
  world.transport.expect(test::reply(
      504, R"({"kind":"Status","code":504,"reason":"Timeout","message":"Too large resource version",
              "details":{"causes":[{"reason":"ResourceVersionTooLarge"}]}})"));
  world.transport.expect(test::reply(200, pods("9", {pod("a", "8")})));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.version_of(3).empty());
  CHECK(world.told == Told{"=", "+a"});
}

TEST_CASE("watch: a server whose lists are always too old to watch is not asked in a loop") {
  WatchWorld world;
  for (int i = 0; i < 3; ++i) {
    world.transport.expect(test::reply(200, pods("7")));
    world.transport.expect(test::reply(410, refused(410, "Expired")));
  }
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(test::streaming({}));
  world.run();
  CHECK(world.asked() == "lwlwlwlw");
  const std::vector<Nanos> times = world.transport.times();
  CHECK(times.at(2) - times.at(1) == std::chrono::milliseconds(800));
  CHECK(times.at(4) - times.at(3) == std::chrono::milliseconds(1600));
}

TEST_CASE("watch: events may be cut at any byte, also between the streams' pieces") {
  const std::string stream = event("ADDED", pod("a", "8")) + bookmark("9") +
                             event("MODIFIED", pod("a", "10")) + event("DELETED", pod("a", "11"));
  for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
    CAPTURE(cut);
    WatchWorld world;
    world.transport.expect(test::reply(200, pods("7")));
    world.transport.expect(test::streaming({stream.substr(0, cut), stream.substr(cut)}));
    world.run();
    CHECK(world.told == Told{"=", "+a", "~a", "-a"});
  }
}

TEST_CASE("watch: a stream that breaks within an event loses nothing") {
  const std::string second = event("MODIFIED", pod("a", "10"));
  for (std::size_t cut = 0; cut < second.size(); ++cut) {
    CAPTURE(cut);
    WatchWorld world;
    world.transport.expect(test::reply(200, pods("7")));
    world.transport.expect(test::streaming_until(
        {event("ADDED", pod("a", "8")), second.substr(0, cut)}, Failure::kReset));
    world.transport.expect(test::streaming({second.substr(0)}));
    world.run();
    // The last object is whole without its LF.
    const bool whole = cut == second.size() - 1;
    CHECK(world.version_of(2) == (whole ? "10" : "8"));
    CHECK(world.told == Told{"=", "+a", "~a"});
  }
}

}  // namespace
}  // namespace algo::kube
