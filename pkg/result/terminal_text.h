#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace algo::result {

enum class Style { kPlain, kGood, kBad, kWarning, kDim };

// Colours by ANSI escapes, or none. A colour never says what the text does not say too.
struct Palette {
  bool on = false;
  [[nodiscard]] std::string paint(Style style, std::string_view text) const;
};

// What the lines are for.
struct Screen {
  Palette palette{};
  std::size_t width = 0;  // columns; 0 = as wide as it takes
};

// Columns that the UTF-8 text takes on a terminal: two for each wide character of East Asia and
// emoji, none for one that combines with the character before it, otherwise one.
[[nodiscard]] std::size_t columns(std::string_view text);
// At most `width` columns of the text, the last of which is "…" when it was cut; 0 = all of it.
[[nodiscard]] std::string cut_columns(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_right(std::string text, std::size_t width);
[[nodiscard]] std::string pad_left(const std::string& text, std::size_t width);

}  // namespace algo::result
