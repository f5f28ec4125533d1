#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <functional>
#include <memory>
#include <string>

namespace algo::sandbox {

// The trusted side of a connection to a helper. Waits for its Hello; throws Error(kInternal) when
// the helper says why it cannot work, says nothing for ten seconds, or breaks the protocol.
[[nodiscard]] std::unique_ptr<Sandbox> connect(Fd socket);

// Connects to a helper that listens at `path`, trying again until `timeout`: the other container
// may still be starting. `pause` waits between two tries, and may throw to give up. Throws
// Error(kInternal).
using Pause = std::function<void(Nanos)>;
[[nodiscard]] std::unique_ptr<Sandbox> connect(const std::string& path,
                                               Nanos timeout,
                                               const Pause& pause);

// Whether the helper behind a connection has gone, as far as is known now.
[[nodiscard]] bool hung_up(const Sandbox& box);

}  // namespace algo::sandbox
