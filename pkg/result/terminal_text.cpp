#include "result/terminal_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace algo::result {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

// Blocks of code points with one width; a wrong width costs a crooked column and nothing else.
// Unicode 15, DerivedGeneralCategory.txt (Mn, Me, Cf), by and large.
constexpr std::array kCombining{Range{0x300, 0x36f},
                                Range{0x483, 0x489},
                                Range{0x591, 0x5bd},
                                Range{0x610, 0x61a},
                                Range{0x64b, 0x65f},
                                Range{0x200b, 0x200f},
                                Range{0x202a, 0x202e},
                                Range{0x2060, 0x206f},
                                Range{0x20d0, 0x20f0},
                                Range{0xfe00, 0xfe0f},
                                Range{0xfe20, 0xfe2f},
                                Range{0xfeff, 0xfeff},
                                Range{0xe0100, 0xe01ef}};
// Unicode 15, EastAsianWidth.txt (W, F), by and large.
constexpr std::array kWide{
    Range{0x1100, 0x115f},   Range{0x231a, 0x231b},   Range{0x23e9, 0x23ec},
    Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x26aa, 0x26ab},
    Range{0x26bd, 0x26be},   Range{0x2705, 0x2705},   Range{0x270a, 0x270b},
    Range{0x2728, 0x2728},   Range{0x274c, 0x274e},   Range{0x2753, 0x2757},
    Range{0x2795, 0x2797},   Range{0x2b1b, 0x2b1c},   Range{0x2b50, 0x2b55},
    Range{0x2e80, 0x303e},   Range{0x3041, 0xa4cf},   Range{0xa960, 0xa97f},
    Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},
    Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},   Range{0x16fe0, 0x1b2ff},
    Range{0x1f300, 0x1f64f}, Range{0x1f680, 0x1f6ff}, Range{0x1f7e0, 0x1f7eb},
    Range{0x1f900, 0x1f9ff}, Range{0x1fa70, 0x1faff}, Range{0x20000, 0x3fffd}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, std::uint32_t value) {
  return std::any_of(ranges.begin(), ranges.end(), [value](const Range& range) {
    return value >= range.first && value <= range.last;
  });
}

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
}

// Takes the first code point off the text, with the bytes that continue it, and gives its width.
std::size_t take_code_point(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  std::uint32_t value = lead < 0xc0U ? lead : lead < 0xe0U ? lead & 31U : lead & 15U;
  text.remove_prefix(1);
  while (!text.empty() && !begins_code_point(text.front())) {
    value = value << 6U | (static_cast<unsigned char>(text.front()) & 63U);
    text.remove_prefix(1);
  }
  if (value < kCombining.front().first) return 1;
  if (is_in(kCombining, value)) return 0;
  return is_in(kWide, value) ? 2 : 1;
}

}  // namespace

std::string Palette::paint(Style style, std::string_view text) const {
  // Select Graphic Rendition (ECMA-48, 8.3.117), in the order of Style.
  static constexpr std::array<std::string_view, 5> kCodes{"", "32", "31", "33", "2"};
  if (!on || style == Style::kPlain) return std::string(text);
  std::string painted = "\x1b[";
  painted += kCodes.at(static_cast<std::size_t>(style));
  painted += 'm';
  painted += text;
  return painted + "\x1b[0m";
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) count += take_code_point(text);
  return count;
}

std::string cut_columns(std::string_view text, std::size_t width) {
  if (width == 0 || columns(text) <= width) return std::string(text);
  std::string_view rest = text;
  std::size_t end = 0;
  for (std::size_t taken = take_code_point(rest); taken < width; taken += take_code_point(rest)) {
    end = text.size() - rest.size();
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string pad_right(std::string text, std::size_t width) {
  const std::size_t taken = columns(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

std::string pad_left(const std::string& text, std::size_t width) {
  const std::size_t taken = columns(text);
  return taken < width ? std::string(width - taken, ' ') + text : text;
}

}  // namespace algo::result
