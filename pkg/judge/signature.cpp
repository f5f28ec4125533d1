#include "judge/signature.h"

#include "base/text.h"

#include <cctype>

namespace algo::judge {
namespace {

constexpr std::size_t kDeclarationBytes = 300;

struct Declaration {
  std::size_t line = 0;  // from 1; 0 = none found
  std::string text{};
};

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// npos when the word is not in it.
std::size_t find_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos;
       at = line.find(word, at + 1)) {
    const bool starts = at == 0 || !is_word(line[at - 1]);
    const std::size_t end = at + word.size();
    if (starts && (end == line.size() || !is_word(line[end]))) return at;
  }
  return std::string_view::npos;
}

bool is_comment(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return true;
  line.remove_prefix(start);
  return line.starts_with("//") || line.starts_with("#") || line.starts_with("/*") ||
         line.starts_with("*");
}

// The first line of code that names the function; declarations come before uses in practice. From
// what ends the code before it on this line, up to the brace or the final colon, where the body
// begins.
Declaration find_declaration(std::string_view solution, std::string_view name) {
  const std::vector<std::string> lines = split(solution, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    const std::size_t at = find_word(line, name);
    if (is_comment(line) || at == std::string_view::npos) continue;
    const std::size_t start = line.find_last_of(";{}", at) + 1;  // npos + 1 is 0
    std::string text = line.substr(start, line.find('{', at) - start);
    text.erase(0, text.find_first_not_of(" \t"));
    text.erase(text.find_last_not_of(" \t\r:") + 1);
    return {i + 1, shorten(text, kDeclarationBytes)};
  }
  return {};
}

}  // namespace

std::string explain_signature(const spec::Recipe& recipe,
                              const std::string& problem,
                              std::string_view solution,
                              std::string_view log) {
  bool marked = false;
  for (const std::string& mark : recipe.signature_marks) {
    marked = marked || log.find(mark) != std::string_view::npos;
  }
  if (!marked) return "";
  const Declaration found = find_declaration(solution, recipe.function_name);
  const std::string asked = problem + " asks for " + recipe.signature;
  if (found.line == 0) {
    return recipe.solution_file + ": no " + recipe.function_name + " in it, but " + asked;
  }
  return recipe.solution_file + ":" + std::to_string(found.line) + ": " + found.text + ", but " +
         asked;
}

}  // namespace algo::judge
