#include "judge/compare.h"

namespace algo::judge {

Comparison compare(const spec::Compare& rule, const Json& expected, const Json& got) {
  using Mode = spec::Compare::Mode;
  if (rule.mode == Mode::kUnordered) return compare_unordered(rule.depth, expected, got);
  if (rule.mode == Mode::kExact || !expected.is_string() || !got.is_string()) {
    return compare_values(rule, expected, got);
  }
  const auto& expected_text = expected.get_ref<const std::string&>();
  const auto& got_text = got.get_ref<const std::string&>();
  if (rule.mode == Mode::kLines) return compare_lines(expected_text, got_text);
  return compare_tokens(rule, expected_text, got_text);
}

bool within(const spec::Compare& rule, long double expected, long double got) {
  const long double difference = expected < got ? got - expected : expected - got;
  const long double size = expected < 0 ? -expected : expected;
  return difference <= static_cast<long double>(rule.abs) ||
         difference <= static_cast<long double>(rule.rel) * size;
}

}  // namespace algo::judge
