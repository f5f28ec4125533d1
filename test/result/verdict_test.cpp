#include "result/verdict.h"

#include "result/sample_report.h"

#include <doctest/doctest.h>

#include <string_view>

namespace algo::result {
namespace {

TEST_CASE("words: every verdict has its code and its meaning") {
  const VerdictWords rows[] = {{Verdict::kAC, "AC", "accepted"},
                               {Verdict::kSkip, "SKIP", "not judged"},
                               {Verdict::kWA, "WA", "wrong answer"},
                               {Verdict::kOLE, "OLE", "output limit exceeded"},
                               {Verdict::kILE, "ILE", "idle limit exceeded"},
                               {Verdict::kTLE, "TLE", "time limit exceeded"},
                               {Verdict::kMLE, "MLE", "memory limit exceeded"},
                               {Verdict::kRTE, "RTE", "run-time error"},
                               {Verdict::kSEC, "SEC", "forbidden act"},
                               {Verdict::kCE, "CE", "compile error"},
                               {Verdict::kIE, "IE", "the judge's own error"}};
  CHECK(std::size(rows) == test::all_verdicts().size());
  for (const VerdictWords& row : rows) {
    CAPTURE(row.code);
    CHECK(words(row.verdict).verdict == row.verdict);
    CHECK(words(row.verdict).code == row.code);
    CHECK(words(row.verdict).meaning == row.meaning);
  }
}

TEST_CASE("parse_verdict: reads back every code") {
  for (const Verdict verdict : test::all_verdicts()) {
    CAPTURE(words(verdict).code);
    CHECK(parse_verdict(words(verdict).code) == verdict);
  }
}

TEST_CASE("parse_verdict: knows no other words") {
  for (const std::string_view code :
       {"", "ac", "Ac", " AC", "AC ", "ACC", "A", "accepted", "OK", "PE", "0"}) {
    CAPTURE(code);
    CHECK_FALSE(parse_verdict(code).has_value());
  }
  CHECK_FALSE(parse_verdict(std::string_view("AC\0", 3)).has_value());
}

}  // namespace
}  // namespace algo::result
