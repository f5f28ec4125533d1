#pragma once

#include <string>
#include <string_view>

namespace algo::kube {

// A name for a message: safe to show, and cut when it is endless. Never for secrets.
[[nodiscard]] std::string in_quotes(std::string_view name);

// The text without the white space around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// A label of DNS (RFC 1123), which names of namespaces are: at most 63 of a-z, 0-9 and, inside,
// "-".
[[nodiscard]] bool is_dns_label(std::string_view name);

// A copy that no terminal acts on: control and formatting characters other than tab and newline
// become their names, "U+001B".
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace algo::kube
