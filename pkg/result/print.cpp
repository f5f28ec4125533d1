#include "result/print.h"

#include "base/text.h"
#include "base/yaml_emit.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace algo::result {
namespace {

// Fixed notation with `decimals` digits behind the point.
std::string fixed(double value, int decimals) {
  std::array<char, 64> digits{};
  auto* const end =
      std::to_chars(
          digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals)
          .ptr;
  return {digits.data(), end};
}

// Text without white space, never empty.
std::string field(const std::string& text) {
  std::string word = printable(text);
  std::replace_if(
      word.begin(), word.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; }, '_');
  return word.empty() ? "-" : word;
}

}  // namespace

std::string case_line(const CaseResult& one) {
  constexpr double nanos_per_ms = 1e6;
  constexpr double bytes_per_mib = 1024.0 * 1024.0;
  const bool judged = one.verdict != Verdict::kSkip;
  const std::string time = fixed(static_cast<double>(one.time.count()) / nanos_per_ms, 3) + "ms";
  const std::string memory = fixed(static_cast<double>(one.memory) / bytes_per_mib, 1) + "MiB";
  return field(one.name) + " " + std::string(words(one.verdict).code) + " " +
         (judged ? time : "-") + " " + (judged ? memory : "-") + " " + field(one.cause) + "\n";
}

const CaseResult* first_failure(const Report& report) {
  const auto found =
      std::find_if(report.cases.begin(), report.cases.end(), [](const CaseResult& one) {
        return one.verdict != Verdict::kAC && one.verdict != Verdict::kSkip;
      });
  return found == report.cases.end() ? nullptr : &*found;
}

std::string print_json(const Report& report) {
  return to_text(report);
}

std::string print_yaml(const Report& report) {
  return to_yaml(to_json(report));
}

}  // namespace algo::result
