#include "result/terminal_text.h"

#include <algorithm>
#include <array>

namespace algo::result {
namespace {

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
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
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

std::string cut_columns(std::string_view text, std::size_t width) {
  if (width == 0 || columns(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end) {
    if (begins_code_point(text[end]) && ++seen == width) break;
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
