#pragma once

#include "base/clock.h"

#include <string>

namespace algo::judge {

// How long ago the kubelet made this pod's volumes, before it pulled images: the age of the folder
// of a projected volume, which is written once. Zero for what cannot be (no folder, another clock).
[[nodiscard]] Nanos pod_age(const std::string& volume, std::chrono::system_clock::time_point now);

}  // namespace algo::judge
