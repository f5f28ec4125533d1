#include "judge/brief.h"

#include "base/text.h"

#include <algorithm>

namespace algo::judge {
namespace {

constexpr std::size_t kLeastBytes = 24;  // of an element, however deep

std::string quoted(const std::string& text, std::size_t max_bytes) {
  const std::size_t limit = std::max(max_bytes, kLeastBytes);
  if (text.size() <= limit) return dump_json(text);
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  std::string start = dump_json(text.substr(0, end));
  start.pop_back();
  return start + "…\" (" + std::to_string(text.size()) + " bytes)";
}

}  // namespace

std::string brief(const Json& value, std::size_t max_bytes, std::size_t show) {
  if (value.is_string()) return quoted(value.get_ref<const std::string&>(), max_bytes);
  if (!value.is_array()) return shorten(dump_json(value), std::max(max_bytes, kLeastBytes));
  const std::size_t inner = std::max(max_bytes / 2, kLeastBytes);
  return "[" +
         brief_list(
             value.size(), max_bytes, show, [&](std::size_t i) { return brief(value[i], inner); }) +
         "]";
}

}  // namespace algo::judge
