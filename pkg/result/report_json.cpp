#include "result/report.h"

namespace algo::result {
namespace {

Json excerpt(const Excerpt& part) {
  return {{"text", part.text}, {"bytes", part.bytes}, {"truncated", part.truncated}};
}

Json limits(const ReportLimits& limits) {
  return {{"timeNs", limits.time.count()},
          {"wallNs", limits.wall.count()},
          {"memoryBytes", limits.memory},
          {"outputBytes", limits.output},
          {"processes", limits.processes}};
}

Json table(const std::map<std::string, std::string>& rows) {
  Json json = Json::object();
  for (const auto& [name, text] : rows) json[name] = text;
  return json;
}

}  // namespace

Json to_json(const CompileResult& compile) {
  return {{"ok", compile.ok},
          {"timedOut", compile.timed_out},
          {"compiler", compile.compiler},
          {"timeNs", compile.time.count()},
          {"message", compile.message},
          {"log", compile.log},
          {"logTruncated", compile.log_truncated}};
}

// What a case does not have is left out: a report may hold ten thousand of them.
Json to_json(const CaseResult& one) {
  Json json{{"name", one.name}};
  if (!one.group.empty()) json["group"] = one.group;
  if (one.sample) json["sample"] = true;
  json["verdict"] = words(one.verdict).code;
  json["cause"] = one.cause;
  json["timeNs"] = one.time.count();
  json["wallNs"] = one.wall.count();
  json["memoryBytes"] = one.memory;
  if (one.judged_alone) json["judgedAlone"] = true;
  if (!one.note.empty()) json["note"] = one.note;
  if (one.difference) {
    json["difference"] = Json{{"input", one.difference->input},
                              {"expected", one.difference->expected},
                              {"got", one.difference->got},
                              {"where", one.difference->where}};
  }
  if (one.out.bytes > 0) json["stdout"] = excerpt(one.out);
  if (one.err.bytes > 0) json["stderr"] = excerpt(one.err);
  return json;
}

Json to_json(const Report& report) {
  Json json{{"schema", kReportSchema},
            {"toolVersion", report.tool_version},
            {"run", report.run},
            {"problem", report.problem},
            {"language", report.language},
            {"bundleDigest", report.bundle_digest},
            {"started", report.started},
            {"verdict", words(report.verdict).code},
            {"cause", report.cause},
            {"complete", report.complete},
            {"total", report.total},
            {"accepted", report.accepted()},
            {"score", report.score()},
            {"limits", limits(report.limits)},
            {"compile", to_json(report.compile)},
            {"cases", Json::array()}};
  Json& cases = json["cases"];
  for (const CaseResult& one : report.cases) cases.push_back(to_json(one));
  json["measuredBy"] = table(report.measured_by);
  json["protections"] = table(report.protections);
  json["kernel"] = report.kernel;
  json["node"] = report.node;
  return json;
}

}  // namespace algo::result
