#pragma once

#include "base/json.h"

#include <optional>
#include <string_view>

namespace algo::spec {

// The value of a plain scalar in the core schema of YAML 1.2 (section 10.3.2), or nullopt for a
// number whose meaning depends on the reader or that fits no 64-bit integer and no finite double.
[[nodiscard]] std::optional<Json> plain_scalar(std::string_view text);

}  // namespace algo::spec
