#pragma once

#include "base/clock.h"
#include "kube/transport.h"

#include <functional>
#include <memory>
#include <string>

namespace algo::kube {

// kubectl's levels of -v: 6 shows every request with its status and time, 8 also the bodies, cut to
// 1 KiB, 9 cut to 10 KiB.
inline constexpr int kShowRequests = 6;
inline constexpr int kShowBodies = 8;
inline constexpr int kShowLongBodies = 9;

// The same transport, which says what it sends and gets. Stands in front of whatever adds
// credentials, so that it never sees one; headers are not shown at any level. `say` gets one line
// (no LF), printable.
[[nodiscard]] std::unique_ptr<Transport> log_requests(
    std::unique_ptr<Transport> transport,
    const Clock& clock,
    int level,
    std::string server,  // stands before every target
    std::function<void(const std::string&)> say);

}  // namespace algo::kube
