#include "judge/repeat.h"

#include "base/text.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace algo::judge {

result::CaseResult merge_runs(std::vector<result::CaseResult> runs) {
  result::Spread spread;
  std::vector<std::chrono::nanoseconds> times;
  for (const result::CaseResult& one : runs) {
    times.push_back(one.time);
    ++spread.verdicts[std::string(result::words(one.verdict).code)];
  }
  std::ranges::sort(times);
  spread.runs = runs.size();
  spread.least = times.front();
  spread.median = times[times.size() / 2];
  spread.most = times.back();
  const result::Verdict worst = result::tally(runs).worst;
  const auto shown = std::ranges::find(runs, worst, &result::CaseResult::verdict);
  result::CaseResult merged = std::move(*shown);
  if (spread.verdicts.size() > 1) {
    std::vector<std::string> counts;
    counts.reserve(spread.verdicts.size());
    for (const auto& [code, count] : spread.verdicts) {
      counts.push_back(code + " " + std::to_string(count) + " times");
    }
    merged.note += (merged.note.empty() ? "" : "; ") +
                   std::string("verdicts differ from run to run: ") + join(counts, ", ");
  }
  merged.spread = std::move(spread);
  return merged;
}

}  // namespace algo::judge
