#include "language/java_source.h"

#include "language/scan.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace algo::language::java {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool is_identifier(char c) {
  return is_word(c) || c == '$';
}

bool declares_type(std::string_view word) {
  return word == "class" || word == "interface" || word == "enum" || word == "record";
}

class Reader {
 public:
  explicit Reader(const std::string& solution)
      : code_(blank_literals(solution, TextBlocks::kSome)),
        found_{.text = solution, .main_class = ""} {}

  Source read() {
    for (std::size_t at = 0; at < code_.size();) {
      if (is_identifier(code_[at])) {
        std::size_t end = at;
        while (end < code_.size() && is_identifier(code_[end])) ++end;
        word(at, end);
        at = end;
      } else {
        if (code_[at] == '{') ++depth_;
        if (code_[at] == '}') --depth_;
        ++at;
      }
    }
    return std::move(found_);
  }

 private:
  void word(std::size_t at, std::size_t end) {
    const std::string_view now = std::string_view(code_).substr(at, end - at);
    if (depth_ == 0) {
      if (now == "public") blank(at, end);
      if (now == "package" && before_.empty())
        blank(at, std::min(code_.find(';', at), code_.size() - 1) + 1);
      if (declares_type(before_)) type_ = now;
    } else if (depth_ == 1 && now == "main" && before_ == "void") {
      if (found_.main_class.empty() || type_ == "Main") found_.main_class = type_;
    }
    before_ = now;
  }

  void blank(std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      if (found_.text[at] != '\n') found_.text[at] = ' ';
    }
  }

  const std::string code_;
  Source found_;
  int depth_ = 0;  // of braces
  std::string_view before_;
  std::string_view type_;  // the outermost type that the reader is in
};

}  // namespace

Source as_unnamed_package(const std::string& solution) {
  const bool marked = solution.starts_with(kByteOrderMark);
  return Reader(marked ? solution.substr(kByteOrderMark.size()) : solution).read();
}

}  // namespace algo::language::java
