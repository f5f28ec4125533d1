#include "result/terminal_text.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::result {
namespace {

TEST_CASE("Palette: paints when it is on and leaves the text alone when it is not") {
  const Palette off{false};
  const Palette on{true};
  for (const Style style :
       {Style::kPlain, Style::kGood, Style::kBad, Style::kWarning, Style::kDim}) {
    CHECK(off.paint(style, "AC") == "AC");
  }
  CHECK(on.paint(Style::kPlain, "AC") == "AC");
  CHECK(on.paint(Style::kGood, "AC") == "\x1b[32mAC\x1b[0m");
  CHECK(on.paint(Style::kBad, "WA") == "\x1b[31mWA\x1b[0m");
  CHECK(on.paint(Style::kWarning, "TLE") == "\x1b[33mTLE\x1b[0m");
  CHECK(on.paint(Style::kDim, "SKIP") == "\x1b[2mSKIP\x1b[0m");
}

TEST_CASE("columns: counts what a terminal shows, not bytes") {
  struct Row {
    const char* text;
    std::size_t columns;
  };
  for (const Row& row : {Row{"", 0},
                         Row{"abc", 3},
                         Row{"é…µ", 3},
                         Row{"Ω→✔", 3},
                         Row{"e\xcc\x81", 1},  // with U+0301, combining acute
                         Row{"日本語", 6},     // wide
                         Row{"한글", 4},       // wide
                         Row{"ｆｕ", 4},       // fullwidth forms
                         Row{"ｱ", 1},          // a halfwidth form
                         Row{"😀", 2},         // beyond the basic plane
                         Row{"𠀀", 2},         // beyond the basic plane
                         Row{"a\xe2\x80\x8b"
                             "b",
                             2},                 // U+200B, zero width
                         Row{"\xff\x80", 1}}) {  // ill-formed
    CAPTURE(row.text);
    CHECK(columns(row.text) == row.columns);
  }
}

TEST_CASE("cut_columns: never more than the width, never half a character") {
  struct Row {
    const char* text;
    std::size_t width;
    const char* cut;
  };
  for (const Row& row : {Row{"abcdef", 0, "abcdef"},
                         Row{"abcdef", 6, "abcdef"},
                         Row{"abcdef", 7, "abcdef"},
                         Row{"abcdef", 5, "abcd…"},
                         Row{"abcdef", 1, "…"},
                         Row{"ééé", 3, "ééé"},
                         Row{"ééé", 2, "é…"},
                         Row{"日本語", 6, "日本語"},
                         Row{"日本語", 5, "日本…"},
                         Row{"日本語", 4, "日…"},
                         Row{"日本語", 2, "…"},
                         Row{"日本語", 1, "…"},
                         Row{"e\xcc\x81xy", 2, "e\xcc\x81…"},
                         Row{"", 3, ""}}) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    CHECK(cut_columns(row.text, row.width) == row.cut);
    if (row.width > 0) CHECK(columns(cut_columns(row.text, row.width)) <= row.width);
  }
}

TEST_CASE("pad_right, pad_left: fill up to the width by columns") {
  CHECK(pad_right("ab", 4) == "ab  ");
  CHECK(pad_left("ab", 4) == "  ab");
  CHECK(pad_right("日本", 5) == "日本 ");
  CHECK(pad_left("µs", 4) == "  µs");
  CHECK(pad_right("abcd", 4) == "abcd");
  CHECK(pad_left("abcde", 4) == "abcde");
  CHECK(pad_right("", 0).empty());
}

}  // namespace
}  // namespace algo::result
