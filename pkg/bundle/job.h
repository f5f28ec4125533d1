#pragma once

#include "bundle/config_maps.h"
#include "bundle/plan.h"

#include <string>
#include <vector>

namespace algo::bundle {

inline constexpr const char* kDigestAnnotation = "algorithm/bundle-digest";

// What the pod is given: `input` for the judge, `sources` for the build.
struct PodFiles {
  std::vector<PodFile> input{};
  std::vector<PodFile> sources{};
};

// job.yaml: the ConfigMaps, then the Job. Throws Error(kInput) when the files are too large.
[[nodiscard]] std::string job_yaml(const Plan& plan, const PodFiles& files);

}  // namespace algo::bundle
