#pragma once

#include "kube/transport.h"

#include <memory>

namespace algo::kube {

// The transport of the real world: libcurl's multi interface. HTTP/2 where the server offers it,
// connections kept and shared, no redirect followed, TLS 1.2 at least, all TLS material in memory.
// Throws Error(kInput) for a server or proxy that is no URL.
[[nodiscard]] std::unique_ptr<Transport> make_curl_transport(TransportSettings settings);

}  // namespace algo::kube
