#pragma once

#include "run/options.h"

#include <vector>

namespace algo::run {

// Makes the pod run from `image`, which was built from the bundle's Dockerfile: the judge and the
// compiled solution are in it. There is no build any more, and no ConfigMap but those of the cases,
// which the judge alone mounts, as ever. The judge checks that the image was made of this bundle.
void use_bundle_image(Json& pod, std::vector<Json>& config_maps, const std::string& image);

}  // namespace algo::run
