#pragma once

#include "base/json.h"

#include <string>
#include <vector>

namespace algo::test {

// What is wrong with the value by the JSON Schema, one line each: "/cases/0/name: is missing".
// Knows the part of draft 2020-12 that our schemas use: type, const, enum, required, properties,
// additionalProperties, items, minimum, maximum and $ref below "#/$defs/". Any other keyword throws
// std::logic_error, lest it be taken for kept.
[[nodiscard]] std::vector<std::string> schema_faults(const Json& value, const Json& schema);

}  // namespace algo::test
