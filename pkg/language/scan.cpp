#include "language/scan.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace algo::language {
namespace {

constexpr std::string_view kTextBlock = R"(""")";

// Where the literal or comment that starts at `at` ends (one past it); `at` when none starts there.
std::size_t skip_quoted(std::string_view source, std::size_t at) {
  const char quote = source[at];
  const bool escapes = quote != '`';
  for (std::size_t i = at + 1; i < source.size(); ++i) {
    if (escapes && source[i] == '\\') {
      ++i;
    } else if (source[i] == quote) {
      return i + 1;
    } else if (escapes && source[i] == '\n') {
      return i;  // not closed: the compiler will say so
    }
  }
  return source.size();
}

std::size_t past(std::string_view source, std::string_view closing, std::size_t from) {
  const std::size_t found = source.find(closing, from);
  return found == std::string_view::npos ? source.size() : found + closing.size();
}

std::size_t skip_raw_string(std::string_view source, std::size_t quote) {
  const std::size_t open = source.find('(', quote);
  if (open == std::string_view::npos || open - quote > 17) return skip_quoted(source, quote);
  const std::string closing = ")" + std::string(source.substr(quote + 1, open - quote - 1)) + "\"";
  return past(source, closing, open);
}

// Java's text block (JLS 3.10.6).
std::size_t skip_text_block(std::string_view source, std::size_t at) {
  for (std::size_t i = at + kTextBlock.size(); i < source.size(); ++i) {
    if (source[i] == '\\') {
      ++i;
    } else if (source.substr(i).starts_with(kTextBlock)) {
      return i + kTextBlock.size();
    }
  }
  return source.size();
}

// Whether the quote at `at` separates the digits of a number: 1'000'000.
bool in_number(std::string_view source, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (is_word(source[begin - 1]) || source[begin - 1] == '\'')) --begin;
  return begin < at && std::isdigit(static_cast<unsigned char>(source[begin])) != 0;
}

std::size_t skip_literal(std::string_view source, std::size_t at, TextBlocks text_blocks) {
  const std::string_view rest = source.substr(at);
  if (text_blocks == TextBlocks::kSome && rest.starts_with(kTextBlock)) {
    return skip_text_block(source, at);
  }
  if (rest.starts_with("//")) return std::min(source.find('\n', at), source.size());
  if (rest.starts_with("/*")) return past(source, "*/", at + 2);
  if (rest[0] == '"') {
    const bool raw = at > 0 && source[at - 1] == 'R' && (at < 2 || !is_word(source[at - 2]));
    return raw ? skip_raw_string(source, at) : skip_quoted(source, at);
  }
  if (rest[0] == '`' || (rest[0] == '\'' && !in_number(source, at))) return skip_quoted(source, at);
  return at;
}

}  // namespace

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string blank_literals(std::string_view source, TextBlocks text_blocks) {
  std::string blanked(source);
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = skip_literal(source, at, text_blocks);
    for (std::size_t i = at; i < end; ++i) {
      if (blanked[i] != '\n') blanked[i] = ' ';
    }
    at = std::max(end, at + 1);
  }
  return blanked;
}

std::vector<std::size_t> find_word(std::string_view blanked, std::string_view word) {
  std::vector<std::size_t> found;
  for (std::size_t at = blanked.find(word); at != std::string_view::npos;
       at = blanked.find(word, at + word.size())) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word(blanked[at - 1]);
    if (begins && (end == blanked.size() || !is_word(blanked[end]))) found.push_back(at);
  }
  return found;
}

bool has_words(std::string_view blanked, const std::vector<std::string_view>& words) {
  for (const std::size_t start : find_word(blanked, words.front())) {
    std::string_view rest = blanked.substr(start + words.front().size());
    bool all = true;
    for (std::size_t i = 1; i < words.size() && all; ++i) {
      const std::size_t next = rest.find_first_not_of(" \t\r\n");
      rest.remove_prefix(std::min(next, rest.size()));
      all = rest.starts_with(words[i]) &&
            (rest.size() == words[i].size() || !is_word(words[i].back()) ||
             !is_word(rest[words[i].size()]));
      if (all) rest.remove_prefix(words[i].size());
    }
    if (all) return true;
  }
  return false;
}

}  // namespace algo::language
