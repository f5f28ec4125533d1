#include "result/print.h"

#include "base/text.h"
#include "bundle/yaml_to_json.h"
#include "result/sample_report.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::result {
namespace {

using std::chrono::nanoseconds;
using test::case_with;

TEST_CASE("case_line: five fields between single spaces, in fixed units") {
  CaseResult one = case_with("sample-1", Verdict::kAC);
  one.time = nanoseconds(118'499);
  one.memory = 6'396'314;
  CHECK(case_line(one) == "sample-1 AC 0.118ms 6.1MiB -\n");
  one.verdict = Verdict::kRTE;
  one.cause = "signal:SIGSEGV";
  one.time = nanoseconds(12'345'678'900);
  one.memory = std::uint64_t{3} << 30U;
  CHECK(case_line(one) == "sample-1 RTE 12345.679ms 3072.0MiB signal:SIGSEGV\n");
}

TEST_CASE("case_line: what was not judged has neither time nor memory") {
  CaseResult one = case_with("rest", Verdict::kSkip);
  CHECK(case_line(one) == "rest SKIP - - -\n");
  one.cause = "fail-fast";
  CHECK(case_line(one) == "rest SKIP - - fail-fast\n");
}

TEST_CASE("case_line: five fields whatever the texts are") {
  for (const std::string text :
       {"", " ", "a b", "a\tb", "a\nWA 0ms 0MiB -", "\x1b[2J", "a\rb", "\xff", "\x7f\x08"}) {
    CaseResult one = case_with(text, Verdict::kWA);
    one.cause = text;
    const std::string line = case_line(one);
    CAPTURE(line);
    CHECK(split(line, ' ').size() == 5);
    CHECK(line.find('\n') == line.size() - 1);
    for (const std::string& field : split(line, ' ')) CHECK(!field.empty());
    for (const char c : line.substr(0, line.size() - 1)) {
      CHECK(static_cast<unsigned char>(c) >= 0x20);
      CHECK(c != 0x7f);
    }
  }
}

TEST_CASE("case_line: the longest times and sizes fit") {
  CaseResult one = case_with("a", Verdict::kTLE);
  one.time = nanoseconds::max();
  one.memory = ~std::uint64_t{0};
  CHECK(case_line(one) == "a TLE 9223372036854.775ms 17592186044416.0MiB -\n");
}

TEST_CASE("first_failure: the first that was judged and not accepted") {
  Report report = test::sample_report();
  CHECK(first_failure(report) == &report.cases[1]);
  report.cases.erase(report.cases.begin() + 1);
  CHECK(first_failure(report) == nullptr);
  for (const Verdict verdict : test::all_verdicts()) {
    CAPTURE(words(verdict).code);
    report.cases = {case_with("a", verdict), case_with("b", Verdict::kIE)};
    const bool passes = verdict == Verdict::kAC || verdict == Verdict::kSkip;
    CHECK(first_failure(report) == &report.cases[passes ? 1 : 0]);
  }
}

TEST_CASE("print_json: is the report itself") {
  const std::string text = print_json(test::sample_report());
  CHECK(text.ends_with("}\n"));
  CHECK(dump_json(to_json(parse_report(text, "out"))) == dump_json(to_json(test::sample_report())));
}

TEST_CASE("print_yaml: reads back as the report, however hostile its texts") {
  for (const std::string text : {"plain",
                                 "",
                                 "yes",
                                 "~",
                                 "1e3",
                                 "0x10",
                                 "- a: b",
                                 "a: b # c",
                                 "--- x\n...\n",
                                 "\n\nleading",
                                 "trailing \n \n",
                                 "\ttab\n\ttab",
                                 "*alias &anchor !tag",
                                 "{a: [b]}",
                                 "'\"\\",
                                 "\x1b[31m\x01\x7f\r\n",
                                 "日本語 😀 \xc2\x85 \xe2\x80\xa8"}) {
    CAPTURE(text);
    Report report = test::sample_report();
    report.cause = report.compile.log = report.cases[1].out.text = text;
    report.cases[1].name = report.cases[1].note = text.empty() ? "x" : text;
    report.measured_by = {{text, text}};
    const std::vector<Json> documents = test::yaml_to_json(print_yaml(report));
    CHECK(documents.size() == 1);
    CHECK(dump_json(documents.at(0)) == dump_json(to_json(report)));
  }
}

TEST_CASE("print_yaml: bytes that are no UTF-8 become U+FFFD") {
  Report report = test::sample_report();
  report.cases[1].err.text = std::string("a\xff\0\nb", 5);
  const std::vector<Json> documents = test::yaml_to_json(print_yaml(report));
  CHECK(documents.at(0).at("cases").at(1).at("stderr").at("text") ==
        std::string("a\xef\xbf\xbd\0\nb", 7));
}

}  // namespace
}  // namespace algo::result
