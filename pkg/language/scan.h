#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace algo::language {

// Whether """ opens a literal of several lines, as in Java; elsewhere it is an empty one and more.
enum class TextBlocks { kNone, kSome };

// A copy of C-like source (C, C++, Go, Java, …) of the same length in which comments and the
// insides of string and character literals are blanks; newlines stay. Go's and JavaScript's `…` and
// C++'s R"x(…)x" are literals too.
[[nodiscard]] std::string blank_literals(std::string_view source,
                                         TextBlocks text_blocks = TextBlocks::kNone);

// Whether an identifier may hold this byte; letters beyond ASCII count, '$' does not.
[[nodiscard]] bool is_word(char c);

// Offsets at which `word` stands as a whole identifier in blanked source.
[[nodiscard]] std::vector<std::size_t> find_word(std::string_view blanked, std::string_view word);

// Whether blanked source holds these words in a row, with any white space between them.
[[nodiscard]] bool has_words(std::string_view blanked, const std::vector<std::string_view>& words);

}  // namespace algo::language
