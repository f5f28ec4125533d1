#include "base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace algo {
namespace {

struct Unit {
  std::string_view name;
  double size;
};

// Three significant digits, without trailing zeros after the point: "3.2", "12.5", "128", "1".
std::string three_digits(double value) {
  const int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(
          digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals)
          .ptr;
  std::string text(digits.data(), end);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

template <std::size_t N>
std::string in_units(double value, const std::array<Unit, N>& units) {
  for (const Unit& unit : units) {
    if (value >= unit.size || unit.size == units.back().size) {
      return three_digits(value / unit.size) + " " + std::string(unit.name);
    }
  }
  return "";
}

// A decimal number at the start of `text` ("12", "1.5", "1e6"); nullopt if there is none.
std::optional<std::pair<double, std::string_view>> leading_number(std::string_view text) {
  double value = 0;
  if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::general);
  if (error != std::errc{}) return std::nullopt;
  return std::pair{value, text.substr(static_cast<std::size_t>(end - text.data()))};
}

}  // namespace

std::string human_duration(std::chrono::nanoseconds duration) {
  static constexpr std::array<Unit, 3> kUnits{{{"s", 1e9}, {"ms", 1e6}, {"µs", 1e3}}};
  return in_units(static_cast<double>(duration.count()), kUnits);
}

std::string human_bytes(std::uint64_t bytes) {
  static constexpr std::array<Unit, 4> kUnits{
      {{"GiB", 1024.0 * 1024 * 1024}, {"MiB", 1024.0 * 1024}, {"KiB", 1024.0}, {"B", 1.0}}};
  return in_units(static_cast<double>(bytes), kUnits);
}

std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text) {
  static constexpr std::array<Unit, 6> kUnits{
      {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}}};
  constexpr double longest = 365.0 * 24 * 3600e9;
  double total = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const auto number = leading_number(text);
    if (!number) return std::nullopt;
    const std::size_t digit = number->second.find_first_of("0123456789");
    const std::string_view name = number->second.substr(0, digit);
    double size = 0;
    for (const Unit& unit : kUnits) {
      if (unit.name == name) size = unit.size;
    }
    if (size == 0) return std::nullopt;
    total += number->first * size;
    if (total > longest) return std::nullopt;
    text = number->second.substr(name.size());
  }
  return std::chrono::nanoseconds(std::llround(total));
}

std::optional<std::uint64_t> parse_quantity(std::string_view text) {
  static constexpr std::array<Unit, 12> kUnits{{{"", 1},
                                                {"k", 1e3},
                                                {"M", 1e6},
                                                {"G", 1e9},
                                                {"T", 1e12},
                                                {"P", 1e15},
                                                {"E", 1e18},
                                                {"Ki", 1024.0},
                                                {"Mi", 1048576.0},
                                                {"Gi", 1073741824.0},
                                                {"Ti", 1099511627776.0},
                                                {"Pi", 1125899906842624.0}}};
  const auto number = leading_number(text);
  if (!number) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (unit.name != number->second) continue;
    const double bytes = std::ceil(number->first * unit.size);  // quantities round up
    // 2^63 is the first double past what a quantity may be (resource.Quantity's int64).
    if (bytes >= 9223372036854775808.0) return std::nullopt;
    return static_cast<std::uint64_t>(bytes);
  }
  return std::nullopt;
}

}  // namespace algo
