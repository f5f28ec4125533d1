#include "result/report.h"

#include "base/digest.h"
#include "base/text.h"

#include <algorithm>

namespace algo::result {
namespace {

constexpr std::size_t kMaxTerminationBytes = 4096;

Json summary(const Report& report,
             const std::string& report_bytes,
             const std::string& sha256,
             std::size_t max_text) {
  Json json{{"schema", kSummarySchema},
            {"run", shorten(report.run, max_text)},
            {"problem", shorten(report.problem, max_text)},
            {"verdict", words(report.verdict).code},
            {"cause", shorten(report.cause, max_text)},
            {"complete", report.complete},
            {"accepted", report.accepted()},
            {"judged", report.cases.size()},
            {"total", report.total},
            {"bytes", report_bytes.size()},
            {"sha256", sha256}};
  const auto failed =
      std::find_if(report.cases.begin(), report.cases.end(), [](const CaseResult& one) {
        return one.verdict != Verdict::kAC && one.verdict != Verdict::kSkip;
      });
  if (failed != report.cases.end()) {
    json["firstFailure"] = Json{{"name", shorten(failed->name, max_text)},
                                {"verdict", words(failed->verdict).code},
                                {"cause", shorten(failed->cause, max_text)}};
  }
  return json;
}

}  // namespace

std::size_t Report::accepted() const {
  return static_cast<std::size_t>(
      std::count_if(cases.begin(), cases.end(), [](const CaseResult& one) {
        return one.verdict == Verdict::kAC;
      }));
}

double Report::score() const {
  return total == 0 ? 0 : static_cast<double>(accepted()) / static_cast<double>(total);
}

Verdict overall(const std::vector<CaseResult>& cases) {
  const auto worst =
      std::max_element(cases.begin(), cases.end(), [](const CaseResult& a, const CaseResult& b) {
        return a.verdict < b.verdict;
      });
  return worst == cases.end() ? Verdict::kSkip : worst->verdict;
}

std::string termination_message(const Report& report, const std::string& report_bytes) {
  const std::string sha256 = sha256_hex(report_bytes);
  for (std::size_t max_text = 512;; max_text /= 2) {
    std::string text = dump_json(summary(report, report_bytes, sha256, max_text));
    if (text.size() <= kMaxTerminationBytes || max_text == 0) return text;
  }
}

}  // namespace algo::result
