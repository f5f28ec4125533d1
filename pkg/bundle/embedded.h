#pragma once

#include "bundle/bundle.h"

#include <string_view>

namespace algo::bundle {

// The judge inside this program, as runner.yaml for a pod …
[[nodiscard]] const Runner& embedded_runner();
// … and as the static executable itself, for judging on this machine.
[[nodiscard]] std::string_view embedded_judge();

}  // namespace algo::bundle
