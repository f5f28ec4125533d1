#include "judge/repeat.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace algo::judge {
namespace {

using result::CaseResult;
using result::Verdict;
using std::chrono::milliseconds;

CaseResult ran(Verdict verdict, int time, const char* cause = "") {
  CaseResult one;
  one.verdict = verdict;
  one.time = milliseconds(time);
  one.cause = cause;
  return one;
}

TEST_CASE("merge_runs: tells how far the times are apart") {
  const CaseResult merged = merge_runs(
      {ran(Verdict::kAC, 7), ran(Verdict::kAC, 3), ran(Verdict::kAC, 20), ran(Verdict::kAC, 5)});
  CHECK(merged.verdict == Verdict::kAC);
  CHECK(merged.time == milliseconds(7));
  REQUIRE(merged.spread.has_value());
  CHECK(merged.spread->runs == 4);
  CHECK(merged.spread->least == milliseconds(3));
  CHECK(merged.spread->median == milliseconds(7));
  CHECK(merged.spread->most == milliseconds(20));
  CHECK(merged.spread->verdicts == std::map<std::string, std::size_t>{{"AC", 4}});
  CHECK(merged.note.empty());
}

TEST_CASE("merge_runs: the worst verdict counts, and differing ones are told") {
  const CaseResult merged = merge_runs({ran(Verdict::kAC, 1),
                                        ran(Verdict::kTLE, 9, "cpu"),
                                        ran(Verdict::kAC, 1),
                                        ran(Verdict::kTLE, 8, "wall")});
  CHECK(merged.verdict == Verdict::kTLE);
  CHECK(merged.cause == "cpu");
  CHECK(merged.time == milliseconds(9));
  CHECK(merged.note == "verdicts differ from run to run: AC 2 times, TLE 2 times");
}

}  // namespace
}  // namespace algo::judge
