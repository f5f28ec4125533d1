#pragma once

#include "base/json.h"

#include <string>

namespace algo::bundle {

// test-cases.json as text: one line per key of the whole and one per case, so that people can read
// it and a diff shows the case that changed.
[[nodiscard]] std::string cases_text(const Json& cases);

}  // namespace algo::bundle
