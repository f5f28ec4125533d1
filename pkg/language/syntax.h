#pragma once

#include "language/template.h"
#include "spec/problem.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace algo::language {

// What a language writes for each type: the base types in the order of spec::Type::Base, and an
// array, in which '@' stands for what the element is written as.
struct TypeWords {
  std::array<std::string_view, 9> base;
  std::string_view array;
};
[[nodiscard]] std::string spell(const TypeWords& words, const spec::Type& type);
// "two_sum" of "twoSum".
[[nodiscard]] std::string snake_case(std::string_view name);

// What becomes of a problem's camelCase names.
enum class Names { kAsGiven, kCapitalMethods, kSnakeCase };

// How a language spells the parts of a signature. '@' stands for the type, '$' for the name or
// number.
struct Syntax {
  TypeWords types;         // in a declaration
  TypeWords codecs;        // the driver's expression that reads and writes the type; may be empty
  TypeWords zeros;         // an empty value, for the stub
  std::string_view param;  // "$ @"
  std::string_view heavy_param;  // the same for arrays and strings
  std::string_view result;       // behind a function, with what sets it apart; void is types' own
  std::string_view argument;     // the driver's variable for argument number $; '%' = method
  std::string_view checked;      // how a scalar argument is written where its type is checked
  std::string_view solution_class;  // the class around a function; "" if none
  // One-line declarations for messages, as templates: of the function; of a class and its parts.
  std::string_view signature;
  std::string_view class_signature;  // @{members}: constructor and methods, behind "; "
  std::string_view constructor_signature;
  std::string_view method_signature;
  Names names;
  std::span<const std::string_view> keywords;
  // What this language says otherwise of one method (or function, or constructor) of the contract,
  // for a language whose parameters are not one for one the problem's; may be null.
  void (*adapt)(Scope& scope, const spec::Method& method, const spec::Function& function);
};

// Everything that the templates of a language say about a problem.
[[nodiscard]] Scope make_scope(const spec::Problem& problem, const Syntax& syntax);
// Sets `define_list` and `define_tree`: the node types that the problem uses and that the solution,
// says `defines`, does not bring along. The driver defines those.
void define_missing_nodes(Scope& scope, const std::function<bool(std::string_view type)>& defines);
// The declaration that the problem asks for, on one line, for a message; "" for stdio.
[[nodiscard]] std::string signature_line(const spec::Problem& problem, const Syntax& syntax);
// The name under which the solution declares it; "" for stdio.
[[nodiscard]] std::string declared_name(const spec::Problem& problem, const Syntax& syntax);
// A name of the problem as the language writes it: a word of the language gets an underscore.
[[nodiscard]] std::string safe_name(const Syntax& syntax, const std::string& name);

}  // namespace algo::language
