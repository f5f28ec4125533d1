#pragma once

#include "base/json.h"

namespace algo::run {

// Servers drop fields that their feature gates switch off without a word, and admission may change
// what was sent. Throws Error(kRefused) that names every protection of the pod that `sent` has and
// `kept`, the Job as the server returned it, has not: security contexts, limits, the sidecars'
// restartPolicy, runtime class, user namespace, and that no API token is mounted.
void check_kept(const Json& sent, const Json& kept);

}  // namespace algo::run
