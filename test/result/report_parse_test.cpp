#include "base/error.h"
#include "base/text.h"
#include "result/report.h"
#include "result/sample_report.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace algo::result {
namespace {

std::string refusal(const std::string& bytes) {
  try {
    static_cast<void>(parse_report(bytes, "r.json"));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInput);
    return error.what();
  }
  return "";
}

std::string refusal(const Json& json) {
  return refusal(dump_json(json));
}

Json sample() {
  return to_json(test::sample_report());
}

// The sample with one value replaced, where `pointer` says (RFC 6901).
Json with(const std::string& pointer, const Json& value) {
  Json json = sample();
  json[Json::json_pointer(pointer)] = value;
  return json;
}

// The pointers of all values of the JSON, containers included, without the root's.
void collect(const Json& json, const std::string& at, std::vector<std::string>& pointers) {
  if (!json.is_structured()) return;
  for (const auto& [key, value] : json.items()) {
    const std::string pointer = at + "/" + key;
    pointers.push_back(pointer);
    collect(value, pointer, pointers);
  }
}

std::vector<std::string> pointers() {
  std::vector<std::string> pointers;
  collect(sample(), "", pointers);
  return pointers;
}

bool is_table(const std::string& pointer) {
  return pointer == "/measuredBy" || pointer == "/protections";
}

TEST_CASE("parse_report: what was written is read back, every field of it") {
  for (const Report& report : {test::sample_report(), Report{}}) {
    const std::string written = dump_json_pretty(to_json(report));
    CHECK(dump_json_pretty(to_json(parse_report(written, "r.json"))) == written);
  }
  const Report report = parse_report(dump_json(sample()), "r.json");
  CHECK(report.node == "worker-2");
  CHECK(report.limits.processes == 64);
  CHECK(report.compile.time == std::chrono::milliseconds(812));
  CHECK(report.cases.at(1).err.text == "\x1b[2Jwarning\n");
  CHECK(report.cases.at(1).difference.value_or(Difference{}).got == "[1, 1]");
  CHECK(report.protections.at("landlock") == "ABI 7");
}

TEST_CASE("parse_report: reads back every verdict and the largest numbers") {
  for (const Verdict verdict : test::all_verdicts()) {
    Report report = test::sample_report();
    report.verdict = report.cases[0].verdict = verdict;
    const Report again = parse_report(dump_json(to_json(report)), "r.json");
    CHECK(again.verdict == verdict);
    CHECK(again.cases[0].verdict == verdict);
  }
  Report report = test::sample_report();
  report.cases[1].memory = report.cases[1].out.bytes = std::numeric_limits<std::uint64_t>::max();
  report.cases[1].time = std::chrono::nanoseconds::max();
  report.total = report.limits.processes = std::numeric_limits<std::uint32_t>::max();
  const std::string written = dump_json(to_json(report));
  CHECK(dump_json(to_json(parse_report(written, "r.json"))) == written);
}

TEST_CASE("parse_report: every score that can be is read back") {
  for (const std::size_t total : {3U, 7U, 99U, 10'007U}) {
    Report report;
    report.total = total;
    for (std::size_t accepted = 0; accepted <= 14 && accepted <= total; ++accepted) {
      const std::string written = dump_json(to_json(report));
      CAPTURE(written);
      CHECK(dump_json(to_json(parse_report(written, "r.json"))) == written);
      report.cases.push_back(test::case_with("a", Verdict::kAC));
    }
  }
}

TEST_CASE("parse_report: a text that was no UTF-8 may be longer than the bytes that were seen") {
  Report report = test::sample_report();
  report.cases[1].out = {"\xff", 1, false};
  CHECK(parse_report(dump_json(to_json(report)), "r.json").cases[1].out.text == "\xef\xbf\xbd");
}

TEST_CASE("parse_report: no value may be of another type") {
  for (const std::string& pointer : pointers()) {
    const Json was = sample().at(Json::json_pointer(pointer));
    for (const Json& value : {Json(nullptr),
                              Json(true),
                              Json("x"),
                              Json(1.5),
                              Json(-1),
                              Json::array(),
                              Json::array({1}),
                              Json{{"x", 1}}}) {
      // What is of the same type may be fine.
      if (value.is_string() && was.is_string()) continue;
      if (value.is_boolean() && was.is_boolean()) continue;
      CAPTURE(pointer);
      CAPTURE(dump_json(value));
      CHECK(refusal(with(pointer, value)).starts_with("r.json: "));
    }
  }
}

TEST_CASE("parse_report: no key may be missing but a case's optional ones") {
  std::string optional;
  for (const std::string& pointer : pointers()) {
    const Json::json_pointer place(pointer);
    Json json = sample();
    if (!json.at(place.parent_pointer()).is_object() ||
        is_table(place.parent_pointer().to_string())) {
      continue;
    }
    json.at(place.parent_pointer()).erase(place.back());
    const std::string said = refusal(json);
    if (said.empty()) {
      optional += pointer + " ";
    } else {
      CHECK(said.find(place.back() + ": is missing") != std::string::npos);
    }
  }
  CHECK(optional ==
        "/cases/1/group /cases/1/sample /cases/1/switchesVoluntary /cases/1/switchesForced "
        "/cases/1/waitedNs /cases/1/runs /cases/1/runs/verdicts/AC /cases/1/runs/verdicts/WA "
        "/cases/1/judgedAlone /cases/1/note /cases/1/difference "
        "/cases/1/stdout /cases/1/stderr ");
}

TEST_CASE("parse_report: no object may have an unknown key") {
  CHECK(refusal(with("/x", 1)) == "r.json: x: is an unknown key");
  for (const std::string& pointer : pointers()) {
    if (!sample().at(Json::json_pointer(pointer)).is_object() || is_table(pointer)) continue;
    CAPTURE(pointer);
    CHECK(refusal(with(pointer + "/x\x1b", 1)).find(".x\\x1b: is an unknown key") !=
          std::string::npos);
  }
}

TEST_CASE("parse_report: says where and what is wrong") {
  struct Row {
    const char* pointer;
    Json value;
    const char* said;
  };
  const Row rows[] = {
      {"/schema",
       "kubectl-algo/result/v2",
       "schema: is unknown to this version, which reads kubectl-algo/result/v1"},
      {"/verdict", "ac", "verdict: is no verdict: ac"},
      {"/cases/1/verdict", "\x1b[2J", "cases[1].verdict: is no verdict: \\x1b[2J"},
      {"/cases/0/timeNs", -1, "cases[0].timeNs: is no whole number from 0 to 9223372036854775807"},
      {"/cases/0/timeNs",
       std::uint64_t{1} << 63U,
       "cases[0].timeNs: is no whole number from 0 to 9223372036854775807"},
      {"/limits/processes",
       std::uint64_t{1} << 32U,
       "limits.processes: is no whole number from 0 to 4294967295"},
      {"/total", std::uint64_t{1} << 32U, "total: is no whole number from 0 to 4294967295"},
      {"/total", 2, "total: is less than the cases there are"},
      {"/accepted", 2, "accepted: contradicts the cases"},
      {"/score", 0.5, "score: contradicts the cases"},
      {"/cases/0", 7, "cases[0]: is no object"},
      {"/cases/1/difference/got", 7, "cases[1].difference.got: is no text"},
      {"/cases/1/stdout/truncated", 0, "cases[1].stdout.truncated: is neither true nor false"},
      {"/cases/1/stdout/bytes",
       0,
       "cases[1].stdout.bytes: is 0, which is written as no stream at all"},
      {"/compile/log", nullptr, "compile.log: is no text"},
      {"/measuredBy/time", 1, "measuredBy.time: is no text"}};
  for (const Row& row : rows) {
    CAPTURE(row.pointer);
    CHECK(refusal(with(row.pointer, row.value)) == std::string("r.json: ") + row.said);
  }
}

TEST_CASE("parse_report: numbers that would lose their meaning are refused") {
  for (const char* number : {"18446744073709551616",
                             "-9223372036854775809",
                             "1e400",
                             "1e3",
                             "1.0",
                             "-0.0",
                             "01",
                             "+1",
                             "NaN",
                             "Infinity"}) {
    CAPTURE(number);
    const std::string text = replace_all(
        dump_json(sample()), R"("memoryBytes":6400000)", R"("memoryBytes":)" + std::string(number));
    CHECK(refusal(text).starts_with("r.json:"));
  }
}

TEST_CASE("parse_report: refuses what is no report") {
  const std::string text = dump_json(sample());
  CHECK(refusal(std::string()).starts_with("r.json:1:1: not valid JSON"));
  CHECK(refusal(std::string("[]")) == "r.json: the report is no object");
  CHECK(refusal(std::string("{}")) == "r.json: schema: is missing");
  CHECK(refusal(text + "{}").find("not valid JSON") != std::string::npos);
  CHECK(refusal(replace_all(text, "two-sum", "two\xffsum")).find("not UTF-8") != std::string::npos);
  CHECK(refusal(R"({"schema":"a",)" + text.substr(1)).find("twice") != std::string::npos);
  for (std::size_t size = 0; size < text.size(); size += 7) {
    CHECK(refusal(text.substr(0, size)).starts_with("r.json:"));
  }
}

TEST_CASE("parse_report: refuses deep nesting wherever it stands") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(refusal(deep).find("nested deeper than") != std::string::npos);
  const std::string inside =
      replace_all(dump_json(sample()), R"("note":"fails alone too")", R"("note":)" + deep);
  CHECK(refusal(inside).find("nested deeper than") != std::string::npos);
}

TEST_CASE("parse_report: rows of a table are what their whole names say") {
  Json json = sample();
  json["protections"] = Json{{"a", "1"}, {std::string("a\0b", 3), "2"}, {"", "3"}};
  const Report report = parse_report(dump_json(json), "r.json");
  CHECK(report.protections ==
        std::map<std::string, std::string>{{"a", "1"}, {{"a\0b", 3}, "2"}, {"", "3"}});
  json["protections"] = Json{{std::string(5'000, 'k'), 1}};
  CHECK(refusal(json).size() < 200);
}

TEST_CASE("parse_report: a table of many rows is read in one pass") {
  std::string rows;
  for (int i = 0; i < 200'000; ++i) rows += "\"row-" + std::to_string(i) + R"(":"",)";
  const std::string text =
      replace_all(dump_json(sample()), R"("landlock":)", rows + R"("landlock":)");
  CHECK(parse_report(text, "r.json").protections.size() == 200'002);
}

TEST_CASE("parse_case, parse_compile: read back what was written and name no report") {
  const Report report = test::sample_report();
  for (const CaseResult& one : report.cases) {
    CHECK(dump_json(to_json(parse_case(to_json(one)))) == dump_json(to_json(one)));
  }
  CHECK(dump_json(to_json(parse_compile(to_json(report.compile)))) ==
        dump_json(to_json(report.compile)));
  Json one = to_json(report.cases[1]);
  one["index"] = 1;
  CHECK_THROWS_WITH_AS(static_cast<void>(parse_case(one)), "index: is an unknown key", Error);
  CHECK_THROWS_AS(static_cast<void>(parse_compile(Json(1))), Error);
}

}  // namespace
}  // namespace algo::result
