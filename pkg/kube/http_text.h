#pragma once

#include "base/json.h"

#include <string>
#include <string_view>

namespace algo::kube {

// Letters of ASCII only: what HTTP and DNS compare without case.
[[nodiscard]] std::string ascii_lower(std::string_view text);

// The text under a key of a JSON object; "" when there is none or it is no text.
[[nodiscard]] std::string text_at(const Json& object, const char* key);

}  // namespace algo::kube
