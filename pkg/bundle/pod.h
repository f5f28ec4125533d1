#pragma once

#include "base/json.h"
#include "bundle/plan.h"

namespace algo::bundle {

// core/v1 PodSpec: two native sidecars (build, sandbox) and the judge. `input` and `sources` are
// the projected volumes of those names.
//
// Who sees what: the build has the sources and its output folder; the sandbox has that output,
// read-only, and nothing else; the judge has the cases and /output. Each sidecar shares a
// memory-backed folder with the judge for their socket, and no folder with the other but the
// build's output. An emptyDir is open to every uid, so that no common group is needed.
[[nodiscard]] Json pod_spec(const Plan& plan, const Json& input, const Json& sources);

}  // namespace algo::bundle
