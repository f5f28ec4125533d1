#include "result/sample_report.h"

namespace algo::test {

using result::CaseResult;
using result::Report;
using result::Verdict;
using std::chrono::nanoseconds;

namespace {

CaseResult failed_case() {
  CaseResult one = case_with("large-3", Verdict::kWA);
  one.group = "large";
  one.sample = true;
  one.cause = "answer";
  one.time = nanoseconds(3'200'000);
  one.wall = nanoseconds(5'000'000);
  one.memory = 6'400'000;
  one.difference = result::Difference{
      "nums = [3, 3, 8, … 9997 more], target = 6", "[0, 1]", "[1, 1]", "at [0]: expected 0, got 1"};
  one.out = {"debug: i = 1\n\ttab", 70'000, true};
  one.err = {"\x1b[2Jwarning\n", 12, false};
  one.judged_alone = true;
  one.note = "fails alone too";
  one.switches_voluntary = 4;
  one.switches_forced = 2;
  one.waited = nanoseconds(1'500'000);
  one.spread = result::Spread{3,
                              nanoseconds(3'100'000),
                              nanoseconds(3'200'000),
                              nanoseconds(9'000'000),
                              {{"AC", 1}, {"WA", 2}}};
  return one;
}

}  // namespace

CaseResult case_with(const std::string& name, Verdict verdict) {
  CaseResult one;
  one.name = name;
  one.verdict = verdict;
  return one;
}

Report sample_report() {
  Report report;
  report.tool_version = "0.1.0";
  report.run = "two-sum-go-1a2b3c";
  report.problem = "two-sum";
  report.language = "go";
  report.bundle_digest = "sha256:0123";
  report.started = "2024-01-02T03:04:05Z";
  report.verdict = Verdict::kWA;
  report.cause = "answer";
  report.complete = true;
  report.total = 3;
  report.compile = {"go version go1.19.8 linux/amd64",
                    true,
                    false,
                    nanoseconds(812'000'000),
                    "one clear line",
                    "./solution.go:3:2: a warning\n",
                    true};
  report.limits = {
      nanoseconds(1'000'000'000), nanoseconds(3'000'000'000), 134'217'728, 1'048'576, 64};
  report.cases = {case_with("sample-1", Verdict::kAC), failed_case()};
  report.cases.front().time = nanoseconds(118'000);
  report.cases.front().wall = nanoseconds(200'000);
  report.cases.front().memory = 6'396'314;
  report.cases.push_back(case_with("rest", Verdict::kSkip));
  report.measured_by = {{"time", "wait4 rusage, user + system"}, {"memory", "VmHWM"}};
  report.protections = {{"landlock", "ABI 7"}, {"seccomp", "off: the kernel has none"}};
  report.kernel = "6.1.0-18-amd64";
  report.node = "worker-2";
  report.stolen = nanoseconds(20'000'000);
  return report;
}

const std::vector<Verdict>& all_verdicts() {
  static const std::vector<Verdict> kAll{Verdict::kAC,
                                         Verdict::kSkip,
                                         Verdict::kWA,
                                         Verdict::kOLE,
                                         Verdict::kILE,
                                         Verdict::kTLE,
                                         Verdict::kMLE,
                                         Verdict::kRTE,
                                         Verdict::kSEC,
                                         Verdict::kCE,
                                         Verdict::kIE};
  return kAll;
}

}  // namespace algo::test
