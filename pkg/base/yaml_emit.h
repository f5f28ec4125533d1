#pragma once

#include "base/json.h"

#include <string>

namespace algo {

// One YAML document, block style, keys in the order of the value, sequences not indented below
// their key (as kubectl prints). Reading it back with any YAML 1.1 or 1.2 parser gives the same
// value: text of several lines becomes a literal block where that is exact, and every string that
// a parser could take for something else is quoted. Ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string to_yaml(const Json& value);

}  // namespace algo
