#include "spec/yaml_scalar.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

namespace algo::spec {

namespace {

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// [0-9]+ after an optional sign, which has been taken off.
bool is_whole(std::string_view text) {
  return !text.empty() && skip_digits(text, 0) == text.size();
}

// ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_fraction(std::string_view text) {
  std::size_t at = skip_digits(text, 0);
  std::size_t digits = at;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t end = skip_digits(text, at);
    if (end == at) return false;
    at = end;
  }
  return at == text.size();
}

// 0o17, 0x1F, 0b11 and the not-a-numbers of YAML: numbers to some readers, text to others.
bool is_foreign_number(std::string_view text) {
  if (text == ".inf" || text == ".Inf" || text == ".INF") return true;
  if (text == ".nan" || text == ".NaN" || text == ".NAN") return true;
  if (text.size() < 3 || text[0] != '0') return false;
  const std::string_view digits = text.substr(2);
  const auto all = [&](std::string_view alphabet) {
    return digits.find_first_not_of(alphabet) == std::string_view::npos;
  };
  return (text[1] == 'o' && all("01234567")) || (text[1] == 'b' && all("01")) ||
         (text[1] == 'x' && all("0123456789abcdefABCDEF"));
}

template <typename Number>
std::optional<Json> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return Json(number);
}

std::optional<Json> parse_whole(std::string_view digits, bool negative) {
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  if (negative) return parse_number<std::int64_t>("-" + std::string(digits));
  return parse_number<std::uint64_t>(digits);
}

std::optional<Json> parse_fraction(std::string_view digits, bool negative) {
  std::optional<Json> number =
      parse_number<double>(std::string(negative ? "-" : "") + std::string(digits));
  if (number && !std::isfinite(number->get<double>())) return std::nullopt;
  return number;
}

}  // namespace

std::optional<Json> plain_scalar(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
    return Json(nullptr);
  }
  if (text == "true" || text == "True" || text == "TRUE") return Json(true);
  if (text == "false" || text == "False" || text == "FALSE") return Json(false);
  const bool negative = text.front() == '-';
  const std::string_view digits = negative || text.front() == '+' ? text.substr(1) : text;
  if (is_whole(digits)) return parse_whole(digits, negative);
  if (is_fraction(digits)) return parse_fraction(digits, negative);
  if (is_foreign_number(digits)) return std::nullopt;
  return Json(std::string(text));
}

}  // namespace algo::spec
