#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace algo {
namespace {

// All arithmetic is on integers: exact, and it spares the judge 150 KiB of floating-point tables.
struct Unit {
  std::string_view name;
  std::uint64_t size;
};

// Three significant digits, without trailing zeros after the point: "3.2", "12.5", "128", "1".
std::string three_digits(std::uint64_t value, std::uint64_t unit) {
  const std::uint64_t whole = value / unit;
  // What follows the point, in 1/1000; the multiplication cannot overflow below 18 PB or 200 days.
  const std::uint64_t thousandths = value % unit * 1000 / unit;
  std::uint64_t scale = whole >= 100 ? 1 : whole >= 10 ? 10 : 100;
  const std::uint64_t rounded = whole * scale + (thousandths * scale + 500) / 1000;
  std::string text = std::to_string(rounded / scale);
  std::uint64_t fraction = rounded % scale;
  if (fraction == 0) return text;
  std::string digits = std::to_string(fraction + scale).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  return text + "." + digits;
}

template <std::size_t N>
std::string in_units(std::uint64_t value, const std::array<Unit, N>& units) {
  for (const Unit& unit : units) {
    if (value >= unit.size || unit.size == units.back().size) {
      return three_digits(value, unit.size) + " " + std::string(unit.name);
    }
  }
  return "";
}

// A decimal number as digits / 10^decimals.
struct Decimal {
  std::uint64_t digits = 0;
  int decimals = 0;
  bool exponent = false;  // it was written with one, which takes the place of a unit
};

// The number at the start of `text` ("12", "1.5", "1e6"), which is cut off; nullopt if there is
// none or it has more than 18 digits.
std::optional<Decimal> take_decimal(std::string_view& text) {
  constexpr std::uint64_t most = 1'000'000'000'000'000'000;
  Decimal number;
  bool point = false;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !point && at > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    if (number.digits >= most / 10) return std::nullopt;
    number.digits = number.digits * 10 + static_cast<std::uint64_t>(c - '0');
    number.decimals += point ? 1 : 0;
  }
  if (at == 0 || text[at - 1] == '.') return std::nullopt;
  text.remove_prefix(at);
  // "1e6"; but in "1E" the letter is a suffix.
  if (text.size() >= 2 && (text[0] == 'e' || text[0] == 'E') && text[1] >= '0' && text[1] <= '9') {
    int exponent = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + 1, end, exponent);
    if (error != std::errc{} || exponent > 18) return std::nullopt;
    number.decimals -= exponent;
    number.exponent = true;
    text = std::string_view(stop, static_cast<std::size_t>(end - stop));
  }
  return number;
}

// number × unit, rounded up; nullopt at 2^63 and above.
std::optional<std::uint64_t> times(const Decimal& number, std::uint64_t unit) {
  __extension__ using Wide = unsigned __int128;
  Wide value = static_cast<Wide>(number.digits) * unit;
  Wide divisor = 1;
  for (int i = 0; i < number.decimals; ++i) divisor *= 10;
  for (int i = 0; i > number.decimals; --i) {
    value *= 10;
    if (value >> 63U != 0) return std::nullopt;  // and 128 bits are never exceeded
  }
  value = (value + divisor - 1) / divisor;
  if (value >> 63U != 0) return std::nullopt;
  return static_cast<std::uint64_t>(value);
}

}  // namespace

std::string human_duration(std::chrono::nanoseconds duration) {
  static constexpr std::array<Unit, 3> kUnits{
      {{"s", 1'000'000'000}, {"ms", 1'000'000}, {"µs", 1'000}}};
  const auto count = std::max<std::int64_t>(duration.count(), 0);
  return in_units(static_cast<std::uint64_t>(count), kUnits);
}

std::string human_bytes(std::uint64_t bytes) {
  static constexpr std::array<Unit, 4> kUnits{
      {{"GiB", std::uint64_t{1} << 30U}, {"MiB", 1U << 20U}, {"KiB", 1U << 10U}, {"B", 1}}};
  return in_units(bytes, kUnits);
}

std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text) {
  static constexpr std::array<Unit, 6> kUnits{{{"ns", 1},
                                               {"us", 1'000},
                                               {"ms", 1'000'000},
                                               {"s", 1'000'000'000},
                                               {"m", 60'000'000'000},
                                               {"h", 3'600'000'000'000}}};
  constexpr std::uint64_t longest = std::uint64_t{365} * 24 * 3'600'000'000'000;
  std::uint64_t total = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const std::optional<Decimal> number = take_decimal(text);
    if (!number || number->exponent) return std::nullopt;
    const std::string_view name = text.substr(0, text.find_first_of("0123456789"));
    std::optional<std::uint64_t> part;
    for (const Unit& unit : kUnits) {
      if (unit.name == name) part = times(*number, unit.size);
    }
    if (!part || *part > longest) return std::nullopt;
    total += *part;
    if (total > longest) return std::nullopt;
    text.remove_prefix(name.size());
  }
  return std::chrono::nanoseconds(total);
}

std::optional<std::uint64_t> parse_quantity(std::string_view text) {
  static constexpr std::array<Unit, 12> kUnits{{{"", 1},
                                                {"k", 1'000},
                                                {"M", 1'000'000},
                                                {"G", 1'000'000'000},
                                                {"T", 1'000'000'000'000},
                                                {"P", 1'000'000'000'000'000},
                                                {"E", 1'000'000'000'000'000'000},
                                                {"Ki", std::uint64_t{1} << 10U},
                                                {"Mi", std::uint64_t{1} << 20U},
                                                {"Gi", std::uint64_t{1} << 30U},
                                                {"Ti", std::uint64_t{1} << 40U},
                                                {"Pi", std::uint64_t{1} << 50U}}};
  const std::optional<Decimal> number = take_decimal(text);
  if (!number || (number->exponent && !text.empty())) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (unit.name == text) return times(*number, unit.size);
  }
  return std::nullopt;
}

}  // namespace algo
