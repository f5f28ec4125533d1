#include "growth_report.h"

#include "base/text.h"
#include "table.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>

namespace algo {
namespace {

using growth::Fit;
using growth::Point;

constexpr double kLeastShown = 0.02;  // of the resamples; the documents hold every one

std::string duration_text(double nanos) {
  return human_duration(std::chrono::nanoseconds(std::llround(nanos)));
}

std::string fixed(double value, int digits) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return text.data();
}

std::string percent(double share) {
  return fixed(share * 100, 0) + " %";
}

Json to_json(const Fit& fit) {
  Json candidates = Json::array();
  candidates.push_back({{"model", fit.model}, {"share", fit.share}});
  for (const growth::Candidate& one : fit.others) {
    candidates.push_back({{"model", one.model}, {"share", one.share}});
  }
  return {{"model", fit.model},
          {"confidence", fit.share},
          {"resamples", growth::kResamples},
          {"candidates", candidates},
          {"coefficientsNs", fit.coefficients},
          {"exponent",
           {{"value", fit.exponent}, {"low", fit.exponent_low}, {"high", fit.exponent_high}}}};
}

Json to_json(const Measured& one) {
  Json points = Json::array();
  for (const Point& point : one.curve.series.points) {
    points.push_back({{"n", point.n},
                      {"timesNs", point.nanos},
                      {"fastestNs", point.fastest()},
                      {"medianNs", point.median()},
                      {"slowestNs", point.slowest()},
                      {"memoryBytes", point.peak_memory}});
  }
  Json json = {{"solution", one.origin},
               {"language", one.language},
               {"compiler", one.compiler},
               {"points", points}};
  json["growth"] = one.curve.fit ? to_json(*one.curve.fit) : Json(nullptr);
  if (one.stopped_at > 0) {
    json["stopped"] = {{"n", one.stopped_at}, {"verdict", one.verdict}, {"cause", one.cause}};
  }
  return json;
}

std::string growth_lines(const Measured& one) {
  if (!one.curve.fit) {
    return "growth    not told: " + std::to_string(one.curve.series.points.size()) +
           " sizes were measured, " + std::to_string(growth::kLeastSizes) + " are needed\n";
  }
  const Fit& fit = *one.curve.fit;
  std::string text = "growth    " + fit.model + "  (" + percent(fit.share) + " of " +
                     std::to_string(growth::kResamples) + " resamples";
  for (const growth::Candidate& other : fit.others) {
    if (other.share >= kLeastShown) text += ", " + other.model + " " + percent(other.share);
  }
  text += ")\n";
  if (!std::isfinite(fit.exponent)) return text;
  return text + "exponent  " + fixed(fit.exponent, 2) + "  (95 %: " + fixed(fit.exponent_low, 2) +
         " to " + fixed(fit.exponent_high, 2) + ", of the larger half)\n";
}

std::string table_of_one(const Measured& one) {
  std::vector<TableRow> rows{{"N", "FASTEST", "MEDIAN", "SLOWEST", "MEMORY"}};
  for (const Point& point : one.curve.series.points) {
    rows.push_back({std::to_string(point.n),
                    duration_text(point.fastest()),
                    duration_text(point.median()),
                    duration_text(point.slowest()),
                    human_bytes(point.peak_memory)});
  }
  return table(rows);
}

std::string table_of_two(const Measured& a, const Measured& b) {
  std::map<std::uint64_t, std::pair<const Point*, const Point*>> by_size;
  for (const Point& point : a.curve.series.points) by_size[point.n].first = &point;
  for (const Point& point : b.curve.series.points) by_size[point.n].second = &point;
  std::vector<TableRow> rows{{"N", "A", "B", "B / A"}};
  for (const auto& [n, points] : by_size) {
    const auto [first, second] = points;
    const bool both = first != nullptr && second != nullptr && first->median() > 0;
    rows.push_back({std::to_string(n),
                    first != nullptr ? duration_text(first->median()) : "-",
                    second != nullptr ? duration_text(second->median()) : "-",
                    both ? fixed(second->median() / first->median(), 2) : "-"});
  }
  return table(rows);
}

}  // namespace

Json to_json(const GrowthReport& report) {
  Json solutions = Json::array();
  for (const Measured& one : report.measured) solutions.push_back(to_json(one));
  return {
      {"schema", kGrowthSchema},
      {"toolVersion", ALGO_VERSION},
      {"problem", report.problem},
      {"generator",
       {{"file", report.generator}, {"seed", report.seed}, {"inputsSha256", report.inputs_sha256}}},
      {"solutions", solutions},
      {"differingAnswers", report.differing},
      {"plot", report.plot}};
}

std::string growth_table(const GrowthReport& report) {
  if (report.measured.size() == 1) return table_of_one(report.measured.front());
  return table_of_two(report.measured.front(), report.measured.back());
}

std::string growth_summary(const GrowthReport& report) {
  std::string text;
  char letter = 'A';
  for (const Measured& one : report.measured) {
    if (report.measured.size() > 1) {
      text += std::string(1, letter++) + "         " + printable(one.origin) + "\n";
    }
    text += growth_lines(one);
    if (one.stopped_at > 0) {
      text += "stopped   at n = " + std::to_string(one.stopped_at) + ": " + one.verdict +
              (one.cause.empty() ? "" : " (" + printable(one.cause) + ")") + "\n";
    }
  }
  if (!report.differing.empty()) {
    text += "answers   differ for " + std::to_string(report.differing.size()) +
            " inputs, the first of them " + report.differing.front() + "\n";
  }
  return text + "plot      " + printable(report.plot) + "\n";
}

}  // namespace algo
