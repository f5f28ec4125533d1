#include "base/text.h"
#include "result/report.h"

#include <utility>

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

namespace {

Json spread_json(const Spread& spread) {
  Json verdicts = Json::object();
  for (const auto& [code, count] : spread.verdicts) verdicts[code] = count;
  return {{"count", spread.runs},
          {"leastNs", spread.least.count()},
          {"medianNs", spread.median.count()},
          {"mostNs", spread.most.count()},
          {"verdicts", std::move(verdicts)}};
}

}  // namespace

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
  if (one.switches_voluntary > 0) json["switchesVoluntary"] = one.switches_voluntary;
  if (one.switches_forced > 0) json["switchesForced"] = one.switches_forced;
  if (one.waited.count() > 0) json["waitedNs"] = one.waited.count();
  if (one.spread) json["runs"] = spread_json(*one.spread);
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

namespace {

Json without_cases(const Report& report, const Tally& tally) {
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
            {"accepted", tally.accepted},
            {"score", score(tally, report.total)},
            {"limits", limits(report.limits)},
            {"compile", to_json(report.compile)},
            {"cases", Json::array()}};
  json["measuredBy"] = table(report.measured_by);
  json["protections"] = table(report.protections);
  json["kernel"] = report.kernel;
  json["node"] = report.node;
  json["stolenNs"] = report.stolen.count();
  return json;
}

// The lines of a JSON text, `depth` spaces further in. No string of JSON holds a raw end of line.
std::string indented(const std::string& text, const std::string& depth) {
  std::string lines = depth + replace_all(text, "\n", "\n" + depth);
  lines.resize(lines.size() - 1 - depth.size());  // what came behind the last end of line
  return lines;
}

}  // namespace

Json to_json(const Report& report) {
  Json json = without_cases(report, tally(report.cases));
  Json& cases = json["cases"];
  for (const CaseResult& one : report.cases) cases.push_back(to_json(one));
  return json;
}

void ReportText::add(const CaseResult& one) {
  take_head_away();
  const std::string lines = indented(dump_json_pretty(to_json(one)), "    ");
  constexpr std::string_view between = ",\n";
  make_room(lines.size() + between.size());
  text_ += between.substr(text_.empty() ? 1 : 0);
  text_ += lines;
}

const std::string& ReportText::with(const Report& head, const Tally& tally) {
  take_head_away();
  std::string around = dump_json_pretty(without_cases(head, tally));
  constexpr std::string_view list = "\n  \"cases\": []";  // at this depth, no string looks like it
  const std::size_t inside = around.find(list) + list.size() - 1;
  if (!text_.empty()) around.insert(inside, "\n  ");
  make_room(around.size());
  before_ = inside;
  after_ = around.size() - inside;
  text_.insert(0, around, 0, inside);
  text_.append(around, inside);
  return text_;
}

// Room costs no memory before it is used, but a text that moves into a larger one is there twice:
// so it moves when it is small.
void ReportText::make_room(std::size_t bytes) {
  constexpr std::size_t growth = 8;
  const std::size_t needed = text_.size() + bytes;
  if (needed > text_.capacity()) text_.reserve(needed * growth);
}

void ReportText::take_head_away() {
  text_.resize(text_.size() - std::exchange(after_, 0));
  text_.erase(0, std::exchange(before_, 0));
}

std::string to_text(const Report& report) {
  ReportText text;
  for (const CaseResult& one : report.cases) text.add(one);
  return text.with(report, tally(report.cases));
}

}  // namespace algo::result
