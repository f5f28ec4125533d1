#include "judge/live_log.h"

#include "support/fake_clock.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

namespace algo::judge {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct World {
  std::string said{};  // texts, | between frames
  result::FrameWriter frames{[this](std::string_view line) {
    const auto frame = result::parse_frame(line.substr(0, line.size() - 1));
    REQUIRE(frame.has_value());
    CHECK(frame->stream == "compilelog");
    said += parse_json(frame->payload, "frame").at("text").get<std::string>() + "|";
  }};
  test::VirtualFiles files{};
  test::FakeClock clock{};
  Journal journal{frames, files, clock, {}};
  LiveLog log{journal, clock};
};

TEST_CASE("live_log: a command that ends within a second is not told of") {
  World world;
  world.log.show("");
  world.log.show("a\n");
  world.clock.advance(milliseconds(999));
  world.log.show("a\nb\n");
  CHECK(world.said.empty());
}

TEST_CASE("live_log: whole lines, each once, at most once a second") {
  World world;
  world.log.show("");
  world.clock.advance(seconds(1));
  world.log.show("a\nhal");
  world.log.show("a\nhalf\nb\n");
  CHECK(world.said == "a\n|");
  world.clock.advance(seconds(1));
  world.log.show("a\nhalf\nb\n");
  CHECK(world.said == "a\n|half\nb\n|");
}

TEST_CASE("live_log: another command begins anew") {
  World world;
  world.log.show("");
  world.clock.advance(seconds(1));
  world.log.show("first\n");
  world.log.show("");
  world.clock.advance(seconds(1));
  world.log.show("second\n");
  CHECK(world.said == "first\n|second\n|");
}

TEST_CASE("live_log: a flood fits into frames, whatever its bytes") {
  World world;
  world.log.show("");
  world.clock.advance(seconds(1));
  world.log.show(std::string(5000, '\x01') + "\xff\n");
  CHECK(world.said.size() > 5000);
}

}  // namespace
}  // namespace algo::judge
