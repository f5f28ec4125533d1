#include "judge/journal.h"

#include "base/encoding.h"
#include "support/fake_clock.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

namespace algo::judge {
namespace {

using result::Verdict;

result::CaseResult accepted(const std::string& name) {
  result::CaseResult one;
  one.name = name;
  one.verdict = Verdict::kAC;
  return one;
}

// A journal with everything it touches, and what it has said.
struct World {
  test::VirtualFiles files;
  test::FakeClock clock;
  std::string log;
  result::FrameWriter frames{[this](std::string_view line) { log += line; }};

  std::vector<result::Frame> said() {
    std::vector<result::Frame> found;
    result::FrameReader reader;
    reader.feed(log, [&](const result::FrameEvent& event) {
      REQUIRE(std::holds_alternative<result::Frame>(event));
      found.push_back(std::get<result::Frame>(event));
    });
    return found;
  }
};

TEST_CASE("journal: the report is whole after the first case and says that judging goes on") {
  World world;
  Journal journal(world.frames, world.files, world.clock, {"/r/result.json", "/r/termination"});
  journal.report().total = 2;
  journal.judged(accepted("a"), nullptr);
  const result::Report report =
      result::parse_report(world.files.read("/r/result.json", 1 << 20), "result.json");
  CHECK_FALSE(report.complete);
  CHECK(report.cases.size() == 1);
  CHECK(world.files.read("/r/termination", 4096).find("AC") != std::string::npos);
}

TEST_CASE("journal: rewrites the report at most every quarter of a second") {
  World world;
  Journal journal(world.frames, world.files, world.clock, {"/r/result.json", ""});
  journal.report().total = 3;
  journal.judged(accepted("a"), nullptr);
  journal.judged(accepted("b"), nullptr);
  const auto cases_kept = [&] {
    return result::parse_report(world.files.read("/r/result.json", 1 << 20), "r").cases.size();
  };
  CHECK(cases_kept() == 1);
  world.clock.advance(std::chrono::milliseconds(250));
  journal.judged(accepted("c"), nullptr);
  CHECK(cases_kept() == 3);
}

TEST_CASE("journal: ends with the verified report on the log, even when the file cannot be kept") {
  World world;
  Journal journal(world.frames, world.files, world.clock, {"/r/result.json", ""});
  journal.report().total = 3;
  world.files.fail_writes("No space left on device");
  journal.judged(accepted("a"), nullptr);
  journal.finish(true);
  result::ResultAssembler assembler;
  bool said_why = false;
  for (const result::Frame& frame : world.said()) {
    if (frame.stream == "result" || frame.stream == "end") assembler.add(frame);
    said_why = said_why || frame.payload.find("No space left") != std::string::npos;
  }
  REQUIRE(assembler.complete());
  CHECK(result::parse_report(assembler.bytes(), "log").complete);
  CHECK(said_why);
}

TEST_CASE("journal: cuts a case to the size of a frame but keeps it whole in the report") {
  World world;
  Journal journal(world.frames, world.files, world.clock, {"/r/result.json", ""});
  journal.report().total = 3;
  result::CaseResult one = accepted("a");
  one.verdict = Verdict::kWA;
  one.out = {std::string(4096, '\x01'), 4096, false};  // six bytes each in JSON
  one.note = std::string(3000, '"');
  journal.judged(one, nullptr);
  const std::vector<result::Frame> frames = world.said();
  REQUIRE(frames.size() == 1);
  CHECK(parse_json(frames[0].payload, "frame")["index"] == 0);
  CHECK(result::parse_report(world.files.read("/r/result.json", 1 << 20), "r").cases[0].out.text ==
        one.out.text);
}

TEST_CASE("journal: sends a long answer in as many frames as it needs") {
  World world;
  Journal journal(world.frames, world.files, world.clock, {"", ""});
  const std::string answer(5000, '\xfe');  // not even UTF-8
  journal.judged(accepted("a"), &answer);
  std::string seen;
  for (const result::Frame& frame : world.said()) {
    if (frame.stream == "answer") seen += base64_decode(frame.payload).value();
  }
  CHECK(seen == answer);
}

TEST_CASE("journal: our own failure is IE in the report and an error on the log") {
  World world;
  Journal journal(world.frames, world.files, world.clock, {"/r/result.json", ""});
  journal.report().total = 3;
  journal.failed(Error(ErrorKind::kEnvironment, "go is not here", "", "install golang-go"));
  const result::Report report =
      result::parse_report(world.files.read("/r/result.json", 1 << 20), "r");
  CHECK(report.verdict == Verdict::kIE);
  CHECK(report.cause == "go is not here");
  const Json said = parse_json(world.said().front().payload, "frame");
  CHECK(said["kind"] == "environment");
  CHECK(said["next"] == "install golang-go");
}

}  // namespace
}  // namespace algo::judge
