#include "base/parallel.h"
#include "spec/read.h"
#include "spec/read_files.h"

#include <atomic>
#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
    const std::vector<std::string> paths = find_files(pattern, source_);
    std::vector<Opened> opened(paths.size());
    parallel_for(paths.size(), [&](std::size_t i) {
      try {
        opened[i].document = function ? json_of(pattern, paths[i]) : texts_of(pattern, paths[i]);
      } catch (...) {
        opened[i].failure = std::current_exception();
      }
    });
    for (std::size_t i = 0; i < paths.size(); ++i) {
      // The first thing that is wrong is told, whichever was found first.
      if (opened[i].failure) std::rethrow_exception(opened[i].failure);
      take(std::exchange(opened[i].document, {}), file_stem(paths[i]));
    }
  }

 private:
  struct Opened {
    Document document{};
    std::exception_ptr failure{};
  };

  // Several of these run at a time.
  std::string bytes_of(const Cursor& pattern, const std::string& path) {
    std::string bytes = read_text(pattern, source_, path, kMaxCaseFile);
    total_ += bytes.size();
    if (total_ > kMaxAllFiles) {
      pattern.fail("is too large", "all case files together hold at most 256 MiB");
    }
    return bytes;
  }

  Document json_of(const Cursor& pattern, const std::string& path) {
    const std::string name = source_.display(path);
    return {name, parse_json(bytes_of(pattern, path), name), std::nullopt};
  }

  Document texts_of(const Cursor& pattern, const std::string& path) {
    const std::string answer =
        path.substr(0, path.size() - std::string_view(".in").size()) + ".ans";
    if (!source_.exists(answer)) {
      pattern.fail_below({}, "names " + path + " without " + answer, "every .in has its .ans", "");
    }
    Json value = Json::object();
    value["name"] = file_stem(path);
    value["input"] = bytes_of(pattern, path);
    value["output"] = bytes_of(pattern, answer);
    return {source_.display(path), std::move(value), std::nullopt};
  }

  void take(Document document, const std::string& stem) {
    const Cursor root(document);
    if (root.json().is_array()) {
      read_case_list(root, names_, problem_, stem);
    } else {
      add_case(root, names_, problem_, read_case(root, problem_, stem));
    }
  }

  const Source& source_;
  Problem& problem_;
  CaseNames& names_;
  std::atomic<std::size_t> total_{0};
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
