#pragma once

#include "base/json.h"

namespace algo::judge {

// A total order of JSON values without NaN: negative, 0 or positive. Values are equal when they
// mean the same: numbers by value without rounding (1 is 1.0; 9007199254740993 is not
// 9007199254740992.0), strings by bytes, objects whatever the order of their keys.
[[nodiscard]] int order(const Json& a, const Json& b);

}  // namespace algo::judge
