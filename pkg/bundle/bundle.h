#pragma once

#include "language/language.h"
#include "spec/manifest.h"
#include "spec/problem.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace algo::bundle {

inline constexpr const char* kManifestFile = "bundle.json";

// The embedded judge, as the build of this program made it.
struct Runner {
  std::string_view version;   // of algo-judge
  std::string_view platform;  // "linux/amd64"
  std::uint64_t bytes;
  std::string_view sha256;
  std::string_view yaml;  // runner.yaml: the immutable ConfigMap, made at build time
  std::string_view yaml_sha256;
};

struct Options {
  std::optional<std::chrono::nanoseconds> timeout{};  // --timeout -> activeDeadlineSeconds
  std::optional<std::uint64_t> memory_limit{};        // --memory-limit, bytes …
  std::string memory_limit_text{};                    // … and as given, for job.yaml
  std::string image{};                                // overrides the language's image
  // false: only what judging on this machine needs, which no ConfigMap bounds.
  bool for_job = true;
};

// All files of a bundle: path -> bytes. A map, so that the order of writing is fixed.
struct Bundle {
  std::string id{};        // problem id
  std::string job_name{};  // "two-sum-go-7f3a2c91"
  std::string digest{};    // "sha256:…"
  std::string image{};
  std::chrono::seconds deadline{};
  std::uint64_t memory_limit = 0;
  std::map<std::string, std::string> files{};
  std::vector<std::string> warnings{};  // e.g. a deadline that cannot cover the worst case
};

// Pure: same inputs, same bytes.
[[nodiscard]] Bundle make_bundle(const spec::Problem& problem,
                                 const language::Language& language,
                                 const std::string& solution,
                                 const Options& options,
                                 const Runner& runner,
                                 std::string_view tool_version);

// Checks every file of a bundle that was read back against bundle.json: nothing missing, nothing
// more, no byte changed. Throws Error(kInput) that names the file. `files` includes bundle.json.
[[nodiscard]] spec::Manifest verify_bundle(const std::map<std::string, std::string>& files,
                                           const std::string& folder);

}  // namespace algo::bundle
