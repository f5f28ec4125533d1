#pragma once

#include "run/options.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace algo::run {

// What a run creates.
struct Objects {
  Identity identity{};
  std::string problem{};
  std::string language{};
  std::string digest{};  // of the bundle, "sha256:…"
  std::string image{};
  Json job{};                       // suspended
  std::vector<Json> config_maps{};  // without owner: the Job has no uid yet
};

// The objects of a verified bundle's job.yaml and runner.yaml under names of their own, so that the
// same bundle can run many times side by side, with the options put in. Pure.
// Throws Error(kInput) for files that are no such thing, Error(kUsage) for a patch that does not
// fit.
[[nodiscard]] Objects make_objects(const std::map<std::string, std::string>& bundle,
                                   const Identity& identity,
                                   const Options& options);

// A pod like the ones that the Job will create; for a dry run.
[[nodiscard]] Json bare_pod(const Json& job);

// `config_map` as the Job's own: it goes when the Job goes.
[[nodiscard]] Json owned_by(Json config_map, const Json& job);

// A name for a run of `problem`. `random` gives numbers in [0, 1).
[[nodiscard]] Identity make_identity(const std::string& problem,
                                     const std::function<double()>& random);

}  // namespace algo::run
