#include "base/files.h"
#include "base/text.h"
#include "result/report.h"
#include "result/sample_report.h"
#include "result/schema_check.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace algo::result {
namespace {

const Json& schema() {
  static const Json kSchema =
      parse_json(RealFiles().read(ALGO_RESULT_SCHEMA, std::size_t{1} << 20U), "result.schema.json");
  return kSchema;
}

// As the readers of result.json see it.
std::vector<std::string> faults(const Report& report) {
  return test::schema_faults(parse_json(dump_json(to_json(report)), "result.json"), schema());
}

std::vector<std::string> keys(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

TEST_CASE("to_json: a full and an empty report keep the schema") {
  CHECK(join(faults(test::sample_report()), "; ") == "");
  CHECK(join(faults(Report{}), "; ") == "");
}

TEST_CASE("to_text: the bytes of the whole value, whatever the texts hold") {
  Report report = test::sample_report();
  report.cases.at(0).note = "two\nlines \"cases\": [] \x1b\xff";
  report.compile.log = "\n  \"cases\": []\n";
  for (const std::size_t count : {3U, 1U, 0U}) {
    report.cases.resize(count);
    CHECK(to_text(report) == dump_json_pretty(to_json(report)));
  }
}

TEST_CASE("ReportText: is the report's text after every case, asked for or not") {
  const std::vector<CaseResult> cases = test::sample_report().cases;
  REQUIRE(cases.size() >= 2);
  for (const bool after_each : {true, false}) {
    CAPTURE(after_each);
    Report head = test::sample_report();
    head.cases.clear();
    Report whole = head;
    ReportText text;
    if (after_each) CHECK(text.with(head, tally({})) == to_text(whole));
    for (const CaseResult& one : cases) {
      head.cause += "longer";
      text.add(one);
      whole.cases.push_back(one);
      whole.cause = head.cause;
      if (after_each) CHECK(text.with(head, tally(whole.cases)) == to_text(whole));
    }
    head.compile.log = whole.compile.log = "";
    CHECK(text.with(head, tally(whole.cases)) == dump_json_pretty(to_json(whole)));
    CHECK(text.with(head, tally(whole.cases)) == dump_json_pretty(to_json(whole)));
  }
}

TEST_CASE("to_json: every verdict is one of the schema's, and the schema has no others") {
  for (const Verdict verdict : test::all_verdicts()) {
    CAPTURE(words(verdict).code);
    Report report = test::sample_report();
    report.verdict = report.cases[0].verdict = verdict;
    CHECK(join(faults(report), "; ") == "");
  }
  CHECK(schema().at("$defs").at("verdict").at("enum").size() == test::all_verdicts().size());
}

TEST_CASE("to_json: the largest numbers keep the schema") {
  Report report = test::sample_report();
  report.total = std::numeric_limits<std::uint32_t>::max();
  report.limits.memory = report.cases[1].memory = std::numeric_limits<std::uint64_t>::max();
  report.cases[1].time = std::chrono::nanoseconds::max();
  CHECK(join(faults(report), "; ") == "");
}

TEST_CASE("to_json: writes all that the schema declares") {
  const Json report = to_json(test::sample_report());
  const Json& defs = schema().at("$defs");
  const Json& one = report.at("cases").at(1);
  struct Row {
    const char* what;
    const Json& value;
    const Json& object;
  };
  for (const Row& row :
       {Row{"report", report, schema()},
        Row{"compile", report.at("compile"), schema()["properties"]["compile"]},
        Row{"limits", report.at("limits"), schema()["properties"]["limits"]},
        Row{"case", one, defs.at("case")},
        Row{"difference", one.at("difference"), defs.at("case").at("properties").at("difference")},
        Row{"runs", one.at("runs"), defs.at("case").at("properties").at("runs")},
        Row{"stream", one.at("stdout"), defs.at("stream")}}) {
    CAPTURE(row.what);
    for (const std::string& key : keys(row.object.at("properties"))) {
      CAPTURE(key);
      CHECK(row.value.contains(key));
    }
  }
}

TEST_CASE("to_json: each value stands under its own key") {
  const Json json = to_json(test::sample_report());
  CHECK(json.at("schema") == "kubectl-algo/result/v1");
  CHECK(json.at("accepted") == 1);
  CHECK(json.at("total") == 3);
  CHECK(json.at("score") == 1.0 / 3);
  CHECK(dump_json(json.at("limits")) ==
        R"({"timeNs":1000000000,"wallNs":3000000000,"memoryBytes":134217728,)"
        R"("outputBytes":1048576,"processes":64})");
  CHECK(
      dump_json(json.at("cases").at(1)) ==
      R"({"name":"large-3","group":"large","sample":true,"verdict":"WA","cause":"answer",)"
      R"("timeNs":3200000,"wallNs":5000000,"memoryBytes":6400000,"switchesVoluntary":4,"switchesForced":2,)"
      R"("waitedNs":1500000,"runs":{"count":3,"leastNs":3100000,"medianNs":3200000,)"
      R"("mostNs":9000000,"verdicts":{"AC":1,"WA":2}},"judgedAlone":true,)"
      R"("note":"fails alone too","difference":{"input":)"
      R"("nums = [3, 3, 8, … 9997 more], target = 6","expected":"[0, 1]","got":"[1, 1]",)"
      R"("where":"at [0]: expected 0, got 1"},)"
      R"("stdout":{"text":"debug: i = 1\n\ttab","bytes":70000,"truncated":true},)"
      R"("stderr":{"text":"\u001b[2Jwarning\n","bytes":12,"truncated":false}})");
}

TEST_CASE("to_json: leaves out what a case does not have") {
  CHECK(dump_json(to_json(test::case_with("a", Verdict::kAC))) ==
        R"({"name":"a","verdict":"AC","cause":"","timeNs":0,"wallNs":0,"memoryBytes":0})");
}

TEST_CASE("to_json: the same report always gives the same bytes") {
  CHECK(dump_json(to_json(test::sample_report())) == dump_json(to_json(test::sample_report())));
  CHECK(keys(to_json(Report{})) == keys(to_json(test::sample_report())));
}

TEST_CASE("to_json: bytes that are no UTF-8 become U+FFFD when written") {
  Report report = test::sample_report();
  report.cases[1].out.text = std::string("a\xff\0b\xc3", 5);
  const Json json = parse_json(dump_json(to_json(report)), "result.json");
  CHECK(json.at("cases").at(1).at("stdout").at("text") ==
        std::string("a\xef\xbf\xbd\0b\xef\xbf\xbd", 9));
  CHECK(join(faults(report), "; ") == "");
}

}  // namespace
}  // namespace algo::result
