#include "judge/brief.h"
#include "judge/compare.h"
#include "judge/json_order.h"

#include <algorithm>
#include <string>

namespace algo::judge {
namespace {

using Mode = spec::Compare::Mode;

// As in messages: the numbers that JSON cannot write arrive as strings.
std::string shown(const Json& value, const Json& beside) {
  const bool no_number = value.is_string() && beside.is_number();
  return no_number ? value.get<std::string>().substr(0, kShownBytes) : brief(value, kShownBytes);
}

Comparison differ(const Json& expected, const Json& got) {
  Comparison found;
  found.equal = false;
  found.what = "expected " + shown(expected, got) + ", got " + shown(got, expected);
  return found;
}

// Long texts are shown from where they part on.
Comparison differ_in_text(const std::string& expected, const std::string& got) {
  const auto parted = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end()).first;
  auto at = static_cast<std::size_t>(parted - expected.begin());
  const auto inside = [](const std::string& text, std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U;
  };
  while (at > 0 && (inside(expected, at) || inside(got, at))) --at;
  if (expected.size() <= kShownBytes / 2 && got.size() <= kShownBytes / 2) {
    Comparison found = differ(expected, got);
    found.expected_at = found.got_at = at;
    return found;
  }
  Comparison found = differ(expected.substr(at, kShownBytes), got.substr(at, kShownBytes));
  found.what = "from byte " + std::to_string(at + 1) + " on " + found.what;
  found.expected_at = found.got_at = at;
  return found;
}

Comparison differ_in_size(const Json& expected, const Json& got) {
  const std::size_t n = expected.size();
  Comparison found;
  found.equal = false;
  found.what = "expected " + std::to_string(n) + (n == 1 ? " element" : " elements") + ", got " +
               std::to_string(got.size());
  return found;
}

bool same_scalar(const spec::Compare& rule, const Json& expected, const Json& got) {
  if (order(expected, got) == 0) return true;
  return rule.mode == Mode::kFloat && expected.is_number() && got.is_number() &&
         within(rule, expected.get<long double>(), got.get<long double>());
}

// Fills `path` innermost first.
Comparison walk(const spec::Compare& rule, const Json& expected, const Json& got) {
  if (!expected.is_array() || !got.is_array()) {
    if (same_scalar(rule, expected, got)) return {};
    if (expected.is_string() && got.is_string()) {
      return differ_in_text(expected.get_ref<const std::string&>(),
                            got.get_ref<const std::string&>());
    }
    return differ(expected, got);
  }
  if (expected.size() != got.size()) return differ_in_size(expected, got);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    Comparison inner = walk(rule, expected[i], got[i]);
    if (inner.equal) continue;
    inner.path.push_back(i);
    return inner;
  }
  return {};
}

}  // namespace

Comparison compare_values(const spec::Compare& rule, const Json& expected, const Json& got) {
  Comparison found = walk(rule, expected, got);
  std::reverse(found.path.begin(), found.path.end());
  return found;
}

}  // namespace algo::judge
