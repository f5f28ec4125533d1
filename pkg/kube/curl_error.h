#pragma once

#include "kube/transport.h"

#include <string>

namespace algo::kube {

// libcurl's result of one exchange (a CURLcode) in our terms. `connect_code` is the proxy's answer
// to CONNECT, 0 for none; `words` is libcurl's error buffer.
[[nodiscard]] Ending curl_ending(int code, long connect_code, const std::string& words);

}  // namespace algo::kube
