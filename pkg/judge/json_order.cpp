#include "judge/json_order.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace algo::judge {
namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;
constexpr double kTwoTo64 = 18446744073709551616.0;

template <typename Number>
int order_of(Number a, Number b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

// What cannot be rounded: the sign and the magnitude as a whole number.
struct Whole {
  bool negative;
  std::uint64_t magnitude;
};

Whole whole(const Json& integer) {
  if (integer.is_number_unsigned()) return {false, integer.get<std::uint64_t>()};
  const auto value = integer.get<std::int64_t>();
  const auto bits = static_cast<std::uint64_t>(value);
  return {value < 0, value < 0 ? 0U - bits : bits};
}

int order_wholes(Whole a, Whole b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  const int magnitudes = order_of(a.magnitude, b.magnitude);
  return a.negative ? -magnitudes : magnitudes;
}

// Splits the double into a whole part, which is compared without rounding, and the rest.
int order_mixed(Whole a, double b) {
  if (b >= kTwoTo64) return -1;
  if (b < -kTwoTo63) return 1;
  const double size = b < 0 ? -b : b;
  const auto magnitude = static_cast<std::uint64_t>(size);
  const double rest = size - static_cast<double>(magnitude);
  const int wholes = order_wholes(a, {b < 0 && magnitude > 0, magnitude});
  if (wholes != 0 || rest == 0) return wholes;
  return b < 0 ? 1 : -1;
}

int order_numbers(const Json& a, const Json& b) {
  if (a.is_number_float() && b.is_number_float()) {
    return order_of(a.get<double>(), b.get<double>());
  }
  if (a.is_number_float()) return -order_mixed(whole(b), a.get<double>());
  if (b.is_number_float()) return order_mixed(whole(a), b.get<double>());
  return order_wholes(whole(a), whole(b));
}

int order_arrays(const Json& a, const Json& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const int found = order(a[i], b[i]); found != 0) return found;
  }
  return 0;
}

using Member = Json::object_t::value_type;

std::vector<const Member*> by_key(const Json& object) {
  std::vector<const Member*> members;
  for (const Member& member : object.get_ref<const Json::object_t&>()) members.push_back(&member);
  std::sort(members.begin(), members.end(), [](const Member* a, const Member* b) {
    return a->first < b->first;
  });
  return members;
}

int order_objects(const Json& a, const Json& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  const std::vector<const Member*> left = by_key(a);
  const std::vector<const Member*> right = by_key(b);
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (const int keys = left[i]->first.compare(right[i]->first); keys != 0) return keys;
    if (const int found = order(left[i]->second, right[i]->second); found != 0) return found;
  }
  return 0;
}

int kind(const Json& value) {
  if (value.is_number()) return 2;
  if (value.is_null()) return 0;
  if (value.is_boolean()) return 1;
  return value.is_string() ? 3 : (value.is_array() ? 4 : 5);
}

}  // namespace

int order(const Json& a, const Json& b) {
  const int kinds = kind(a) - kind(b);
  if (kinds != 0) return kinds;
  switch (kind(a)) {
    case 0:
      return 0;
    case 1:
      return static_cast<int>(a.get<bool>()) - static_cast<int>(b.get<bool>());
    case 2:
      return order_numbers(a, b);
    case 3:
      return a.get_ref<const std::string&>().compare(b.get_ref<const std::string&>());
    case 4:
      return order_arrays(a, b);
    default:
      return order_objects(a, b);
  }
}

}  // namespace algo::judge
