#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <memory>
#include <string>

namespace algo::sandbox {

// The trusted side of a connection to a helper. Waits for its Hello; throws Error(kInternal) when
// the helper says why it cannot work, says nothing for ten seconds, or breaks the protocol.
[[nodiscard]] std::unique_ptr<Sandbox> connect(Fd socket);

// Connects to a helper that listens at `path`, trying again until `timeout`: the other container
// may still be starting. Throws Error(kInternal).
[[nodiscard]] std::unique_ptr<Sandbox> connect(const std::string& path, Nanos timeout);

}  // namespace algo::sandbox
