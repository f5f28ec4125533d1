#pragma once

#include "base/json.h"

#include <string>
#include <vector>

namespace algo::test {

// All documents of a YAML text as JSON, read by yaml-cpp. Plain scalars are resolved as YAML 1.2
// does; one that YAML 1.1 takes for a boolean or null becomes "<ambiguous: WORD>".
[[nodiscard]] std::vector<Json> yaml_to_json(const std::string& yaml);

}  // namespace algo::test
