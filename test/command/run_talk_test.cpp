#include "run_talk.h"

#include "command/fake_world.h"
#include "command/frames.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using namespace std::chrono_literals;
using run::Stage;
using test::Frames;

struct Talk {
  test::FakeWorld fake{};
  Follower follower{fake.world, Format::kTable, ColorWhen::kNever, ""};
  RunTalk talk{fake.world, ColorWhen::kNever, follower};

  void at(Stage stage, const std::string& node, Nanos after, const std::string& why = "") {
    fake.clock.advance(after);
    talk.on_standing({.stage = stage, .waiting_for = why, .node = node, .hopeless = {}});
  }
  void judge() {
    Frames frames;
    frames.hello(2).phase("compile").compiled().phase("judge");
    talk.on_frame(frames.text());
    fake.clock.advance(40ms);
    Frames rest;
    rest.hello(2).phase("compile").compiled().phase("judge");
    rest.judged("a", result::Verdict::kAC).judged("b", result::Verdict::kAC);
    talk.on_frame(rest.text().substr(frames.text().size()));
    talk.conclude();
  }
  [[nodiscard]] bool says(const std::string& line) const {
    return fake.err.text.find(line) != std::string::npos;
  }
};

TEST_CASE("run_talk: every stage that happened has its line and its time") {
  Talk talk;
  talk.talk.step("submitted", "run-1", 70ms);
  talk.at(Stage::kQueued, "", 0ms);
  talk.at(Stage::kPending, "", 5ms);
  talk.at(Stage::kStarting, "node-3", 30ms);
  talk.at(Stage::kPulling, "node-3", 1ms, "Pulling image \"i\"");
  talk.at(Stage::kStarting, "node-3", 8s);
  talk.at(Stage::kRunning, "node-3", 600ms);
  talk.judge();
  const std::string& text = talk.fake.err.text;
  std::size_t at = 0;
  for (const char* word :
       {"submitted", "queued", "scheduled   node-3", "pulled", "started", "compiled", "judged"}) {
    CAPTURE(word);
    CAPTURE(text);
    const std::size_t found = text.find(std::string("✔ ") + word, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  CHECK(talk.says(" 5 ms\n"));
  CHECK(talk.says(" 30 ms\n"));
  CHECK(talk.says(" 600 ms\n"));
  CHECK(talk.says("✔ judged      2 cases"));
  CHECK(talk.says(" 40 ms\n"));
}

TEST_CASE("run_talk: a node that has the image pulls nothing") {
  Talk talk;
  talk.at(Stage::kQueued, "", 0ms);
  talk.at(Stage::kStarting, "node-3", 30ms);
  talk.at(Stage::kRunning, "node-3", 30ms);
  CHECK_FALSE(talk.says("pulled"));
  CHECK(talk.says("✔ started"));
}

TEST_CASE("run_talk: a pod that ends while its image is pulled has pulled nothing") {
  Talk talk;
  talk.at(Stage::kQueued, "", 0ms);
  talk.at(Stage::kPulling, "node-3", 30ms, "Pulling image \"i\"");
  talk.at(Stage::kEnded, "node-3", 5s);
  CHECK(talk.says("✔ scheduled"));
  CHECK_FALSE(talk.says("pulled"));
}

TEST_CASE("run_talk: stages that were seen to end at once") {
  Talk talk;
  talk.at(Stage::kQueued, "", 0ms);
  talk.at(Stage::kStarting, "node-3", 30ms);
  CHECK(talk.says("✔ scheduled   node-3                                       < 1 ms\n"));
}

TEST_CASE("run_talk: what was not judged to its end was not judged") {
  Talk talk;
  Frames frames;
  frames.hello(2).compiled().judged("a", result::Verdict::kAC);
  talk.talk.on_frame(frames.text());
  talk.talk.finish();
  CHECK_FALSE(talk.says("✔ judged"));
}

TEST_CASE("run_talk: who joins a run is not told times that are not this person's") {
  Talk talk;
  talk.talk.join();
  talk.at(Stage::kQueued, "", 0ms);
  talk.at(Stage::kStarting, "node-3", 30ms);
  CHECK(talk.fake.err.text.empty());
  talk.at(Stage::kRunning, "node-3", 30ms);
  CHECK(talk.says("✔ started"));
  talk.judge();
  CHECK_FALSE(talk.says("✔ judged"));
}

TEST_CASE("run_talk: a pipe hears each reason once") {
  Talk talk;
  for (int i = 0; i < 3; ++i) {
    talk.at(Stage::kPending, "", 1s, "0/3 nodes are available");
    talk.at(Stage::kPending, "", 1s, "another reason");
  }
  const std::string& text = talk.fake.err.text;
  const std::size_t first = text.find("0/3 nodes are available");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("0/3 nodes", first + 1) == std::string::npos);
}

}  // namespace
}  // namespace algo
