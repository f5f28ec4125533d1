#include "spec/check.h"
#include "spec/names.h"
#include "spec/read.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace algo::spec {

namespace {

using Base = Type::Base;

constexpr double kExactInteger = 9007199254740992;  // 2^53

bool is_integral(Base base) {
  return base == Base::kInteger || base == Base::kLong || base == Base::kListNode ||
         base == Base::kTreeNode;
}

// 1e5 is a natural way to write the bound of an integer.
void make_integral(Json& number) {
  if (!number.is_number_float()) return;
  const auto value = number.get<double>();
  if (std::trunc(value) != value || std::fabs(value) > kExactInteger) return;
  if (value < 0) {
    number = static_cast<std::int64_t>(value);
  } else {
    number = static_cast<std::uint64_t>(value);
  }
}

// A bound of a length: of an array, list, tree or string.
Json read_length(const Cursor& at) {
  make_integral(at.json());
  return at.whole_number(0, std::uint64_t{1} << 32U);
}

// A bound of a number of the type `base`.
Json read_number(const Cursor& at, Base base) {
  const Base scalar = base == Base::kListNode || base == Base::kTreeNode ? Base::kInteger : base;
  if (is_integral(scalar)) make_integral(at.json());
  if (const auto found = check_type(at.json(), {scalar, 0}, "")) {
    at.fail("does not fit the type", found->rule);
  }
  return at.json();
}

bool greater(const Json& a, const Json& b) {
  const auto integer = [](const Json& value) { return !value.is_number_float(); };
  if (integer(a) && integer(b)) return a.get<std::int64_t>() > b.get<std::int64_t>();
  return a.get<double>() > b.get<double>();
}

Bounds read_bounds(const Cursor& at, Base base, bool of_length) {
  Bounds bounds;
  const auto read = [&](const Cursor& bound) {
    return of_length ? read_length(bound) : read_number(bound, base);
  };
  const std::optional<Cursor> min = at.find("min");
  const std::optional<Cursor> max = at.find("max");
  const std::optional<Cursor>& any = min ? min : max;
  if (any && !of_length && (base == Base::kBoolean || base == Base::kCharacter)) {
    any->fail("has no meaning",
              "min and max bound numbers and lengths, not " + type_name({base, 0}) + " values");
  }
  if (min) bounds.min = read(*min);
  if (max) bounds.max = read(*max);
  if (max && bounds.min && bounds.max && greater(*bounds.min, *bounds.max)) {
    max->fail("is below min", "min is " + dump_json(*bounds.min));
  }
  return bounds;
}

bool has_length(const Type& type) {
  return type.depth > 0 || type.base == Base::kString || type.base == Base::kListNode ||
         type.base == Base::kTreeNode;
}

Bounds read_items(const Cursor& at, const Type& type) {
  if (type.depth == 0 && (type.base == Base::kString || !has_length(type))) {
    at.fail("has no meaning",
            "items bounds the elements of an array, list or tree, not a " + type_name(type));
  }
  at.allow_keys({"min", "max"});
  return read_bounds(at, type.base, type.base == Base::kString);
}

Json zero_value(const Type& type) {
  if (type.depth > 0) return Json::array();
  switch (type.base) {
    case Base::kString:
      return "";
    case Base::kBoolean:
      return false;
    case Base::kListNode:
    case Base::kTreeNode:
      return Json::array();
    case Base::kInteger:
    case Base::kLong:
    case Base::kDouble:
      return 0U;
    default:
      return nullptr;
  }
}

// `required` and `optional` say the same thing in opposite words; a default makes optional.
bool read_optional(const Cursor& at) {
  const std::optional<Cursor> required = at.find("required");
  const std::optional<Cursor> optional = at.find("optional");
  const std::optional<Cursor> fallback = at.find("default");
  if (required && optional && required->boolean() == optional->boolean()) {
    optional->fail("contradicts required", "leave one of them out");
  }
  bool is_optional = fallback.has_value();
  if (required) is_optional = !required->boolean();
  if (optional) is_optional = optional->boolean();
  if (fallback && !is_optional) {
    fallback->fail("is never used", "only an optional parameter has a default");
  }
  return is_optional;
}

void read_default(const Cursor& at, Param& param) {
  const std::optional<Cursor> given = at.find("default");
  param.default_value = given ? given->json() : zero_value(param.type);
  const auto found = check_value(*param.default_value, param);
  if (!found) return;
  if (given)
    given->fail_below(found->indices, "does not fit the parameter", found->rule, found->value);
  at.fail_below({},
                "needs a default",
                "without one an optional parameter becomes " + dump_json(*param.default_value) +
                    ", which breaks its own rule: " + found->rule,
                "");
}

Type read_param_type(const Cursor& at) {
  const std::optional<Type> type = parse_type(at.text());
  if (!type) {
    at.fail("is no type",
            "integer, long, double, string, boolean, character, ListNode or TreeNode, with up to "
            "four [] behind it");
  }
  if (type->base == Base::kVoid) at.fail("cannot be void", "a parameter has a value");
  return *type;
}

}  // namespace

Param read_param(const Cursor& at) {
  at.allow_keys({"name", "type", "required", "optional", "default", "min", "max", "items"});
  Param param;
  const Cursor name = at.require("name");
  param.name = name.text();
  if (!is_identifier(param.name)) {
    name.fail("is no identifier", "a letter, then letters, digits and _, at most 64");
  }
  const Cursor type = at.require("type");
  param.type = read_param_type(type);
  param.bounds = read_bounds(at, param.type.base, has_length(param.type));
  if (const auto items = at.find("items")) param.items = read_items(*items, param.type);
  param.optional = read_optional(at);
  if (param.optional) read_default(at, param);
  return param;
}

}  // namespace algo::spec
