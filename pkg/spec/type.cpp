#include "spec/type.h"

#include <array>
#include <utility>

namespace algo::spec {

namespace {

constexpr int kMaxDepth = 4;

constexpr std::array<std::pair<std::string_view, Type::Base>, 9> kBases{{
    {"void", Type::Base::kVoid},
    {"integer", Type::Base::kInteger},
    {"long", Type::Base::kLong},
    {"double", Type::Base::kDouble},
    {"string", Type::Base::kString},
    {"boolean", Type::Base::kBoolean},
    {"character", Type::Base::kCharacter},
    {"ListNode", Type::Base::kListNode},
    {"TreeNode", Type::Base::kTreeNode},
}};

}  // namespace

std::optional<Type> parse_type(std::string_view word) {
  Type type;
  while (word.ends_with("[]")) {
    word.remove_suffix(2);
    if (++type.depth > kMaxDepth) return std::nullopt;
  }
  for (const auto& [name, base] : kBases) {
    if (name != word) continue;
    if (base == Type::Base::kVoid && type.depth > 0) return std::nullopt;
    type.base = base;
    return type;
  }
  return std::nullopt;
}

std::string type_name(const Type& type) {
  std::string text;
  for (const auto& [name, base] : kBases) {
    if (base == type.base) text = name;
  }
  for (int i = 0; i < type.depth; ++i) text += "[]";
  return text;
}

}  // namespace algo::spec
