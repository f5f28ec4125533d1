#include "local_judge.h"

#include "base/digest.h"
#include "command/fake_world.h"
#include "command/frames.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace algo {
namespace {

using result::Verdict;
using test::FakeWorld;
using test::Frames;

LocalRequest request_for(const std::string& result_file) {
  LocalRequest request;
  request.bundle = "two-sum.bundle";
  request.manifest.problem = "two-sum";
  // Python needs no cache, so that one judge is started and no more.
  request.manifest.recipe.language = "python";
  request.result_file = result_file;
  return request;
}

Frames accepted() {
  Frames frames;
  frames.hello(1).compiled().judged("sample-1", Verdict::kAC).end();
  return frames;
}

Judged judge(FakeWorld& world, const LocalRequest& request) {
  Follower follower(world.world, Format::kTable, ColorWhen::kNever);
  return judge_locally(world.world, request, follower);
}

Error failure(FakeWorld& world, const LocalRequest& request) {
  try {
    static_cast<void>(judge(world, request));
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return {ErrorKind::kInternal, ""};
}

TEST_CASE("judge_locally: gives the verified report, and starts the judge with what was asked") {
  FakeWorld world;
  const Frames frames = accepted();
  world.judges.script = {{.output = frames.text()}};
  LocalRequest request = request_for("out/r.json");
  request.judging.cases = {"a", "b"};
  request.judging.fail_fast = true;
  const Judged judged = judge(world, request);
  CHECK(judged.report.verdict == Verdict::kAC);
  CHECK(judged.sha256 == sha256_hex(frames.report_bytes()));
  CHECK_FALSE(judged.interrupted);
  REQUIRE(world.judges.started.size() == 1);
  const std::vector<std::string>& arguments = world.judges.started.front();
  CHECK(arguments.front() == "local");
  for (const std::string wanted :
       {"--bundle=two-sum.bundle", "--result=out/r.json", "--case=a", "--case=b", "--fail-fast"}) {
    CAPTURE(wanted);
    CHECK(std::find(arguments.begin(), arguments.end(), wanted) != arguments.end());
  }
}

TEST_CASE("judge_locally: the result file holds what was verified, even when it was touched") {
  for (const std::string before : {"", "{\"verdict\": \"AC\"}"}) {
    CAPTURE(before);
    FakeWorld world;
    const Frames frames = accepted();
    world.judges.script = {{.output = frames.text()}};
    if (!before.empty()) world.files.write_atomically("r.json", before);
    static_cast<void>(judge(world, request_for("r.json")));
    CHECK(world.files.read("r.json", 100000) == frames.report_bytes());
  }
}

TEST_CASE("judge_locally: writes nothing when no result is wanted") {
  FakeWorld world;
  world.judges.script = {{.output = accepted().text()}};
  static_cast<void>(judge(world, request_for("")));
  CHECK(world.files.writes().empty());
}

TEST_CASE("judge_locally: an unwritable place for the result is told before judging") {
  FakeWorld world;
  world.files.fail_writes("Read-only file system");
  const Error error = failure(world, request_for("out/r.json"));
  CHECK(error.kind() == ErrorKind::kEnvironment);
  CHECK(std::string(error.what()) == "cannot keep the result in out/r.json");
  CHECK(error.why().find("Read-only") != std::string::npos);
  CHECK(world.judges.started.empty());
}

TEST_CASE("judge_locally: a folder is no place for the result") {
  FakeWorld world;
  world.files.make_directories("out");
  const Error error = failure(world, request_for("out"));
  CHECK(error.kind() == ErrorKind::kInput);
  CHECK(error.next().find("out/result.json") != std::string::npos);
}

TEST_CASE("judge_locally: a result that could not be kept is saved elsewhere and named") {
  FakeWorld world;
  world.environment.variables["TMPDIR"] = "/elsewhere";
  Frames frames;
  frames.hello(1).compiled().judged("sample-1", Verdict::kAC);
  frames.result_file_error("No space left on device").end();
  world.judges.script = {{.output = frames.text()}};
  const Error error = failure(world, request_for("r.json"));
  CHECK(error.kind() == ErrorKind::kIncomplete);
  CHECK(error.why() == "No space left on device");
  const std::size_t at = error.next().find("/elsewhere/");
  REQUIRE(at != std::string::npos);
  CHECK(world.files.read(error.next().substr(at), 100000) == frames.report_bytes());
}

TEST_CASE("judge_locally: Ctrl-C with a partial report gives what was judged") {
  FakeWorld world;
  Frames frames;
  frames.hello(2).compiled().judged("sample-1", Verdict::kAC).end(false);
  world.judges.script = {{.output = frames.text(), .exit = {.interrupted = true}}};
  const Judged judged = judge(world, request_for("r.json"));
  CHECK(judged.interrupted);
  CHECK(judged.report.cases.size() == 1);
  CHECK(world.files.read("r.json", 100000) == frames.report_bytes());
}

TEST_CASE("judge_locally: Ctrl-C after the last case is a whole judging") {
  FakeWorld world;
  world.judges.script = {{.output = accepted().text(), .exit = {.interrupted = true}}};
  CHECK_FALSE(judge(world, request_for("")).interrupted);
}

TEST_CASE("judge_locally: Ctrl-C without a report says how far it came") {
  FakeWorld world;
  Frames frames;
  frames.hello(2).compiled().judged("sample-1", Verdict::kAC);
  world.judges.script = {{.output = frames.text(), .exit = {.code = 137, .interrupted = true}}};
  const Error error = failure(world, request_for("r.json"));
  CHECK(error.kind() == ErrorKind::kInterrupted);
  CHECK(error.why() == "cases judged: 1");
  CHECK(error.next().find("r.json") != std::string::npos);
}

TEST_CASE("judge_locally: the judge's own failure keeps its kind") {
  FakeWorld world;
  Frames frames;
  frames.error("environment", "go is not installed").end(false);
  world.judges.script = {{.output = frames.text(), .exit = {.code = 1}}};
  const Error error = failure(world, request_for(""));
  CHECK(error.kind() == ErrorKind::kEnvironment);
  CHECK(std::string(error.what()) == "go is not installed");
}

TEST_CASE("judge_locally: a judge that crashes is our bug, with its last words") {
  FakeWorld world;
  world.judges.script = {{.output = "", .exit = {.code = 139, .complaint = "oh\x1b[2J no"}}};
  const Error error = failure(world, request_for(""));
  CHECK(error.kind() == ErrorKind::kInternal);
  CHECK(std::string(error.what()).find("139") != std::string::npos);
  CHECK(error.why() == "oh\\x1b[2J no");
}

TEST_CASE("judge_locally: a damaged report is not shown as a result") {
  FakeWorld world;
  Frames frames;
  frames.hello(1).compiled().judged("sample-1", Verdict::kAC).damaged_end();
  world.judges.script = {{.output = frames.text()}};
  CHECK(failure(world, request_for("")).kind() == ErrorKind::kIncomplete);
}

}  // namespace
}  // namespace algo
