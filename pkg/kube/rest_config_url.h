#pragma once

#include "kube/rest_config.h"

#include <string>
#include <string_view>
#include <vector>

namespace algo::kube {

struct ServerUrl {
  std::string server{};       // "https://host:port" or "http://host:port", as typed otherwise
  std::string path_prefix{};  // "/a/b", no slash at its end; "" for none
};

// Takes a server address apart. Query and fragment fall away; without a scheme it is http, as for
// kubectl. Throws Error(kInput) for anything else than http and https, for a user name in it, and
// for a host or port that cannot be.
[[nodiscard]] ServerUrl parse_server_url(const std::string& url);

// The escape that header names carry their keys in: every byte that may not stand in a header's
// name, and "%", becomes %XX.
[[nodiscard]] std::string escape_header_key(std::string_view key);

// Impersonate-User, -Uid, -Group and -Extra-KEY, in this order. Throws Error(kInput) for a value
// that would end the header.
[[nodiscard]] std::vector<Header> impersonation_headers(const User& user);

// --request-timeout: whole seconds or a duration; "" and "0" are none. Throws Error(kUsage).
[[nodiscard]] Nanos parse_request_timeout(const std::string& text);

}  // namespace algo::kube
