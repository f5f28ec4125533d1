#include "spec/names.h"

#include "base/text.h"

#include <algorithm>
#include <cstddef>

namespace algo::spec {

namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_alnum(char c) {
  return is_digit(c) || is_lower(c) || is_upper(c);
}

}  // namespace

bool is_problem_name(std::string_view name) {
  if (name.empty() || name.size() > 40 || name.front() == '-' || name.back() == '-') return false;
  return std::all_of(
      name.begin(), name.end(), [](char c) { return is_digit(c) || is_lower(c) || c == '-'; });
}

bool is_identifier(std::string_view name) {
  if (name.empty() || name.size() > 64 || is_digit(name.front()) || name.front() == '_') {
    return false;
  }
  return std::all_of(name.begin(), name.end(), [](char c) { return is_alnum(c) || c == '_'; });
}

bool is_case_name(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return is_alnum(c) || c == '.' || c == '_' || c == '-';
  });
}

bool is_relative_path(std::string_view path) {
  if (path.empty() || path.size() > 255) return false;
  if (!std::all_of(
          path.begin(), path.end(), [](char c) { return c > ' ' && c < 0x7F && c != '\\'; })) {
    return false;
  }
  std::size_t start = 0;
  while (start <= path.size()) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return false;
    start = end + 1;
  }
  return true;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f');
         });
}

}  // namespace algo::spec
