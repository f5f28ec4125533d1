#include "language/go_source.h"

#include "language/scan.h"

#include <cctype>
#include <string_view>

namespace algo::language::go {
namespace {

constexpr std::string_view kPackages[] = {  // NOLINT(modernize-avoid-c-arrays)
    "bufio",
    "bytes",
    "cmp",
    "container/heap",
    "container/list",
    "container/ring",
    "encoding/json",
    "errors",
    "fmt",
    "io",
    "iter",
    "maps",
    "math",
    "math/big",
    "math/bits",
    "math/cmplx",
    "math/rand",
    "os",
    "reflect",
    "regexp",
    "slices",
    "sort",
    "strconv",
    "strings",
    "sync",
    "sync/atomic",
    "time",
    "unicode",
    "unicode/utf8"};

// Whether every mention of the name is `name.Exported`: a variable of the same name would also
// stand alone somewhere.
bool names_a_package(std::string_view code, std::string_view name) {
  bool mentioned = false;
  for (const std::size_t at : find_word(code, name)) {
    const std::size_t dot = at + name.size();
    if (at > 0 && code[at - 1] == '.') continue;  // a field or method
    if (dot + 1 >= code.size() || code[dot] != '.' ||
        std::isupper(static_cast<unsigned char>(code[dot + 1])) == 0) {
      return false;
    }
    mentioned = true;
  }
  return mentioned;
}

std::string missing_imports(std::string_view code) {
  std::string imports;
  for (const std::string_view path : kPackages) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (names_a_package(code, name)) imports += "import \"" + std::string(path) + "\"; ";
  }
  return imports;
}

// Offset of the first token of blanked code.
std::size_t first_token(std::string_view code) {
  const std::size_t at = code.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? code.size() : at;
}

}  // namespace

std::span<const std::string_view> common_packages() {
  return kPackages;
}

std::string complete_source(const std::string& solution) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";  // only allowed at the very start
  const std::string text =
      solution.starts_with(byte_order_mark) ? solution.substr(byte_order_mark.size()) : solution;
  const std::string code = blank_literals(text);
  const std::size_t start = first_token(code);
  if (find_word(std::string_view(code).substr(start, 8), "package") ==
      std::vector<std::size_t>{0}) {
    return solution;
  }
  const bool imports = !find_word(code, "import").empty();
  return "package main; " + (imports ? "" : missing_imports(code)) + text;
}

}  // namespace algo::language::go
