#include "result/verdict.h"

#include <array>

namespace algo::result {
namespace {

// In the order of the enumeration, so that a verdict is its own index.
constexpr std::array<VerdictWords, 11> kWords{{{Verdict::kAC, "AC", "accepted"},
                                               {Verdict::kSkip, "SKIP", "not judged"},
                                               {Verdict::kWA, "WA", "wrong answer"},
                                               {Verdict::kOLE, "OLE", "output limit exceeded"},
                                               {Verdict::kILE, "ILE", "idle limit exceeded"},
                                               {Verdict::kTLE, "TLE", "time limit exceeded"},
                                               {Verdict::kMLE, "MLE", "memory limit exceeded"},
                                               {Verdict::kRTE, "RTE", "run-time error"},
                                               {Verdict::kSEC, "SEC", "forbidden act"},
                                               {Verdict::kCE, "CE", "compile error"},
                                               {Verdict::kIE, "IE", "the judge's own error"}}};

}  // namespace

const VerdictWords& words(Verdict verdict) {
  return kWords.at(static_cast<std::size_t>(verdict));
}

std::optional<Verdict> parse_verdict(std::string_view code) {
  for (const VerdictWords& entry : kWords) {
    if (entry.code == code) return entry.verdict;
  }
  return std::nullopt;
}

}  // namespace algo::result
