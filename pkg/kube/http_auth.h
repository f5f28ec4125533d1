#pragma once

#include "kube/transport.h"

#include <memory>

namespace algo::kube {

// A transport whose requests carry what `credentials` gives. A 401 is answered by one more try, if
// and only if the refused credential could be replaced by another one; sinks do not see the first
// 401 then. An Error(kEnvironment) of the credentials is told to the sink as
// Failure::kCredentials; others are thrown. `credentials` must outlive the transport.
[[nodiscard]] std::unique_ptr<Transport> authorize(std::unique_ptr<Transport> transport,
                                                   Credentials& credentials);

// libcurl's transport with these credentials; without them for a plain http:// server, which no
// secret may be shown to.
[[nodiscard]] std::unique_ptr<Transport> connect(TransportSettings settings,
                                                 Credentials& credentials);

}  // namespace algo::kube
