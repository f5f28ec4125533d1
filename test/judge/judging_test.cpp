#include "judge/judging.h"

#include "echo_judging.h"
#include "support/fake_clock.h"
#include "support/virtual_files.h"

namespace algo::judge {
namespace {

using namespace std::chrono_literals;
using result::Verdict;

VerifiedBundle compiled_bundle(int cases) {
  VerifiedBundle bundle;
  bundle.problem = identity_problem();
  for (int value = 1; value <= cases; ++value) bundle.problem.cases.push_back(expects(value));
  return bundle;
}

// Judges what needs no compiling, and gives the report.
result::Report judged(VerifiedBundle bundle,
                      FakeSource& source,
                      const JudgingOptions& options,
                      const Interrupt& interrupt) {
  test::VirtualFiles files;
  const test::FakeClock clock;
  result::FrameWriter frames([](std::string_view) {});
  Journal journal(frames, files, clock, {"/result.json", ""});
  journal.start();
  judge_bundle(std::move(bundle),
               "",
               options,
               {.compiled_by = "none", .sandbox = source, .places = {}},
               clock,
               interrupt,
               journal);
  return result::parse_report(files.read("/result.json", 1 << 20), "result.json");
}

std::vector<std::string> rulings(const result::Report& report) {
  std::vector<std::string> all;
  for (const result::CaseResult& one : report.cases) {
    const std::string code(result::words(one.verdict).code);
    all.push_back(one.cause.empty() ? code : code + " " + one.cause);
  }
  return all;
}

using Rulings = std::vector<std::string>;

TEST_CASE("judge_bundle: every case, in its order") {
  FakeSource source({{worker({answer(1), answer(2)})}});
  const result::Report report = judged(compiled_bundle(2), source, {}, Interrupt());
  CHECK(rulings(report) == Rulings{"AC", "AC"});
  CHECK(report.complete);
}

TEST_CASE("judge_bundle: a case that is under way at the deadline is skipped, and so is the rest") {
  const test::FakeReply never{.late = true};
  FakeSource source({{worker({never})}});
  Interrupt interrupt;
  interrupt.set_deadline(1ms);
  const result::Report report = judged(compiled_bundle(3), source, {}, interrupt);
  CHECK(rulings(report) == Rulings{"SKIP deadline", "SKIP deadline", "SKIP deadline"});
  CHECK(report.complete);
  CHECK(report.verdict == Verdict::kSkip);
}

TEST_CASE("judge_bundle: with fail_fast the rest is skipped after the first failure") {
  FakeSource source({{worker({answer(1), answer(7)}), worker({answer(7)})}});
  const result::Report report =
      judged(compiled_bundle(4), source, {.fail_fast = true}, Interrupt());
  CHECK(rulings(report) == Rulings{"AC", "WA answer", "SKIP fail-fast", "SKIP fail-fast"});
}

TEST_CASE("judge_bundle: without a successor of a lost sandbox the rest is skipped") {
  sandbox::Ended lost = test::exited(0);
  lost.stop = sandbox::Stop::kLost;
  FakeSource source({{worker({answer(1), {.end = lost}})}});
  const result::Report report = judged(compiled_bundle(3), source, {}, Interrupt());
  CHECK(rulings(report) == Rulings{"AC", "MLE container", "SKIP sandbox-lost"});
}

}  // namespace
}  // namespace algo::judge
