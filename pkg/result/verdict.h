#pragma once

#include <optional>
#include <string_view>

namespace algo::result {

// The closed set of outcomes of judging; order = how bad it is, for picking the verdict of a run.
enum class Verdict { kAC, kSkip, kWA, kOLE, kILE, kTLE, kMLE, kRTE, kSEC, kCE, kIE };

struct VerdictWords {
  Verdict verdict;
  std::string_view code;     // "TLE"
  std::string_view meaning;  // "time limit exceeded"
};

[[nodiscard]] const VerdictWords& words(Verdict verdict);
[[nodiscard]] std::optional<Verdict> parse_verdict(std::string_view code);

}  // namespace algo::result
