#pragma once

#include "base/files.h"
#include "language/language.h"
#include "world.h"

#include <map>
#include <string>

namespace algo {

// A person's own defaults, from $XDG_CONFIG_HOME/kubectl-algo/config.yaml (~/.config without it):
//   apiVersion: algorithm/v1alpha1
//   kind: Config
//   images: {go: registry.example.com/algo-go:1}
struct Config {
  std::map<std::string, std::string> images{};  // by language id: in place of the official image
};

// "" when the environment names no home.
[[nodiscard]] std::string config_path(const Environment& environment);

// Without a file there are no defaults. Throws Error(kInput) "FILE:LINE:COLUMN: …" for one that
// says anything unknown.
[[nodiscard]] Config read_config(const FileReader& files, const Environment& environment);

// The image for solutions in this language when nobody names one.
[[nodiscard]] std::string default_image(const Config& config, const language::Language& language);

// Official images, and the person's own for them: for bundles that were built with nobody naming
// an image.
[[nodiscard]] std::map<std::string, std::string> images_instead(const Config& config);

}  // namespace algo
