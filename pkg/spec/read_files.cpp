#include "spec/read_files.h"

#include "base/text.h"
#include "spec/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace algo::spec {

namespace {

constexpr std::size_t kMaxStatement = std::size_t{1} << 20U;

// Greedy matching that goes back to the last `*` only: linear in text × stars.
bool fits_pattern(std::string_view text, std::string_view pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::pair<std::string_view, std::string_view> split_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {"", path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

// Words that a solution's file name begins with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kExpected{{
    {"accepted", "AC"},
    {"wrong-answer", "WA"},
    {"time-limit", "TLE"},
    {"memory-limit", "MLE"},
    {"output-limit", "OLE"},
    {"run-time-error", "RTE"},
    {"compile-error", "CE"},
    {"idle", "ILE"},
    {"forbidden", "SEC"},
}};

std::optional<std::string> expected_verdict(std::string_view path) {
  const std::string_view name = split_folder(path).second;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == name.size()) return std::nullopt;
  const std::string_view stem = name.substr(0, dot);
  for (const auto& [word, verdict] : kExpected) {
    if (stem == word) return std::string(verdict);
    if (stem.starts_with(word) && stem[word.size()] == '-') return std::string(verdict);
  }
  return std::nullopt;
}

}  // namespace

std::string file_stem(std::string_view path) {
  const std::string_view name = split_folder(path).second;
  return std::string(name.substr(0, name.rfind('.')));
}

std::vector<std::string> find_files(const Cursor& at, const Source& source) {
  const std::string& pattern = at.text();
  const auto [folder, name] = split_folder(pattern);
  if (!is_relative_path(pattern) || folder.find('*') != std::string_view::npos) {
    at.fail("is no path inside the problem's folder",
            "such as cases/*.json; * stands in the last "
            "part only, and .. nowhere");
  }
  std::vector<std::string> found;
  for (const std::string& path : source.list()) {
    const auto [path_folder, path_name] = split_folder(path);
    if (path_folder == folder && fits_pattern(path_name, name)) found.push_back(path);
  }
  if (found.empty()) at.fail("fits no file", "a path relative to the problem's folder");
  for (const std::string& path : found) {
    if (!is_relative_path(path)) {
      at.fail_below(
          {}, "fits a file with an unusable name", "printable ASCII without spaces", path);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read_text(const Cursor& at,
                      const Source& source,
                      const std::string& path,
                      std::size_t max_bytes) {
  if (!is_relative_path(path)) {
    at.fail("is no path inside the problem's folder", "such as statement.md");
  }
  if (!source.exists(path)) at.fail("does not exist", "a file in the problem's folder");
  std::string text = source.read(path, max_bytes);
  if (const auto bad = find_invalid_utf8(text)) {
    at.fail_below({},
                  "names " + source.display(path) + ", which is not UTF-8",
                  "text is UTF-8",
                  "byte " + std::to_string(*bad + 1));
  }
  return text;
}

void read_statement(const Cursor& spec, const Source& source, Problem& problem) {
  const std::optional<Cursor> at = spec.find("statement");
  if (!at) return;
  problem.statement = read_text(*at, source, at->text(), kMaxStatement);
}

void read_solutions(const Cursor& spec, const Source& source, Problem& problem) {
  const std::optional<Cursor> list = spec.find("solutions");
  if (!list) return;
  for (std::size_t i = 0; i < list->list_size(); ++i) {
    const Cursor at = list->item(i);
    for (const std::string& path : find_files(at, source)) {
      const std::optional<std::string> verdict = expected_verdict(path);
      if (!verdict) {
        at.fail_below({},
                      "names the file " + path + " that states no verdict",
                      "a solution's name is VERDICT.EXTENSION or VERDICT-ANYTHING.EXTENSION with "
                      "accepted, wrong-answer, time-limit, memory-limit, output-limit, "
                      "run-time-error, compile-error, idle or forbidden",
                      "");
      }
      problem.solutions.push_back({path, *verdict});
    }
  }
}

}  // namespace algo::spec
