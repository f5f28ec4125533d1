#pragma once

#include "spec/document.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace algo::spec {

struct YamlBounds {
  std::size_t max_bytes = std::size_t{1} << 20U;  // large cases belong into files of their own
  std::size_t max_depth = 32;
  std::size_t max_values = 200'000;
};

// Parses hostile YAML (1.2, core schema) of one document into values with marks. Plain scalars are
// null, true, false, decimal numbers or text (`yes` is text), quoted ones always text. Refuses what
// would mean different things to different readers or could grow: anchors, aliases, merge keys,
// tags other than !!str, duplicate keys, keys that are no scalars, further documents, tabs in the
// indentation, octal and hexadecimal numbers, numbers beyond 64 bits or a finite double, control
// characters, ill-formed UTF-8, and anything past the bounds.
// Throws Error(kInput) "NAME:LINE:COLUMN: what; rule".
[[nodiscard]] Document read_yaml(std::string_view text,
                                 const std::string& name,
                                 const YamlBounds& bounds = {});

}  // namespace algo::spec
