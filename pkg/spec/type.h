#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace algo::spec {

// The type of a parameter, element or answer: a base type with `depth` pairs of brackets behind it
// ("integer[][]" is {kInteger, 2}).
struct Type {
  enum class Base {
    kVoid,
    kInteger,  // signed 32 bit, as every practice site means it
    kLong,     // signed 64 bit
    kDouble,   // IEEE 754 binary64, finite
    kString,   // UTF-8
    kBoolean,
    kCharacter,  // one ASCII character, so that it means the same in every language
    kListNode,   // singly linked list of integer; JSON: array
    kTreeNode,   // binary tree of integer; JSON: level order with null, trailing nulls left out
  };
  Base base = Base::kVoid;
  int depth = 0;

  [[nodiscard]] Type element() const { return {base, depth - 1}; }  // of an array type
  friend bool operator==(const Type&, const Type&) = default;
};

// "integer[]" -> Type; nullopt for a word that is no type, for void[] and for more than 4
// dimensions.
[[nodiscard]] std::optional<Type> parse_type(std::string_view word);
[[nodiscard]] std::string type_name(const Type& type);

}  // namespace algo::spec
