#include "spec/read.h"
#include "spec/read_files.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace algo::spec {

namespace {

constexpr std::size_t kMaxCaseFile = std::size_t{64} << 20U;
constexpr std::size_t kMaxAllFiles = std::size_t{256} << 20U;

// Files that a problem's cases come from, all together bounded.
class CaseFiles {
 public:
  CaseFiles(const Source& source, Problem& problem, CaseNames& names)
      : source_(source), problem_(problem), names_(names) {}

  void read(const Cursor& pattern) {
    const bool function = problem_.contract == Contract::kFunction;
    const std::string& text = pattern.text();
    if (!text.ends_with(function ? ".json" : ".in")) {
      pattern.fail("does not fit the contract",
                   function ? "function: cases/*.json" : "stdio: cases/*.in, each with its .ans");
    }
    for (const std::string& path : find_files(pattern, source_)) {
      if (function) {
        read_json(path, pattern);
      } else {
        read_texts(path, pattern);
      }
    }
  }

 private:
  std::string bytes_of(const Cursor& pattern, const std::string& path) {
    std::string bytes = read_text(pattern, source_, path, kMaxCaseFile);
    total_ += bytes.size();
    if (total_ > kMaxAllFiles) {
      pattern.fail("is too large", "all case files together hold at most 256 MiB");
    }
    return bytes;
  }

  void read_json(const std::string& path, const Cursor& pattern) {
    const std::string name = source_.display(path);
    Document document{name, parse_json(bytes_of(pattern, path), name), std::nullopt};
    const Cursor root(document);
    if (root.json().is_array()) {
      read_case_list(root, names_, problem_, file_stem(path));
    } else {
      add_case(root, names_, problem_, read_case(root, problem_, file_stem(path)));
    }
  }

  void read_texts(const std::string& path, const Cursor& pattern) {
    const std::string stem = file_stem(path);
    const std::string answer =
        path.substr(0, path.size() - std::string_view(".in").size()) + ".ans";
    if (!source_.exists(answer)) {
      pattern.fail_below({}, "names " + path + " without " + answer, "every .in has its .ans", "");
    }
    Json value = Json::object();
    value["name"] = stem;
    value["input"] = bytes_of(pattern, path);
    value["output"] = bytes_of(pattern, answer);
    Document document{source_.display(path), std::move(value), std::nullopt};
    const Cursor root(document);
    add_case(root, names_, problem_, read_case(root, problem_, ""));
  }

  const Source& source_;
  Problem& problem_;
  CaseNames& names_;
  std::size_t total_ = 0;
};

}  // namespace

void read_cases(const Cursor& spec, const Source& source, Problem& problem) {
  CaseNames names;
  const std::optional<Cursor> inline_cases = spec.find("cases");
  if (inline_cases) read_case_list(*inline_cases, names, problem, "");
  if (const std::optional<Cursor> from = spec.find("casesFrom")) {
    CaseFiles files(source, problem, names);
    for (std::size_t i = 0; i < from->list_size(); ++i) {
      const Cursor pattern = from->item(i);
      files.read(pattern);
    }
  }
  if (problem.cases.empty()) {
    spec.fail_below({}, "has no cases", "cases or casesFrom gives at least one", "");
  }
}

}  // namespace algo::spec
