#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace algo::kube {

// The parts of "https://host:port" that decide where a connection goes.
struct Authority {
  std::string scheme{};  // "https" or "http"
  std::string host{};    // without brackets
  int port = 0;

  // "host:port", with brackets around an IPv6 address; the port is left out where it is the
  // scheme's own.
  [[nodiscard]] std::string host_header() const;
};

// nullopt for anything else than http(s)://host[:port], a path after it being ignored; also for
// credentials in it.
[[nodiscard]] std::optional<Authority> parse_authority(std::string_view url);

// RFC 3986 percent-encoding of everything that is not unreserved.
[[nodiscard]] std::string percent_encode(std::string_view text);

// "?a=b&c=d", or "" for none; pairs with an empty value are left out.
[[nodiscard]] std::string query_string(
    const std::vector<std::pair<std::string, std::string>>& pairs);

}  // namespace algo::kube
