// Answers that never end, or are larger than anything that makes sense.
#include "kube/log_fixture.h"
#include "kube/watch_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::minutes;

// A refusal that goes on for ever: `piece` by piece, so long after one another.
test::Acts endless(
    int status, const std::string& type, std::size_t piece, int pieces, Nanos pause) {
  test::Acts acts{test::head_act(status, {{.name = "content-type", .value = type}})};
  for (int i = 0; i < pieces; ++i) {
    acts.push_back(test::data_act(std::string(piece, 'x'), pause));
  }
  return acts;
}

TEST_CASE("watch: an error page without end is left where it is long enough") {
  const test::Acts page = endless(502, "text/html", 10'000, 1000, Nanos{0});
  WatchWorld world;
  world.transport.expect(page);
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(page);
  world.transport.expect(test::streaming({event("ADDED", pod("a", "8"))}));
  world.run();
  CHECK(world.asked() == "llww");
  CHECK(world.transport.active() == 1);
  CHECK(world.transport.times().back() < minutes(1));
  CHECK(world.told == Told{"=", "+a"});
}

TEST_CASE("watch: an event beyond the limit is not kept; a list takes its place") {
  WatchWorld world;
  world.rules.max_event = 1000;
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(test::streaming(
      {R"({"type":"ADDED","object":{")" + std::string(500, 'x'), std::string(100'000, 'x')}));
  world.transport.expect(test::reply(200, pods("9", {pod("a", "8")})));
  world.transport.expect(test::streaming({}));
  world.open();
  world.run();
  CHECK(world.asked() == "lwlw");
  CHECK(world.told == Told{"=", "+a"});
}

TEST_CASE("watch: an event beyond the limit is named as the trouble") {
  WatchWorld world;
  world.rules.max_event = 100;
  world.transport.expect(test::reply(200, pods("7")));
  world.transport.expect(test::streaming({"{" + std::string(200, ' ')}));
  world.run();
  CHECK(world.watch->trouble() == "an event is larger than 100 B");
}

TEST_CASE("watch: a list beyond the limit stops it") {
  WatchWorld world;
  world.transport.expect(test::failing(Failure::kTooLarge));
  world.run();
  REQUIRE(world.watch->stopped());
  CHECK(world.transport.last().max_body == world.rules.max_list);
}

TEST_CASE("log: an error page without end is left where it is long enough, or takes too long") {
  struct Page {
    const char* name;
    std::size_t piece;
    Nanos pause;
    Nanos most;  // until the next try
  };
  for (const Page& page : {Page{"long", 10'000, Nanos{0}, std::chrono::seconds(30)},
                           Page{"slow", 1, std::chrono::seconds(1), minutes(2)}}) {
    for (const int status : {200, 502}) {
      for (const int heartbeat : {0, 15}) {
        CAPTURE(std::string(page.name));
        CAPTURE(status);
        CAPTURE(heartbeat);
        LogWorld world;
        world.rules.heartbeat = std::chrono::seconds(heartbeat);
        world.transport.expect(endless(status, "text/html", page.piece, 10'000, page.pause));
        world.follow_with({line(1)});
        world.run();
        CHECK(world.told == Told{"1"});
        CHECK(world.transport.active() == 1);
        CHECK(world.transport.times().at(1) < page.most);
        CHECK(world.follower->stalls() == 0);
      }
    }
  }
}

TEST_CASE("log: a line without end is cut, and the next one is whole") {
  LogWorld world;
  world.rules.max_line = 1000;
  std::vector<std::string> pieces{stamp(1) + " "};
  for (int i = 0; i < 100; ++i) pieces.emplace_back(1000, 'x');
  pieces.push_back("\n" + line(1));
  world.follow_with(pieces);
  world.run();
  REQUIRE(world.told.size() == 2);
  CHECK(world.told[0].size() < 1100);
  CHECK(world.told[1] == "1");
}

}  // namespace
}  // namespace algo::kube
