#include "base/text.h"
#include "judge/brief.h"
#include "judge/compare.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

namespace algo::judge {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string quoted(std::string_view text) {
  if (text.size() <= kShownBytes) return dump_json(std::string(text));
  return dump_json(std::string(text.substr(0, kShownBytes)) + "…");
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

// Takes one word after the other; "" at the end.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}
  std::string_view next() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    start_ = at_;
    while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
    return text_.substr(start_, at_ - start_);
  }
  [[nodiscard]] std::size_t start() const { return start_; }

 private:
  std::string_view text_;
  std::size_t start_ = 0;
  std::size_t at_ = 0;
};

// A finite decimal number that is the whole word; no hexadecimal, no "inf" or "nan".
std::optional<double> decimal(std::string_view word) {
  if (word.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
  const std::string text(word);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || end != text.c_str() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

bool same_word(const spec::Compare& rule, std::string_view expected, std::string_view got) {
  if (expected == got) return true;
  if (rule.mode != spec::Compare::Mode::kFloat) return false;
  const std::optional<double> a = decimal(expected);
  const std::optional<double> b = decimal(got);
  return a && b && within(rule, *a, *b);
}

std::string_view without_space_at_end(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Takes one line after the other, without the white space at its end.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(without_space_at_end(text)) {}
  std::optional<std::string_view> next() {
    if (at_ >= text_.size()) return std::nullopt;
    start_ = at_;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    at_ = end + 1;
    return without_space_at_end(text_.substr(start_, end - start_));
  }
  [[nodiscard]] std::size_t start() const { return std::min(start_, text_.size()); }
  void to_end() { start_ = text_.size(); }

 private:
  std::string_view text_;
  std::size_t start_ = 0;
  std::size_t at_ = 0;
};

std::string shown_line(const std::optional<std::string_view>& line, std::size_t from) {
  return line ? quoted(line->substr(std::min(from, line->size()))) : "the end";
}

}  // namespace

Comparison compare_tokens(const spec::Compare& rule,
                          std::string_view expected,
                          std::string_view got) {
  if (expected == got) return {};
  Words left(expected);
  Words right(got);
  for (std::size_t number = 1;; ++number) {
    const std::string_view want = left.next();
    const std::string_view have = right.next();
    if (want.empty() && have.empty()) return {};
    if (!want.empty() && !have.empty() && same_word(rule, want, have)) continue;
    Comparison found;
    found.equal = false;
    found.expected_at = left.start();
    found.got_at = right.start();
    found.what = "word " + std::to_string(number);
    if (!have.empty()) found.what += " (line " + std::to_string(line_of(got, right.start())) + ")";
    found.what += ": expected " + (want.empty() ? "the end" : quoted(want));
    found.what += ", got " + (have.empty() ? "the end" : quoted(have));
    return found;
  }
}

Comparison compare_lines(std::string_view expected, std::string_view got) {
  if (expected == got) return {};
  Lines left(expected);
  Lines right(got);
  for (std::size_t number = 1;; ++number) {
    const std::optional<std::string_view> want = left.next();
    const std::optional<std::string_view> have = right.next();
    if (!want && !have) return {};
    if (want == have) continue;
    if (!want) left.to_end();
    if (!have) right.to_end();
    Comparison found;
    found.equal = false;
    std::size_t same = 0;
    if (want && have) {
      const auto parted = std::mismatch(want->begin(), want->end(), have->begin(), have->end());
      same = static_cast<std::size_t>(parted.first - want->begin());
    }
    found.expected_at = left.start() + same;
    found.got_at = right.start() + same;
    found.what = "line " + std::to_string(number);
    // A long line is shown from where it parts on.
    const std::size_t from = same > kShownBytes / 2 ? same : 0;
    if (same > 0) found.what += ", byte " + std::to_string(same + 1);
    found.what += (from > 0 ? " on: expected " : ": expected ") + shown_line(want, from);
    found.what += ", got " + shown_line(have, from);
    return found;
  }
}

}  // namespace algo::judge
