#include "conclude.h"

#include "command/fake_world.h"
#include "command/frames.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using result::Verdict;
using test::FakeWorld;

Judged judged(const std::vector<Verdict>& verdicts) {
  Judged judged;
  judged.sha256 = "7f3a2c91" + std::string(56, '0');
  judged.report.complete = true;
  judged.report.total = verdicts.size();
  judged.report.compile.ok = true;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    judged.report.cases.push_back(test::case_result("case-" + std::to_string(i + 1), verdicts[i]));
  }
  judged.report.verdict = result::tally(judged.report.cases).worst;
  return judged;
}

TEST_CASE("conclude: accepted") {
  FakeWorld world;
  CHECK(conclude(world.world, judged({Verdict::kAC, Verdict::kAC}), {.kept = "r.json"}) ==
        ExitCode::kAccepted);
  CHECK(world.out.text.empty());
  CHECK(world.err.text.find("AC  2 of 2") == 0);
  CHECK(world.err.text.find("result verified (sha256 7f3a2c91…) → r.json\n") != std::string::npos);
}

TEST_CASE("conclude: a wrong answer shows the case, and how to judge it again") {
  FakeWorld world;
  const ExitCode code =
      conclude(world.world, judged({Verdict::kAC, Verdict::kWA}), {.again = "kubectl algo test x"});
  CHECK(code == ExitCode::kNotAccepted);
  for (const std::string wanted : {"WA  case-2  (case 2 of 2)",
                                   "nums = [3, 3], target = 6",
                                   "[0, 1]",
                                   "[0, 0]",
                                   "again: kubectl algo test x"}) {
    CAPTURE(wanted);
    CHECK(world.err.text.find(wanted) != std::string::npos);
  }
}

TEST_CASE("conclude: many failures are not all shown, and none is forgotten") {
  FakeWorld world;
  static_cast<void>(conclude(world.world, judged(std::vector<Verdict>(10, Verdict::kWA)), {}));
  CHECK(world.err.text.find("case-3") != std::string::npos);
  CHECK(world.err.text.find("case-4") == std::string::npos);
  CHECK(world.err.text.find("… and 7 more that failed") != std::string::npos);
}

TEST_CASE("conclude: a compile error shows the one clear line") {
  FakeWorld world;
  Judged failed = judged({});
  failed.report.verdict = Verdict::kCE;
  failed.report.compile.ok = false;
  failed.report.compile.message = "solution.go:3: func twoSum(), but two-sum asks for more";
  CHECK(conclude(world.world, failed, {}) == ExitCode::kNotAccepted);
  CHECK(world.err.text.find("CE  solution.go:3: func twoSum()") == 0);
}

TEST_CASE("conclude: documents go to the output, and are what was asked for") {
  const std::vector<std::pair<Format, std::string>> rows{
      {Format::kJson, "{"}, {Format::kYaml, "schema:"}, {Format::kJunit, "<?xml"}};
  for (const auto& [format, start] : rows) {
    CAPTURE(start);
    FakeWorld world;
    const ExitCode code = conclude(world.world, judged({Verdict::kWA}), {.format = format});
    CHECK(code == ExitCode::kNotAccepted);
    CHECK(world.out.text.starts_with(start));
    CHECK(world.err.text.empty());
  }
}

TEST_CASE(
    "conclude: a judging that was stopped from outside is no verdict, however good it looks") {
  FakeWorld world;
  Judged partial = judged({Verdict::kAC, Verdict::kAC});
  partial.report.complete = false;
  partial.report.total = 15;
  CHECK(conclude(world.world, partial, {}) == ExitCode::kLost);
  CHECK(world.err.text.find("stopped after 2 of 15 cases\n  why   its pod was deleted, evicted") !=
        std::string::npos);
  world.err.text.clear();
  partial.ended_by = Error(ErrorKind::kLost, "its time is over", "30 s", "a longer --timeout");
  CHECK(conclude(world.world, partial, {}) == ExitCode::kLost);
  CHECK(world.err.text.find("15 cases\n  why   its time is over: 30 s\n  do    a longer") !=
        std::string::npos);
  CHECK(conclude(world.world, partial, {.format = Format::kJson}) == ExitCode::kLost);
}

TEST_CASE("conclude: an interrupted judging shows what there is, with its own exit code") {
  for (const Format format : {Format::kTable, Format::kJson}) {
    FakeWorld world;
    Judged partial = judged({Verdict::kAC});
    partial.interrupted = true;
    partial.report.complete = false;
    partial.report.total = 5;
    CHECK(conclude(world.world, partial, {.format = format}) == ExitCode::kInterrupted);
    CHECK(world.err.text.ends_with("interrupted\n"));
  }
}

TEST_CASE("exit_code: a verdict of the judge's own failure is not the solution's fault") {
  CHECK(exit_code(Verdict::kIE) == ExitCode::kInternal);
  for (const Verdict verdict : {Verdict::kWA, Verdict::kTLE, Verdict::kCE, Verdict::kSEC}) {
    CHECK(exit_code(verdict) == ExitCode::kNotAccepted);
  }
}

}  // namespace
}  // namespace algo
