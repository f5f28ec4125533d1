#pragma once

#include "language/template.h"
#include "spec/problem.h"

#include <array>
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
  bool capital_methods;  // methods are named Get, not get
  std::span<const std::string_view> keywords;
};

// Everything that the templates of a language say about a problem.
[[nodiscard]] Scope make_scope(const spec::Problem& problem, const Syntax& syntax);
// The declaration that the problem asks for, on one line, for a message; "" for stdio.
[[nodiscard]] std::string signature_line(const spec::Problem& problem, const Syntax& syntax);
// The name under which the solution declares it; "" for stdio.
[[nodiscard]] std::string declared_name(const spec::Problem& problem, const Syntax& syntax);

}  // namespace algo::language
