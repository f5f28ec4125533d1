#include "result/report.h"

#include "base/digest.h"
#include "base/text.h"

#include <algorithm>

namespace algo::result {
namespace {

constexpr std::size_t kMaxTerminationBytes = 4096;

Json summary(const Report& report,
             const Tally& tally,
             const std::string& report_bytes,
             const std::string& sha256,
             std::size_t max_text) {
  Json json{{"schema", kSummarySchema},
            {"run", shorten(report.run, max_text)},
            {"problem", shorten(report.problem, max_text)},
            {"verdict", words(report.verdict).code},
            {"cause", shorten(report.cause, max_text)},
            {"complete", report.complete},
            {"accepted", tally.accepted},
            {"judged", tally.judged},
            {"total", report.total},
            {"bytes", report_bytes.size()},
            {"sha256", sha256}};
  if (const auto& failed = tally.first_failure) {
    json["firstFailure"] = Json{{"name", shorten(failed->name, max_text)},
                                {"verdict", words(failed->verdict).code},
                                {"cause", shorten(failed->cause, max_text)}};
  }
  return json;
}

}  // namespace

std::size_t Report::accepted() const {
  return tally(cases).accepted;
}

void Tally::count(const CaseResult& one) {
  worst = judged == 0 ? one.verdict : std::max(worst, one.verdict);
  ++judged;
  if (one.verdict == Verdict::kAC) ++accepted;
  const bool failed = one.verdict != Verdict::kAC && one.verdict != Verdict::kSkip;
  if (failed && !first_failure) {
    first_failure = Failure{.name = one.name, .verdict = one.verdict, .cause = one.cause};
  }
}

double score(const Tally& tally, std::size_t total) {
  return total == 0 ? 0 : static_cast<double>(tally.accepted) / static_cast<double>(total);
}

Tally tally(const std::vector<CaseResult>& cases) {
  Tally sum;
  for (const CaseResult& one : cases) sum.count(one);
  return sum;
}

std::string termination_message(const Report& head,
                                const Tally& tally,
                                const std::string& report_bytes) {
  const std::string sha256 = sha256_hex(report_bytes);
  for (std::size_t max_text = 512;; max_text /= 2) {
    std::string text = dump_json(summary(head, tally, report_bytes, sha256, max_text));
    if (text.size() <= kMaxTerminationBytes || max_text == 0) return text;
  }
}

}  // namespace algo::result
