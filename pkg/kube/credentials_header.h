#pragma once

#include <string>

namespace algo::kube {

// The value of the header Authorization. `from` says in the message where the token comes from.
// Throws Error(kEnvironment), without the token, when a header cannot carry it.
[[nodiscard]] std::string bearer_header(const std::string& token, const std::string& from);
[[nodiscard]] std::string basic_header(const std::string& username, const std::string& password);

}  // namespace algo::kube
