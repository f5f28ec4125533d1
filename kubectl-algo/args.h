#pragma once

#include "op.h"

#include <string>
#include <vector>

namespace algo {

// What the person types to get here: "kubectl algo" when the program is called by a name that
// kubectl finds plugins by (kubectl-algo), else that name.
[[nodiscard]] std::string program_name(const std::string& argv0);

// argv without argv[0] -> what to do. Throws Error(kUsage) that says what was meant, probably.
[[nodiscard]] Invocation parse(const std::vector<std::string>& words, const std::string& program);

}  // namespace algo
