#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo {
namespace {

TEST_CASE("find_invalid_utf8: accepts every length of sequence and their borders") {
  for (const char* text : {"",
                           "ascii\x7f",
                           "\xc2\x80",
                           "\xdf\xbf",
                           "\xe0\xa0\x80",
                           "\xed\x9f\xbf",
                           "\xee\x80\x80",
                           "\xef\xbf\xbf",
                           "\xf0\x90\x80\x80",
                           "\xf4\x8f\xbf\xbf"}) {
    CAPTURE(text);
    CHECK_FALSE(find_invalid_utf8(text).has_value());
  }
}

TEST_CASE("find_invalid_utf8: gives the offset of the first bad byte") {
  for (const char* bad : {"\x80",
                          "\xc0\x80",          // overlong
                          "\xc1\xbf",          // overlong
                          "\xe0\x9f\xbf",      // overlong
                          "\xf0\x8f\xbf\xbf",  // overlong
                          "\xed\xa0\x80",      // surrogate
                          "\xf4\x90\x80\x80",  // past U+10FFFF
                          "\xf5\x80\x80\x80",
                          "\xff",
                          "\xc3",          // cut
                          "\xe2\x82",      // cut
                          "\xf0\x9f\x98",  // cut
                          "\xe2\x28\xa1"}) {
    CAPTURE(bad);
    CHECK(find_invalid_utf8(std::string("é") + bad) == 2);
  }
}

TEST_CASE("to_valid_utf8: replaces bad bytes and nothing else") {
  CHECK(to_valid_utf8("a\xff\xc3\xa9\xc3") == "a\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd");
  CHECK(to_valid_utf8(std::string_view("\0\n\x1b", 3)) == std::string_view("\0\n\x1b", 3));
}

TEST_CASE("printable: a terminal cannot be steered") {
  struct Row {
    std::string_view text;
    const char* shown;
  };
  for (const Row& row : {Row{"plain é ✔\t\n", "plain é ✔\t\n"},
                         Row{"\x1b[2J", "\\x1b[2J"},
                         Row{"\r\b\a\x7f", "\\x0d\\x08\\x07\\x7f"},
                         Row{"\xc2\x9b[2J", "\\x9b[2J"},  // CSI as one C1 character
                         Row{"\xc2\xa0", "\xc2\xa0"},     // just a space that does not break
                         Row{"\xff", "\xef\xbf\xbd"},
                         Row{"a\u202eb\u2066", "a\\u202eb\\u2066"},  // text that runs backwards
                         Row{"\u061c\u200f", "\\u061c\\u200f"},
                         Row{"\u2069\u206a\u0619…", "\\u2069\u206a\u0619…"},
                         Row{std::string_view("\0", 1), "\\x00"}}) {
    CAPTURE(row.shown);
    CHECK(printable(row.text) == row.shown);
  }
}

TEST_CASE("shorten: cuts between code points and says how much is missing") {
  CHECK(shorten("abc", 3) == "abc");
  CHECK(shorten("abcd", 3) == "abc… (1 more bytes)");
  CHECK(shorten("aé", 2) == "a… (2 more bytes)");
  CHECK(shorten("ab", 0) == "… (2 more bytes)");
  CHECK(shorten("", 0).empty());
}

TEST_CASE("nearest: offers slips of the fingers, nearest first") {
  const std::vector<std::string> names = {"two-sum", "three-sum", "lru-cache", "list", "run"};
  CHECK(nearest("two-smu", names) == std::vector<std::string>{"two-sum"});
  CHECK(nearest("tow-sum", names).front() == "two-sum");
  CHECK(nearest("lru", names).front() == "lru-cache");
  CHECK(nearest("lsit", names) == std::vector<std::string>{"list"});
  CHECK(nearest("rnu", names) == std::vector<std::string>{"run"});
  CHECK(nearest("quite-different", names).empty());
  CHECK(nearest("", {"abc"}).empty());
}

TEST_CASE("nearest: gives no more than asked for") {
  CHECK(nearest("aaaa", {"aaab", "aaac", "aaad", "aaae"}).size() == 3);
  CHECK(nearest("aaaa", {"aaab", "aaac"}, 1) == std::vector<std::string>{"aaab"});
}

TEST_CASE("split and join: undo each other") {
  CHECK(split("a,,b,", ',') == std::vector<std::string>{"a", "", "b", ""});
  CHECK(split("", ',') == std::vector<std::string>{""});
  CHECK(join(split("x/y/z", '/'), "/") == "x/y/z");
  CHECK(join({}, ", ").empty());
  CHECK(join({"one"}, ", ") == "one");
}

TEST_CASE("replace_all: does not look into what it has put in") {
  CHECK(replace_all("a.b.c", ".", "..") == "a..b..c");
  CHECK(replace_all("aaa", "aa", "a") == "aa");
  CHECK(replace_all("abc", "", "x") == "abc");
  CHECK(replace_all("aXbX", "X", "") == "ab");
}

}  // namespace
}  // namespace algo
