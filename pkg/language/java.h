#pragma once

#include "spec/manifest.h"
#include "spec/problem.h"

#include <map>
#include <string>
#include <vector>

namespace algo::language::java {

// What the row of the table needs; see Language.
[[nodiscard]] std::map<std::string, std::string> sources(const spec::Problem& problem,
                                                         const std::string& solution);
[[nodiscard]] std::string stub(const spec::Problem& problem);
[[nodiscard]] spec::Recipe recipe(const spec::Problem& problem);
[[nodiscard]] std::vector<std::vector<std::string>> warm_up();

}  // namespace algo::language::java
