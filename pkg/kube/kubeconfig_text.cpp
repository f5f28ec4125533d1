#include "kube/kubeconfig_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace algo::kube {

namespace {

struct Point {
  std::uint32_t value;
  std::size_t bytes;
};

// The code point that well-formed text begins with.
Point first_point(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[i])};
  };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) < 0xE0) return {(byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  const std::uint32_t two = (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  if (byte(0) < 0xF0) return {(byte(0) & 0x0FU) << 12U | two, 3};
  return {(byte(0) & 0x07U) << 18U | two << 6U | (byte(3) & 0x3FU), 4};
}

// Unicode's categories Cc, Cf and Co, which hold escapes, direction overrides and private signs.
bool acts_on_terminal(std::uint32_t point) {
  using Range = std::pair<std::uint32_t, std::uint32_t>;
  static constexpr std::array<Range, 19> kRanges{{
      {0x00, 0x08},       {0x0B, 0x1F},       {0x7F, 0x9F},        {0xAD, 0xAD},
      {0x600, 0x605},     {0x61C, 0x61C},     {0x6DD, 0x6DD},      {0x70F, 0x70F},
      {0x8E2, 0x8E2},     {0x180E, 0x180E},   {0x200B, 0x200F},    {0x202A, 0x202E},
      {0x2060, 0x206F},   {0xE000, 0xF8FF},   {0xFEFF, 0xFEFF},    {0xFFF9, 0xFFFB},
      {0x13430, 0x1345F}, {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF},
  }};
  return std::any_of(kRanges.begin(), kRanges.end(), [&](const Range& range) {
    return point >= range.first && point <= range.second;
  });
}

std::string name_of(std::uint32_t point) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  while (point > 0 || digits.size() < 4) {
    digits.insert(digits.begin(), kDigits[point % 16]);
    point /= 16;
  }
  return "U+" + digits;
}

}  // namespace

std::string in_quotes(std::string_view name) {
  return "\"" + printable(shorten(name, 256)) + "\"";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  const std::size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

bool is_dns_label(std::string_view name) {
  if (name.empty() || name.size() > 63 || name.front() == '-' || name.back() == '-') return false;
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::string without_controls(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  std::string clean;
  for (std::string_view rest = valid; !rest.empty();) {
    const Point point = first_point(rest);
    const bool acts = acts_on_terminal(point.value);
    clean += acts ? name_of(point.value) : std::string(rest.substr(0, point.bytes));
    rest.remove_prefix(point.bytes);
  }
  return clean;
}

}  // namespace algo::kube
