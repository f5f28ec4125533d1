#include "base/error.h"
#include "base/text.h"
#include "result/report.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace algo::result {
namespace {

constexpr std::uint64_t kMaxNanos = std::numeric_limits<std::int64_t>::max();

// A JSON object from outside, and the path to it for messages.
class Object {
 public:
  Object(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
    if (!json.is_object()) fail("", "is no object");
  }

  void allow_keys(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : json_.items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        fail(shorten(key, 64), "is an unknown key");
      }
    }
  }
  [[nodiscard]] const Json* find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }
  [[nodiscard]] const Json& require(const char* key) const {
    const Json* found = find(key);
    if (found == nullptr) fail(key, "is missing");
    return *found;
  }
  [[nodiscard]] std::string text(const char* key) const {
    const Json& value = require(key);
    if (!value.is_string()) fail(key, "is no text");
    return value.get<std::string>();
  }
  [[nodiscard]] bool flag(const char* key) const {
    const Json& value = require(key);
    if (!value.is_boolean()) fail(key, "is neither true nor false");
    return value.get<bool>();
  }
  [[nodiscard]] std::uint64_t count(const char* key, std::uint64_t most) const {
    const Json& value = require(key);
    const bool whole =
        value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
    if (!whole || value.get<std::uint64_t>() > most) {
      fail(key, "is no whole number from 0 to " + std::to_string(most));
    }
    return value.get<std::uint64_t>();
  }
  [[nodiscard]] std::uint64_t bytes(const char* key) const {
    return count(key, std::numeric_limits<std::uint64_t>::max());
  }
  [[nodiscard]] std::chrono::nanoseconds time(const char* key) const {
    return std::chrono::nanoseconds(static_cast<std::int64_t>(count(key, kMaxNanos)));
  }
  [[nodiscard]] Verdict verdict() const {
    const std::string code = text("verdict");
    const std::optional<Verdict> known = parse_verdict(code);
    if (!known) fail("verdict", "is no verdict: " + printable(shorten(code, 32)));
    return *known;
  }
  [[nodiscard]] std::map<std::string, std::string> table(const char* key) const {
    const Object rows(require(key), path(key));
    std::map<std::string, std::string> table;
    for (const auto& [name, value] : rows.json_.items()) {
      if (!value.is_string()) rows.fail(shorten(name, 64), "is no text");
      table[name] = value.get<std::string>();
    }
    return table;
  }
  [[nodiscard]] std::string path(const std::string& key) const {
    return path_.empty() || key.empty() ? path_ + key : path_ + "." + key;
  }
  [[noreturn]] void fail(const std::string& key, const std::string& what) const {
    const std::string place = printable(path(key));
    throw Error(ErrorKind::kInput, place.empty() ? "the report " + what : place + ": " + what);
  }

 private:
  const Json& json_;
  std::string path_;
};

Excerpt parse_excerpt(const Object& parent, const char* key) {
  const Json* json = parent.find(key);
  if (json == nullptr) return {};
  const Object object(*json, parent.path(key));
  object.allow_keys({"text", "bytes", "truncated"});
  Excerpt part{object.text("text"), object.bytes("bytes"), object.flag("truncated")};
  // The text may well be longer: each byte that was no UTF-8 has become three.
  if (part.bytes == 0) object.fail("bytes", "is 0, which is written as no stream at all");
  return part;
}

Difference parse_difference(const Json& json, const std::string& path) {
  const Object object(json, path);
  object.allow_keys({"input", "expected", "got", "where"});
  return {object.text("input"), object.text("expected"), object.text("got"), object.text("where")};
}

ReportLimits parse_limits(const Json& json) {
  const Object object(json, "limits");
  object.allow_keys({"timeNs", "wallNs", "memoryBytes", "outputBytes", "processes"});
  ReportLimits limits;
  limits.time = object.time("timeNs");
  limits.wall = object.time("wallNs");
  limits.memory = object.bytes("memoryBytes");
  limits.output = object.bytes("outputBytes");
  limits.processes = static_cast<std::uint32_t>(
      object.count("processes", std::numeric_limits<std::uint32_t>::max()));
  return limits;
}

Spread parse_spread(const Json& json, const std::string& path) {
  const Object object(json, path);
  object.allow_keys({"count", "leastNs", "medianNs", "mostNs", "verdicts"});
  Spread spread;
  spread.runs = object.count("count", std::numeric_limits<std::uint32_t>::max());
  spread.least = object.time("leastNs");
  spread.median = object.time("medianNs");
  spread.most = object.time("mostNs");
  const Object verdicts(object.require("verdicts"), object.path("verdicts"));
  for (const auto& [code, count] : object.require("verdicts").items()) {
    if (!parse_verdict(code))
      verdicts.fail(shorten(code, 32), "is an unknown key, as it is no verdict");
    spread.verdicts[code] = verdicts.count(code.c_str(), std::numeric_limits<std::uint32_t>::max());
  }
  return spread;
}

// How busy the machine was, and how much that mattered.
void parse_business(const Object& object, CaseResult& one) {
  if (object.find("switchesVoluntary") != nullptr) {
    one.switches_voluntary = object.bytes("switchesVoluntary");
  }
  if (object.find("switchesForced") != nullptr)
    one.switches_forced = object.bytes("switchesForced");
  if (object.find("waitedNs") != nullptr) one.waited = object.time("waitedNs");
  if (const Json* spread = object.find("runs"))
    one.spread = parse_spread(*spread, object.path("runs"));
}

CaseResult parse_case_at(const Json& json, const std::string& path) {
  const Object object(json, path);
  object.allow_keys({"name",
                     "group",
                     "sample",
                     "verdict",
                     "cause",
                     "timeNs",
                     "wallNs",
                     "memoryBytes",
                     "switchesVoluntary",
                     "switchesForced",
                     "waitedNs",
                     "runs",
                     "judgedAlone",
                     "note",
                     "difference",
                     "stdout",
                     "stderr"});
  CaseResult one;
  one.name = object.text("name");
  if (object.find("group") != nullptr) one.group = object.text("group");
  if (object.find("sample") != nullptr) one.sample = object.flag("sample");
  one.verdict = object.verdict();
  one.cause = object.text("cause");
  one.time = object.time("timeNs");
  one.wall = object.time("wallNs");
  one.memory = object.bytes("memoryBytes");
  parse_business(object, one);
  if (object.find("judgedAlone") != nullptr) one.judged_alone = object.flag("judgedAlone");
  if (object.find("note") != nullptr) one.note = object.text("note");
  if (const Json* difference = object.find("difference")) {
    one.difference = parse_difference(*difference, object.path("difference"));
  }
  one.out = parse_excerpt(object, "stdout");
  one.err = parse_excerpt(object, "stderr");
  return one;
}

CompileResult parse_compile_at(const Json& json, const std::string& path) {
  const Object object(json, path);
  object.allow_keys({"ok", "timedOut", "compiler", "timeNs", "message", "log", "logTruncated"});
  CompileResult compile;
  compile.ok = object.flag("ok");
  compile.timed_out = object.flag("timedOut");
  compile.compiler = object.text("compiler");
  compile.time = object.time("timeNs");
  compile.message = object.text("message");
  compile.log = object.text("log");
  compile.log_truncated = object.flag("logTruncated");
  return compile;
}

void parse_cases(const Object& object, Report& report) {
  const Json& cases = object.require("cases");
  if (!cases.is_array()) object.fail("cases", "is no list");
  for (std::size_t i = 0; i < cases.size(); ++i) {
    report.cases.push_back(parse_case_at(cases[i], "cases[" + std::to_string(i) + "]"));
  }
  report.total = object.count("total", std::numeric_limits<std::uint32_t>::max());
  if (report.total < report.cases.size()) object.fail("total", "is less than the cases there are");
  if (object.bytes("accepted") != report.accepted()) {
    object.fail("accepted", "contradicts the cases");
  }
  const Json& score = object.require("score");
  if (!score.is_number() ||
      score.get<double>() != result::score(tally(report.cases), report.total)) {
    object.fail("score", "contradicts the cases");
  }
}

Report parse_root(const Json& json) {
  const Object object(json, "");
  if (object.text("schema") != kReportSchema) {
    object.fail("schema", "is unknown to this version, which reads " + std::string(kReportSchema));
  }
  object.allow_keys({"schema",       "toolVersion", "run",     "problem",     "language",
                     "bundleDigest", "started",     "verdict", "cause",       "complete",
                     "total",        "accepted",    "score",   "limits",      "compile",
                     "cases",        "measuredBy",  "kernel",  "protections", "node",
                     "stolenNs"});
  Report report;
  report.tool_version = object.text("toolVersion");
  report.run = object.text("run");
  report.problem = object.text("problem");
  report.language = object.text("language");
  report.bundle_digest = object.text("bundleDigest");
  report.started = object.text("started");
  report.verdict = object.verdict();
  report.cause = object.text("cause");
  report.complete = object.flag("complete");
  report.limits = parse_limits(object.require("limits"));
  report.compile = parse_compile_at(object.require("compile"), "compile");
  parse_cases(object, report);
  report.measured_by = object.table("measuredBy");
  report.protections = object.table("protections");
  report.kernel = object.text("kernel");
  report.node = object.text("node");
  report.stolen = object.time("stolenNs");
  return report;
}

}  // namespace

CaseResult parse_case(const Json& json) {
  return parse_case_at(json, "");
}

CompileResult parse_compile(const Json& json) {
  return parse_compile_at(json, "");
}

Report parse_report(const std::string& bytes, const std::string& name) {
  const Json json = parse_json(bytes, name);
  try {
    return parse_root(json);
  } catch (const Error& error) {
    throw Error(ErrorKind::kInput, name + ": " + error.what());
  }
}

}  // namespace algo::result
