#pragma once

#include "kube/http_url.h"
#include "kube/transport.h"

#include <string>

namespace algo::kube {

// The proxy for the settings' server, as libcurl wants it, or "" for none. A proxy of the
// kubeconfig always holds; one of the environment gives way to NO_PROXY and never stands before
// this machine itself, as in Go (golang.org/x/net/http/httpproxy). The proxy resolves names, also
// a "socks5" one.
// Throws Error(kInput) for a proxy that is none.
[[nodiscard]] std::string choose_proxy(const TransportSettings& settings, const Authority& server);

// Whether a NO_PROXY list names the server: "*", "host", ".domain", "*.domain", an address, a
// network "10.0.0.0/8"; each but the networks possibly with ":port".
[[nodiscard]] bool no_proxy_matches(std::string_view list, const Authority& server);

}  // namespace algo::kube
