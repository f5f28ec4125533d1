#pragma once

#include "language/syntax.h"
#include "spec/manifest.h"
#include "spec/problem.h"

#include <map>
#include <string>
#include <vector>

namespace algo::language::javascript {

// What the row of the table needs; see Language.
[[nodiscard]] std::map<std::string, std::string> sources(const spec::Problem& problem,
                                                         const std::string& solution);
[[nodiscard]] std::string stub(const spec::Problem& problem);
[[nodiscard]] spec::Recipe recipe(const spec::Problem& problem);
[[nodiscard]] std::vector<std::vector<std::string>> warm_up();

// What TypeScript writes the same way.
[[nodiscard]] const Syntax& syntax();
[[nodiscard]] std::map<std::string, std::string> sources_of(const spec::Problem& problem,
                                                            const std::string& solution,
                                                            const Syntax& syntax,
                                                            const std::string& extension);

}  // namespace algo::language::javascript
