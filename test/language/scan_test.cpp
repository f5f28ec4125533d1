#include "language/scan.h"

#include <doctest/doctest.h>

namespace algo::language {

TEST_CASE("blank_literals: blanks comments and literals, keeps length and lines") {
  struct Row {
    std::string source;
    std::string blanked;
  };
  const std::vector<Row> rows = {{"", ""},
                                 {"a // b\nc", "a     \nc"},
                                 {"a /* b\n c */ d", "a     \n      d"},
                                 {"/* not closed", "             "},
                                 {R"(x = "a\"b" + y)", "x =        + y"},
                                 {"\"not closed\nnext", "           \nnext"},
                                 {"'\"' z", "    z"},
                                 {"1'000'000 + 'a'", "1'000'000 +    "},
                                 {R"(`raw \` z)", "        z"},
                                 {"`two\nlines` z", "    \n       z"},
                                 {R"--(R"x(a")x" z)--", "R         z"},
                                 {R"(FOR"a" z)", "FOR    z"},
                                 {R"("//" z // ")", "     z     "}};
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(blank_literals(row.source) == row.blanked);
  }
}

TEST_CASE("blank_literals: a text block, for a language that has them") {
  CHECK(blank_literals("a \"\"\"\n\"b\" \\\"\"\"\"\"\" c", TextBlocks::kSome) ==
        "a    \n            c");
  CHECK(blank_literals("\"\"\"a\" b", TextBlocks::kNone) == "      b");
  CHECK(blank_literals("\"\"\" not closed", TextBlocks::kSome) == "              ");
}

TEST_CASE("find_word: whole identifiers only") {
  CHECK(find_word("a ab a_ a.a", "a") == std::vector<std::size_t>{0, 8, 10});
  CHECK(find_word("sorté sort", "sort") == std::vector<std::size_t>{7});
  CHECK(find_word("", "x").empty());
}

TEST_CASE("has_words: words in a row, with any white space") {
  CHECK(has_words("type  ListNode struct", {"type", "ListNode"}));
  CHECK(has_words("struct ListNode{", {"struct", "ListNode", "{"}));
  CHECK(has_words("struct ListNode; struct\nListNode {", {"struct", "ListNode", "{"}));
  CHECK(!has_words("struct ListNode;", {"struct", "ListNode", "{"}));
  CHECK(!has_words("type ListNodes struct", {"type", "ListNode"}));
  CHECK(!has_words("type", {"type", "ListNode"}));
}

}  // namespace algo::language
