#pragma once

#include "base/clock.h"
#include "kube/transport.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::kube {

// The texts of the warnings with code 299 in one Warning header (RFC 7234 section 5.5), which may
// hold several. What cannot be read is left out.
[[nodiscard]] std::vector<std::string> parse_warnings(std::string_view value);

// No server's word is waited on for longer.
inline constexpr Nanos kMaxRetryAfter = std::chrono::minutes(10);

// Retry-After in whole seconds, at most kMaxRetryAfter; a date is not understood, as in client-go.
[[nodiscard]] std::optional<Nanos> retry_after(const Head& head);

// "text/html; charset=utf-8" -> "text/html", in lower case.
[[nodiscard]] std::string media_type(const Head& head);

}  // namespace algo::kube
