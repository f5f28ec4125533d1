#include "base/yaml_emit.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace algo {
namespace {

// A parser looks at most 1024 characters ahead for the colon of a key (YAML 1.2.2, 7.4.2).
constexpr std::size_t kMaxSimpleKey = 1000;
constexpr std::array<std::string_view, 9> kReservedWords = {
    "null", "true", "false", "yes", "no", "on", "off", "y", "n"};
constexpr std::string_view kPlainPunctuation = "_./-@+=,()'";

void write_node(std::string& out, const Json& value, std::size_t indent);

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_printable_ascii(char c) {
  return c >= ' ' && c <= '~';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Words that YAML 1.1 or 1.2 takes for a boolean or null.
bool is_reserved_word(std::string_view text) {
  std::string word(text);
  std::ranges::transform(word, word.begin(), lower);
  return std::ranges::find(kReservedWords, word) != kReservedWords.end();
}

// Narrower than what YAML allows plain: whatever begins like a number, date or indicator is quoted,
// except quantities such as 128Mi.
bool is_plain(std::string_view text) {
  if (text.empty()) return false;
  if (is_digit(text.front())) {
    const char last = lower(text.back());
    return last > 'f' && last <= 'z' &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || is_letter(c); });
  }
  const bool flag = text.size() > 2 && text.starts_with("--") && is_letter(text[2]);
  if (!flag && !is_letter(text.front()) && text.front() != '/' && text.front() != '_') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool last = i + 1 == text.size();
    const bool separator = c == ' ' || c == ':';
    if (separator && (last || text[i + 1] == ' ')) return false;
    if (!separator && !is_digit(c) && !is_letter(c) &&
        kPlainPunctuation.find(c) == std::string_view::npos) {
      return false;
    }
  }
  return !is_reserved_word(text);
}

struct CodePoint {
  std::uint32_t value;
  std::size_t bytes;
};

// `text` is well-formed UTF-8.
CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80U) return {.value = lead, .bytes = 1};
  const std::size_t bytes = 2U + (lead >= 0xE0U ? 1U : 0U) + (lead >= 0xF0U ? 1U : 0U);
  std::uint32_t value = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) value = (value << 6U) | (byte(i) & 0x3FU);
  return {.value = value, .bytes = bytes};
}

// Not printable in YAML, or a line break or byte order mark to one of its versions.
bool needs_escape(std::uint32_t c) {
  return c < 0x20U || (c >= 0x7FU && c <= 0x9FU) || c == 0x2028U || c == 0x2029U || c == 0xFEFFU ||
         c == 0xFFFEU || c == 0xFFFFU;
}

void write_escaped(std::string& out, std::uint32_t c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += kHexDigits[(c >> shift) & 0xFU];
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    if (needs_escape(c.value)) {
      write_escaped(out, c.value);
    } else {
      if (c.value == '"' || c.value == '\\') out += '\\';
      out.append(text, i, c.bytes);
    }
    i += c.bytes;
  }
  return out + '"';
}

// A literal block keeps such text exactly. Text that begins with white space would need an
// indentation indicator, which parsers disagree about below a sequence.
bool is_literal(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return false;
  if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n') return false;
  for (std::size_t i = 0; i < text.size();) {
    if (is_printable_ascii(text[i]) || text[i] == '\n' || text[i] == '\t') {
      ++i;
      continue;
    }
    const CodePoint c = code_point(text, i);
    if (needs_escape(c.value)) return false;
    i += c.bytes;
  }
  return true;
}

void write_literal(std::string& out, std::string_view text, std::size_t indent) {
  const std::string margin(indent, ' ');
  const bool ends_line = text.ends_with('\n');
  const char* const keep = text.ends_with("\n\n") ? "|+\n" : "|\n";
  out += ends_line ? keep : "|-\n";
  if (ends_line) text.remove_suffix(1);
  out.reserve(out.size() + text.size());
  // Not split into copies: a line of cases may be a hundred kilobytes.
  for (bool more = true; more;) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) out.append(margin).append(line);
    out += '\n';
    more = end != std::string_view::npos;
    if (more) text.remove_prefix(end + 1);
  }
}

// Everything that stands behind "key: " or "- ", with its newline.
void write_scalar(std::string& out, const Json& value, std::size_t indent) {
  if (!value.is_string()) {
    out += dump_json(value) + '\n';  // also {} and []
    return;
  }
  const auto& given = value.get_ref<const std::string&>();
  const std::string mended = find_invalid_utf8(given) ? to_valid_utf8(given) : "";
  const std::string& text = mended.empty() ? given : mended;
  if (is_literal(text)) {
    write_literal(out, text, indent + 2);
  } else {
    out += (is_plain(text) ? text : in_quotes(text)) + '\n';
  }
}

void write_key(std::string& out, const std::string& key) {
  const std::string text = to_valid_utf8(key);
  const std::string written = is_plain(text) ? text : in_quotes(text);
  if (written.size() <= kMaxSimpleKey) {
    out += written + ':';
  } else {
    out += "? " + written + '\n';
  }
}

void write_mapping(std::string& out, const Json& mapping, std::size_t indent) {
  const std::string margin(indent, ' ');
  bool first = true;
  for (const auto& [key, value] : mapping.items()) {
    if (!first) out += margin;
    first = false;
    write_key(out, key);
    if (out.back() == '\n') out += margin + ':';
    if (!value.is_structured() || value.empty()) {
      out += ' ';
      write_scalar(out, value, indent);
      continue;
    }
    const std::size_t inner = value.is_object() ? indent + 2 : indent;
    out += '\n' + std::string(inner, ' ');
    write_node(out, value, inner);
  }
}

void write_sequence(std::string& out, const Json& sequence, std::size_t indent) {
  const std::string margin(indent, ' ');
  bool first = true;
  for (const Json& item : sequence) {
    if (!first) out += margin;
    first = false;
    out += "- ";
    if (item.is_structured() && !item.empty()) {
      write_node(out, item, indent + 2);
    } else {
      write_scalar(out, item, indent);
    }
  }
}

// The cursor stands at column `indent`.
void write_node(std::string& out, const Json& value, std::size_t indent) {
  if (!value.is_structured() || value.empty()) {
    write_scalar(out, value, indent);
  } else if (value.is_object()) {
    write_mapping(out, value, indent);
  } else {
    write_sequence(out, value, indent);
  }
}

}  // namespace

std::string to_yaml(const Json& value) {
  std::string out;
  write_node(out, value, 0);
  return out;
}

}  // namespace algo
