#pragma once

#include "bundle/plan.h"
#include "spec/manifest.h"

#include <string>
#include <string_view>

namespace algo::bundle {

// An image with the judge and the compiled solution, built from the bundle's folder:
//   docker build -t two-sum two-sum.bundle
// The first stage takes the judge out of runner.yaml, checks it and compiles the solution; the
// second holds them in the folders where the Job has them, and bundle.json with the sources, by
// which the judge knows the image. The cases are in neither: a solution runs from this image.
[[nodiscard]] std::string dockerfile(const Plan& plan,
                                     const spec::Recipe& recipe,
                                     const Runner& runner,
                                     std::string_view runtime_image);

}  // namespace algo::bundle
