#include "result/report.h"

#include "base/digest.h"
#include "result/sample_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace algo::result {
namespace {

using test::case_with;

std::vector<CaseResult> cases_of(const std::vector<Verdict>& verdicts) {
  std::vector<CaseResult> cases;
  cases.reserve(verdicts.size());
  for (const Verdict verdict : verdicts) cases.push_back(case_with("x", verdict));
  return cases;
}

TEST_CASE("tally: the worst verdict decides") {
  struct Row {
    std::vector<Verdict> cases;
    Verdict verdict;
  };
  const Row rows[] = {{{}, Verdict::kSkip},
                      {{Verdict::kAC}, Verdict::kAC},
                      {{Verdict::kSkip}, Verdict::kSkip},
                      {{Verdict::kAC, Verdict::kAC}, Verdict::kAC},
                      {{Verdict::kAC, Verdict::kSkip}, Verdict::kSkip},
                      {{Verdict::kWA, Verdict::kSkip}, Verdict::kWA},
                      {{Verdict::kTLE, Verdict::kWA, Verdict::kAC}, Verdict::kTLE},
                      {{Verdict::kMLE, Verdict::kTLE}, Verdict::kMLE},
                      {{Verdict::kRTE, Verdict::kMLE}, Verdict::kRTE},
                      {{Verdict::kRTE, Verdict::kSEC, Verdict::kRTE}, Verdict::kSEC},
                      {{Verdict::kSEC, Verdict::kIE, Verdict::kWA}, Verdict::kIE},
                      {{Verdict::kCE, Verdict::kSEC}, Verdict::kCE}};
  for (const Row& row : rows) {
    CAPTURE(words(row.verdict).code);
    std::vector<CaseResult> cases = cases_of(row.cases);
    CHECK(tally(cases).worst == row.verdict);
    std::reverse(cases.begin(), cases.end());
    CHECK(tally(cases).worst == row.verdict);
  }
}

TEST_CASE("tally: no verdict but AC hides behind accepted cases") {
  for (const Verdict verdict : test::all_verdicts()) {
    CAPTURE(words(verdict).code);
    CHECK(tally(cases_of({Verdict::kAC, verdict, Verdict::kAC})).worst == verdict);
  }
}

TEST_CASE("Report: the score is the share of all cases that were asked for") {
  Report report;
  CHECK(report.accepted() == 0);
  CHECK(score(tally(report.cases), report.total) == 0);
  report.total = 4;
  report.cases = cases_of({Verdict::kAC, Verdict::kWA, Verdict::kSkip});
  CHECK(report.accepted() == 1);
  CHECK(score(tally(report.cases), report.total) == 0.25);
  report.cases = cases_of({Verdict::kAC, Verdict::kAC, Verdict::kAC, Verdict::kAC});
  CHECK(score(tally(report.cases), report.total) == 1);
}

std::string message_of(const Report& report, const std::string& bytes) {
  return termination_message(report, tally(report.cases), bytes);
}

TEST_CASE("termination_message: tells what the summary promises") {
  const std::string bytes = "the report as written";
  const Json json = parse_json(message_of(test::sample_report(), bytes), "message");
  const Json expected{
      {"schema", "kubectl-algo/summary/v1"},
      {"run", "two-sum-go-1a2b3c"},
      {"problem", "two-sum"},
      {"verdict", "WA"},
      {"cause", "answer"},
      {"complete", true},
      {"accepted", 1},
      {"judged", 3},
      {"total", 3},
      {"bytes", bytes.size()},
      {"sha256", sha256_hex(bytes)},
      {"firstFailure", {{"name", "large-3"}, {"verdict", "WA"}, {"cause", "answer"}}}};
  CHECK(dump_json(json) == dump_json(expected));
}

TEST_CASE("termination_message: without a failure there is no firstFailure") {
  Report report = test::sample_report();
  report.cases.erase(report.cases.begin() + 1);
  CHECK_FALSE(parse_json(message_of(report, ""), "message").contains("firstFailure"));
}

TEST_CASE("termination_message: stays within 4096 bytes whatever the texts are") {
  // JSON writes one byte as up to six, and each byte that is no UTF-8 as three.
  for (const std::string unit : {"a", "\x01", "\"", "\\", "\n", "é", "\xff", "\x80", "😀"}) {
    for (const std::size_t count : {1U, 100U, 512U, 513U, 5'000U, 100'000U}) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += unit;
      CAPTURE(unit);
      CAPTURE(count);
      Report report = test::sample_report();
      report.run = report.problem = report.cause = text;
      report.cases[1].name = report.cases[1].cause = text;
      const std::string message = message_of(report, "x");
      CHECK(message.size() <= 4096);
      const Json json = parse_json(message, "message");
      CHECK(json.at("verdict") == "WA");
      CHECK(json.at("sha256") == sha256_hex("x"));
      CHECK(json.at("firstFailure").at("verdict") == "WA");
    }
  }
}

TEST_CASE("termination_message: says how much of a long text was cut") {
  Report report = test::sample_report();
  report.cause = std::string(600, 'c');
  const Json json = parse_json(message_of(report, ""), "message");
  CHECK(json.at("cause") == std::string(512, 'c') + "… (88 more bytes)");
}

}  // namespace
}  // namespace algo::result
