#pragma once

#include "base/json.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace algo::bundle {

// A ConfigMap holds at most 1 MiB of values (core/v1 MaxSecretSize).
inline constexpr std::size_t kMaxConfigMapBytes = std::size_t{900} << 10U;
inline constexpr std::size_t kMaxConfigMaps = 16;

// A file as the pod sees it.
struct PodFile {
  std::string path{};        // below the mount: "src/solution.go"
  std::string_view bytes{};  // of the bundle's file, which outlives this
};

// `bytes` as one file, or in parts path.000, path.001, … none of which is larger than a ConfigMap
// may be. Parts end between code points, so that each is text if the whole is. They are views into
// `bytes`.
[[nodiscard]] std::vector<PodFile> split_file(const std::string& path, std::string_view bytes);

// The ConfigMaps that hold the files, and the volume that shows all of them in one folder.
struct Packed {
  std::vector<Json> config_maps{};
  Json volume{};  // {name, projected}
};

// ConfigMaps are named NAME, NAME-1, …; `meta` gives their labels and annotations. Text goes into
// data, anything else into binaryData. Throws Error(kInput) when a file or the whole is too large.
[[nodiscard]] Packed pack(const std::string& volume,
                          const std::string& name,
                          const Json& meta,
                          const std::vector<PodFile>& files);

}  // namespace algo::bundle
