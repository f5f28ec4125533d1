#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace algo {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// Length of the well-formed sequence at `i` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const unsigned char lead = byte_at(text, i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || i + length > text.size()) return 0;
  unsigned char low = 0x80;
  unsigned char high = 0xbf;
  if (lead == 0xe0) low = 0xa0;   // overlong
  if (lead == 0xed) high = 0x9f;  // surrogates
  if (lead == 0xf0) low = 0x90;   // overlong
  if (lead == 0xf4) high = 0x8f;  // past U+10FFFF
  for (std::size_t k = 1; k < length; ++k) {
    const unsigned char byte = byte_at(text, i + k);
    if (byte < low || byte > high) return 0;
    low = 0x80;
    high = 0xbf;
  }
  return length;
}

// C0 and DEL, but not tab and newline; C1 controls are two bytes beginning with 0xc2.
bool is_control(std::string_view text, std::size_t i) {
  const unsigned char byte = byte_at(text, i);
  if (byte == '\n' || byte == '\t') return false;
  return byte < 0x20 || byte == 0x7f ||
         (byte == 0xc2 && i + 1 < text.size() && byte_at(text, i + 1) < 0xa0);
}

// Where the run of ASCII at `i` ends. Nearly all text is such a run, so it is looked at in words.
std::size_t ascii_end(std::string_view text, std::size_t i) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::uint64_t word = 0; i + sizeof word <= text.size(); i += sizeof word) {
    std::memcpy(&word, text.data() + i, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (i < text.size() && byte_at(text, i) < 0x80) ++i;
  return i;
}

// Optimal string alignment distance: insertions, deletions, substitutions and swapped neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

// The escape of the character at `i` of well-formed text if it turns the direction of the text
// around it (Unicode 15, section 23.2), which could make a line read as another one; else "". All
// of them take two or three bytes.
std::string direction_escape(std::string_view text, std::size_t i) {
  struct Range {
    unsigned first;
    unsigned last;
  };
  static constexpr std::array<Range, 4> kControls{
      {{0x061c, 0x061c}, {0x200e, 0x200f}, {0x202a, 0x202e}, {0x2066, 0x2069}}};
  const std::size_t length = sequence_length(text, i);
  if (length != 2 && length != 3) return "";
  unsigned code = static_cast<unsigned char>(text[i]) & (length == 2 ? 0x1fU : 0x0fU);
  for (std::size_t k = 1; k < length; ++k) {
    code = code << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3fU);
  }
  if (std::none_of(kControls.begin(), kControls.end(), [&](const Range& range) {
        return range.first <= code && code <= range.last;
      })) {
    return "";
  }
  std::string escape = "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) escape += kHexDigits[code >> shift & 0xfU];
  return escape;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = ascii_end(text, 0); i < text.size(); i = ascii_end(text, i)) {
    const std::size_t length = sequence_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::string to_valid_utf8(std::string_view bytes) {
  if (!find_invalid_utf8(bytes)) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    text += length == 0 ? kReplacement : bytes.substr(i, length);
    i += std::max<std::size_t>(length, 1);
  }
  return text;
}

std::string printable(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size(); ++i) {
    if (const std::string escape = direction_escape(valid, i); !escape.empty()) {
      out += escape;
      i += sequence_length(valid, i) - 1;
      continue;
    }
    if (!is_control(valid, i)) {
      out += valid[i];
      continue;
    }
    if (byte_at(valid, i) == 0xc2) ++i;
    out += {'\\', 'x', kHexDigits[byte_at(valid, i) >> 4U], kHexDigits[byte_at(valid, i) & 15U]};
  }
  return out;
}

std::string shorten(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  std::size_t end = max_bytes;
  while (end > 0 && (byte_at(text, end) & 0xc0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "… (" + std::to_string(text.size() - end) +
         " more bytes)";
}

std::vector<std::string> nearest(std::string_view word,
                                 const std::vector<std::string>& candidates,
                                 std::size_t most) {
  // A slip of the fingers: one edit in a short word, up to a third of a long one.
  const std::size_t tolerance =
      std::max<std::size_t>(1, std::min<std::size_t>(word.size(), 64) / 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word.substr(0, 64), candidate);
    const bool prefix = word.size() >= 3 && candidate.starts_with(word);
    if (distance <= tolerance || prefix) near.emplace_back(prefix ? 0 : distance, candidate);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (const auto& [distance, name] : near) {
    if (names.size() < most) names.push_back(name);
  }
  return names;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> words;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find(separator, start);
    words.emplace_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return words;
    start = end + 1;
  }
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += separator;
    text += words[i];
  }
  return text;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace algo
