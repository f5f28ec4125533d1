#include "follower.h"

#include "command/fake_world.h"
#include "command/frames.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using result::Verdict;
using test::FakeWorld;
using test::Frames;

Frames two_cases() {
  Frames frames;
  frames.hello(2).phase("compile").compiled().phase("judge");
  frames.judged("sample-1", Verdict::kAC).judged("large", Verdict::kWA).end();
  return frames;
}

void play(FakeWorld& world, const Frames& frames, Format format, ColorWhen color) {
  Follower follower(world.world, format, color);
  follower.feed(frames.text());
  follower.finish();
}

TEST_CASE("Follower: a pipe gets one plain line per case") {
  FakeWorld world;
  play(world, two_cases(), Format::kTable, ColorWhen::kAuto);
  CHECK(world.out.text == "sample-1 AC 1.500ms 6.0MiB -\nlarge WA 1.500ms 6.0MiB answer\n");
  CHECK(world.err.text == "two-sum · go · 2 cases → this machine\n✔ compiled    go1.26  289 ms\n");
}

TEST_CASE("Follower: a terminal gets a table") {
  FakeWorld world;
  world.out.columns = 80;
  play(world, two_cases(), Format::kTable, ColorWhen::kNever);
  CHECK(world.out.text.find("  CASE ") == 0);
  CHECK(world.out.text.find("VERDICT") != std::string::npos);
  CHECK(world.out.text.find("\n  sample-1 ") != std::string::npos);
  CHECK(world.out.text.find('\x1b') == std::string::npos);
}

TEST_CASE("Follower: a slow compiler's lines are shown as they come") {
  FakeWorld world;
  Frames frames;
  frames.hello(1).phase("compile").compile_log("a.go:1: unused\n\na.go:2: \x1b[2Jodd\n").compiled();
  play(world, frames, Format::kTable, ColorWhen::kNever);
  CHECK(world.err.text.find("  │ a.go:1: unused\n  │ a.go:2: \\x1b[2Jodd\n✔ compiled") !=
        std::string::npos);
}

TEST_CASE("Follower: a document is not mixed with rows") {
  for (const Format format : {Format::kJson, Format::kYaml, Format::kJunit}) {
    FakeWorld world;
    play(world, two_cases(), format, ColorWhen::kAuto);
    CHECK(world.out.text.empty());
    CHECK_FALSE(world.err.text.empty());
  }
}

TEST_CASE("Follower: the status line shows on a terminal only, and is taken away at the end") {
  FakeWorld world;
  world.err.columns = 80;
  play(world, two_cases(), Format::kTable, ColorWhen::kNever);
  CHECK(world.err.text.find("compiling …") != std::string::npos);
  CHECK(world.err.text.find("judging 2 of 2 …") != std::string::npos);
  const std::size_t last = world.err.text.rfind("\r\x1b[K");
  REQUIRE(last != std::string::npos);
  CHECK(world.err.text.substr(last) == "\r\x1b[K");
}

TEST_CASE("Follower: a judge that dies leaves no status line") {
  FakeWorld world;
  world.err.columns = 80;
  Frames frames;
  frames.hello(2).phase("compile");
  play(world, frames, Format::kTable, ColorWhen::kNever);
  CHECK(world.err.text.ends_with("\r\x1b[K"));
}

TEST_CASE("Follower: colours as asked") {
  FakeWorld plain;
  play(plain, two_cases(), Format::kTable, ColorWhen::kNever);
  CHECK(plain.err.text.find("\x1b[") == std::string::npos);
  FakeWorld coloured;
  play(coloured, two_cases(), Format::kTable, ColorWhen::kAlways);
  CHECK(coloured.err.text.find("\x1b[") != std::string::npos);
}

TEST_CASE("Follower: gives the report byte for byte, whatever the pieces") {
  const Frames frames = two_cases();
  for (const std::size_t piece : {std::size_t{1}, std::size_t{13}, std::size_t{100000}}) {
    CAPTURE(piece);
    FakeWorld world;
    Follower follower(world.world, Format::kJson, ColorWhen::kAuto);
    for (std::size_t at = 0; at < frames.text().size(); at += piece) {
      follower.feed(std::string_view(frames.text()).substr(at, piece));
    }
    CHECK(follower.report_bytes() == frames.report_bytes());
    CHECK(follower.judged() == 2);
  }
}

TEST_CASE("Follower: has no report of a stream that was cut") {
  const Frames frames = two_cases();
  FakeWorld world;
  Follower follower(world.world, Format::kTable, ColorWhen::kAuto);
  follower.feed(std::string_view(frames.text()).substr(0, frames.text().size() - 10));
  CHECK_FALSE(follower.report_bytes().has_value());
  CHECK(follower.judged() == 2);
}

TEST_CASE("Follower: text that is no frame changes nothing") {
  const Frames frames = two_cases();
  FakeWorld world;
  Follower follower(world.world, Format::kTable, ColorWhen::kAuto);
  follower.feed("a stray line\n" + frames.text() + "and \x1b[2J another\n");
  CHECK(follower.report_bytes() == frames.report_bytes());
  CHECK(world.out.text.find("stray") == std::string::npos);
}

TEST_CASE("Follower: names with control characters do not reach the terminal") {
  FakeWorld world;
  Frames frames;
  frames.hello(1).judged("bad\x1b[2J", Verdict::kAC).end();
  play(world, frames, Format::kTable, ColorWhen::kNever);
  CHECK(world.out.text.find('\x1b') == std::string::npos);
}

TEST_CASE("Follower: keeps the judge's own failure, with its kind") {
  FakeWorld world;
  Follower follower(world.world, Format::kTable, ColorWhen::kAuto);
  Frames frames;
  frames.error("environment", "there is no go").end(false);
  follower.feed(frames.text());
  REQUIRE(follower.failure().has_value());
  CHECK(follower.failure()->kind() == ErrorKind::kEnvironment);
  CHECK(std::string(follower.failure()->what()) == "there is no go");
  CHECK(follower.failure()->why() == "because");
}

TEST_CASE("Follower: an answer of several frames is one, and every case has its own") {
  FakeWorld world;
  Follower follower(world.world, Format::kJson, ColorWhen::kAuto);
  Frames frames;
  frames.hello(3).answer("[0,").answer("1]").judged("a", Verdict::kAC);
  frames.judged("b", Verdict::kRTE).answer("7").judged("c", Verdict::kAC).end();
  follower.feed(frames.text());
  CHECK(follower.answers() == std::vector<std::string>{"[0,1]", "", "7"});
}

TEST_CASE("Follower: a frame of another shape is an incomplete result, not a crash") {
  FakeWorld world;
  Follower follower(world.world, Format::kTable, ColorWhen::kAuto);
  std::string text;
  result::FrameWriter writer([&text](std::string_view line) { text += line; });
  writer.write("hello", Json{{"total", "many"}});
  try {
    follower.feed(text);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kIncomplete);
  }
}

}  // namespace
}  // namespace algo
