#include "base/text.h"
#include "result/print.h"
#include "result/sample_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace algo::result {
namespace {

using test::case_with;

bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

const std::string kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// Why these bytes have no place in XML, or "".
std::string character_fault(const std::string& xml) {
  if (find_invalid_utf8(xml)) return "ill-formed UTF-8";
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const auto code = static_cast<unsigned char>(xml[i]);
    if (code < 0x20 && xml[i] != '\n' && xml[i] != '\t') return "control character";
    if (xml[i] != '&') continue;
    const std::string entity = xml.substr(i, xml.find(';', i) + 1 - i);
    const std::vector<std::string> known{
        "&amp;", "&lt;", "&gt;", "&quot;", "&#10;", "&#9;", "&#13;"};
    if (std::find(known.begin(), known.end(), entity) == known.end()) return "entity " + entity;
  }
  return "";
}

// Follows one tag, "a", "a/" or "/a" with attributes; false when it closes what is not open.
bool follow(const std::string& tag, std::vector<std::string>& open) {
  if (tag.ends_with('/')) return true;
  if (!tag.starts_with('/')) {
    open.push_back(tag.substr(0, tag.find(' ')));
    return true;
  }
  if (open.empty() || "/" + open.back() != tag) return false;
  open.pop_back();
  return true;
}

// Why this is not well-formed XML as we write it (no comments, CDATA or processing instructions but
// the declaration), or "".
std::string xml_fault(const std::string& xml) {
  if (!xml.starts_with(kDeclaration)) return "no declaration";
  std::vector<std::string> open;
  std::size_t at = kDeclaration.size();
  for (std::size_t tag = xml.find('<', at); tag != std::string::npos; tag = xml.find('<', at)) {
    const std::string text = xml.substr(at, tag - at);
    if (text.find('>') != std::string::npos) return "raw character in: " + text;
    at = xml.find('>', tag) + 1;
    if (at == 0) return "endless tag";
    const std::string inside = xml.substr(tag + 1, at - tag - 2);
    if (inside.find_first_of("<\n\t") != std::string::npos) return "raw character in: " + inside;
    if (!follow(inside, open)) return "unexpected " + inside;
  }
  return open.empty() ? character_fault(xml) : "unclosed " + open.back();
}

TEST_CASE("print_junit: a suite with one test case per case") {
  CHECK(print_junit(test::sample_report()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites>\n"
        "  <testsuite name=\"two-sum.go\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\""
        " time=\"0.003318\" timestamp=\"2024-01-02T03:04:05Z\">\n"
        "    <testcase classname=\"two-sum.go\" name=\"sample-1\" time=\"0.000118\"/>\n"
        "    <testcase classname=\"two-sum.go\" name=\"large-3\" time=\"0.003200\">\n"
        "      <failure type=\"WA\" message=\"wrong answer (answer): at [0]: expected 0, got 1\">"
        "input:    nums = [3, 3, 8, … 9997 more], target = 6\n"
        "expected: [0, 1]\n"
        "got:      [1, 1]\n"
        "</failure>\n"
        "      <system-out>debug: i = 1\n\ttab</system-out>\n"
        "      <system-err>\xef\xbf\xbd[2Jwarning\n</system-err>\n"
        "    </testcase>\n"
        "    <testcase classname=\"two-sum.go\" name=\"rest\" time=\"0.000000\">\n"
        "      <skipped message=\"\"/>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
}

TEST_CASE("print_junit: no text can break out of its place") {
  for (const std::string& text : {std::string("<&>\"'"),
                                  std::string("]]></failure><testcase name=\"x\"/>"),
                                  std::string("\"/><!-- "),
                                  std::string("a\nb\tc\rd"),
                                  std::string("\x01\x08\x0b\x0c\x1b\x1f", 6),
                                  std::string("a\0b", 3),
                                  std::string("\xff\xc3 \x80"),
                                  std::string("\xef\xbf\xbe\xef\xbf\xbf"),
                                  std::string("&amp;&#0;&x;"),
                                  std::string("日本語 😀")}) {
    for (const Verdict verdict : test::all_verdicts()) {
      Report report = test::sample_report();
      CaseResult& one = report.cases[1];
      report.verdict = one.verdict = verdict;
      report.problem = report.language = report.started = report.cause = text;
      one.name = one.cause = one.note = one.out.text = one.err.text = text;
      one.difference = Difference{text, text, text, text};
      report.compile.message = report.compile.log = text;
      CAPTURE(text);
      CAPTURE(words(verdict).code);
      const std::string xml = print_junit(report);
      CHECK(xml_fault(xml) == "");
      CHECK(xml.find("\xef\xbf\xbe") == std::string::npos);
      CHECK(xml.find("\xef\xbf\xbf") == std::string::npos);
    }
  }
}

TEST_CASE("print_junit: escapes keep what XML can keep") {
  Report report = test::sample_report();
  report.cases[1].name = "a\nb\tc\rd <&>\" \x01";
  report.cases[1].out.text = "]]> a\nb\tc\rd <&>\" \x01";
  const std::string xml = print_junit(report);
  CHECK(contains(xml, "name=\"a&#10;b&#9;c&#13;d &lt;&amp;&gt;&quot; \xef\xbf\xbd\""));
  CHECK(contains(xml,
                 "<system-out>]]&gt; a\nb\tc&#13;d &lt;&amp;&gt;&quot; \xef\xbf\xbd</system-out>"));
}

TEST_CASE("print_junit: each verdict has its element and its count") {
  for (const Verdict verdict : test::all_verdicts()) {
    CAPTURE(words(verdict).code);
    Report report;
    report.problem = "p";
    report.language = "go";
    report.cases = {case_with("one", verdict)};
    const std::string xml = print_junit(report);
    const bool error = verdict == Verdict::kIE;
    const bool skipped = verdict == Verdict::kSkip;
    const bool failure = !error && !skipped && verdict != Verdict::kAC;
    CHECK(contains(xml,
                   std::string("tests=\"1\" failures=\"") + (failure ? "1" : "0") + "\" errors=\"" +
                       (error ? "1" : "0") + "\" skipped=\"" + (skipped ? "1" : "0") + "\""));
    const std::string type = " type=\"" + std::string(words(verdict).code) + "\"";
    CHECK((xml.find("<failure" + type) != std::string::npos) == failure);
    CHECK((xml.find("<error" + type) != std::string::npos) == error);
    CHECK((xml.find("<skipped") != std::string::npos) == skipped);
  }
}

TEST_CASE("print_junit: a compile error is a test case of its own") {
  Report report = test::sample_report();
  report.cases.clear();
  report.verdict = Verdict::kCE;
  report.cause = "compile";
  report.compile.ok = false;
  const std::string xml = print_junit(report);
  CHECK(contains(xml, "tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0.812000\""));
  CHECK(contains(xml, "<testcase classname=\"two-sum.go\" name=\"compile\" time=\"0.812000\">"));
  CHECK(contains(xml, "<failure type=\"CE\" message=\"compile error (compile): one clear line\">"));
  CHECK(contains(xml, "<system-err>./solution.go:3:2: a warning\n</system-err>"));
}

TEST_CASE("print_junit: a failure of the judge is an error, once") {
  Report report = test::sample_report();
  report.verdict = Verdict::kIE;
  report.cause = "the disk is full";
  std::string xml = print_junit(report);
  CHECK(contains(xml, "tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\""));
  CHECK(contains(xml, "name=\"judge\""));
  CHECK(contains(xml, "<error type=\"IE\" message=\"the judge's own error (the disk is full)\">"));
  report.cases[1].verdict = Verdict::kIE;
  xml = print_junit(report);
  CHECK(contains(xml, "tests=\"3\" failures=\"0\" errors=\"1\" skipped=\"1\""));
  CHECK(xml.find("name=\"judge\"") == std::string::npos);
}

TEST_CASE("print_junit: without a beginning there is no timestamp") {
  CHECK(print_junit(Report{}).find("timestamp") == std::string::npos);
  CHECK(xml_fault(print_junit(Report{})) == "");
}

}  // namespace
}  // namespace algo::result
