#include "kube/http_fields.h"

#include "kube/http_text.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxInOneHeader = 64;

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find_first_of(" \t"));
  text.remove_prefix(word.size());
  skip_spaces(text);
  return word;
}

// A quoted-string of RFC 7230; nullopt when there is none, or no end of it.
std::optional<std::string> take_quoted(std::string_view& text) {
  if (text.empty() || text.front() != '"') return std::nullopt;
  std::string out;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      skip_spaces(text);
      return out;
    }
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> parse_warnings(std::string_view value) {
  std::vector<std::string> texts;
  while (texts.size() < kMaxInOneHeader) {
    skip_spaces(value);
    const std::string_view code = take_word(value);
    (void)take_word(value);  // the agent
    const auto text = take_quoted(value);
    if (!text) break;
    if (code == "299") texts.push_back(*text);
    (void)take_quoted(value);  // the date
    if (value.empty() || value.front() != ',') break;
    value.remove_prefix(1);
  }
  return texts;
}

std::optional<Nanos> retry_after(const Head& head) {
  const std::string_view text = head.header("retry-after");
  std::int64_t seconds = 0;  // as wide as client-go's
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || seconds < 0) {
    return std::nullopt;
  }
  constexpr std::int64_t kMost =
      std::chrono::duration_cast<std::chrono::seconds>(kMaxRetryAfter).count();
  return std::chrono::seconds(std::min(seconds, kMost));
}

std::string media_type(const Head& head) {
  const std::string_view value = head.header("content-type");
  return ascii_lower(value.substr(0, value.find_first_of("; \t")));
}

}  // namespace algo::kube
