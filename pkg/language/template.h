#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace algo::language {

// What a template may say: words, and lists of scopes to repeat a part for. A word that a scope
// does not have is looked up in the scopes around it.
struct Scope {
  std::map<std::string, std::string> words{};
  std::map<std::string, std::vector<Scope>> lists{};
};

// Fills in a template:
//   @{word}          the word's text; anywhere in a line
//   //@each list     repeats the lines up to its //@end, once per scope of the list
//   //@if word       keeps the lines up to //@else or //@end when the word is there and not empty
// Directives stand on lines of their own, behind any comment leader, so that a template is still a
// well-formed source file of its language. Throws Error(kInternal) for an unknown word or list and
// for directives that do not match.
[[nodiscard]] std::string render(std::string_view text, const Scope& scope);

}  // namespace algo::language
