#include "spec/check.h"

#include "spec/document.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace algo::spec {

namespace {

using Base = Type::Base;

bool fits(const Json& value, std::int64_t least, std::int64_t most) {
  if (const auto* number = value.get_ptr<const std::uint64_t*>()) {
    return *number <= static_cast<std::uint64_t>(most);
  }
  const auto* number = value.get_ptr<const std::int64_t*>();
  return number != nullptr && *number >= least && *number <= most;
}

bool fits_integer(const Json& value) {
  return fits(
      value, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max());
}

bool fits_long(const Json& value) {
  return fits(
      value, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
}

bool is_ascii_character(const Json& value) {
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  return text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80;
}

// Both are numbers; integers are compared exactly.
bool less(const Json& a, const Json& b) {
  if (!fits_long(a) || !fits_long(b)) return a.get<double>() < b.get<double>();
  return *a.get_ptr<const std::int64_t*>() < *b.get_ptr<const std::int64_t*>();
}

std::uint64_t code_points(const std::string& text) {
  return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

const char* base_rule(Base base) {
  switch (base) {
    case Base::kVoid:
      return "void: null";
    case Base::kInteger:
      return "integer: a whole number from -2147483648 to 2147483647";
    case Base::kLong:
      return "long: a whole number from -9223372036854775808 to 9223372036854775807";
    case Base::kDouble:
      return "double: a finite number";
    case Base::kString:
      return "string: text in quotes";
    case Base::kBoolean:
      return "boolean: true or false";
    case Base::kCharacter:
      return "character: text of one ASCII character";
    case Base::kListNode:
      return "ListNode: an array of integers";
    case Base::kTreeNode:
      return "TreeNode: an array of integers in level order, null for an absent child, the "
             "children "
             "of null left out, no null at the end";
  }
  return "";
}

bool fits_scalar(const Json& value, Base base) {
  switch (base) {
    case Base::kInteger:
      return fits_integer(value);
    case Base::kLong:
      return fits_long(value);
    case Base::kDouble:
      return value.is_number() && std::isfinite(value.get<double>());
    case Base::kString:
      return value.is_string();
    case Base::kBoolean:
      return value.is_boolean();
    case Base::kCharacter:
      return is_ascii_character(value);
    default:
      return value.is_null();
  }
}

// Checks one value recursively; remembers the way down, so that only a violation costs text.
class Checker {
 public:
  Checker(const std::string& name, const Bounds& bounds, const Bounds& items)
      : name_(name), bounds_(bounds), items_(items) {}

  bool check(const Json& value, const Type& type, bool outermost) {
    const Bounds& bounds = outermost ? bounds_ : items_;
    if (type.depth > 0) return check_array(value, type, outermost);
    switch (type.base) {
      case Base::kListNode:
        return check_list(value, outermost);
      case Base::kTreeNode:
        return check_tree(value, outermost);
      default:
        break;
    }
    if (!fits_scalar(value, type.base)) return fail(value, base_rule(type.base));
    if (type.base == Base::kString) {
      return check_length(value, code_points(value.get_ref<const std::string&>()), bounds);
    }
    return !value.is_number() || check_number(value, bounds);
  }

  [[nodiscard]] Violation take() { return std::move(violation_); }

 private:
  bool check_array(const Json& value, const Type& type, bool outermost) {
    if (!value.is_array()) return fail(value, type_name(type) + ": an array");
    if (outermost && !check_length(value, value.size(), bounds_)) return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
      indices_.push_back(i);
      if (!check(value[i], type.element(), false)) return false;
      indices_.pop_back();
    }
    return true;
  }

  bool check_list(const Json& value, bool outermost) {
    if (!value.is_array()) return fail(value, base_rule(Base::kListNode));
    if (outermost && !check_length(value, value.size(), bounds_)) return false;
    return check_nodes(value, Base::kListNode);
  }

  bool check_tree(const Json& value, bool outermost) {
    if (!value.is_array()) return fail(value, base_rule(Base::kTreeNode));
    std::size_t slots = 1;  // places for a node that the nodes so far offer
    std::size_t nodes = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool last = i + 1 == value.size();
      if (slots == 0 || (value[i].is_null() && last)) {
        indices_.push_back(i);
        return fail(value[i], base_rule(Base::kTreeNode));
      }
      --slots;
      if (value[i].is_null()) continue;
      slots += 2;
      ++nodes;
    }
    if (outermost && !check_length(value, nodes, bounds_)) return false;
    return check_nodes(value, Base::kTreeNode);
  }

  bool check_nodes(const Json& value, Base base) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (base == Base::kTreeNode && value[i].is_null()) continue;
      indices_.push_back(i);
      if (!fits_integer(value[i])) return fail(value[i], base_rule(base));
      if (!check_number(value[i], items_)) return false;
      indices_.pop_back();
    }
    return true;
  }

  bool check_number(const Json& value, const Bounds& bounds) {
    if (bounds.min && less(value, *bounds.min)) {
      return fail(value, "min " + dump_json(*bounds.min));
    }
    if (bounds.max && less(*bounds.max, value)) {
      return fail(value, "max " + dump_json(*bounds.max));
    }
    return true;
  }

  bool check_length(const Json& value, std::uint64_t length, const Bounds& bounds) {
    const std::string has = ", but it has " + std::to_string(length);
    if (bounds.min && length < bounds.min->get<std::uint64_t>()) {
      return fail(value, "length at least " + dump_json(*bounds.min) + has);
    }
    if (bounds.max && length > bounds.max->get<std::uint64_t>()) {
      return fail(value, "length at most " + dump_json(*bounds.max) + has);
    }
    return true;
  }

  bool fail(const Json& value, std::string rule) {
    violation_.where = name_;
    for (const std::size_t index : indices_) {
      violation_.where += "[" + std::to_string(index) + "]";
    }
    violation_.rule = std::move(rule);
    violation_.value = shown(value);
    violation_.indices = indices_;
    return false;
  }

  const std::string& name_;
  const Bounds& bounds_;
  const Bounds& items_;
  std::vector<std::size_t> indices_;
  Violation violation_;
};

}  // namespace

std::optional<Violation> check_value(const Json& value, const Param& param) {
  Checker checker(param.name, param.bounds, param.items);
  if (checker.check(value, param.type, true)) return std::nullopt;
  return checker.take();
}

std::optional<Violation> check_type(const Json& value, const Type& type, const std::string& name) {
  const Bounds none;
  Checker checker(name, none, none);
  if (checker.check(value, type, true)) return std::nullopt;
  return checker.take();
}

}  // namespace algo::spec
