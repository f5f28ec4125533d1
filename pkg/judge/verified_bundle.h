#pragma once

#include "base/files.h"
#include "spec/manifest.h"
#include "spec/problem.h"

#include <map>
#include <string>

namespace algo::judge {

// A bundle whose every byte that matters to the judge has been checked against its digest.
struct VerifiedBundle {
  spec::Manifest manifest{};
  spec::Problem problem{};
};

// Reads bundle.json and test-cases.json (whole, or in parts test-cases.json.000 …, as ConfigMaps
// hold them) below `folder`. `digest` is "sha256:…", from the Job or the caller.
// Throws Error(kInput) that names the file which is not what the digest says.
[[nodiscard]] VerifiedBundle read_verified_bundle(const FileReader& files,
                                                  const std::string& folder,
                                                  const std::string& digest);

// The manifest alone; for the build role, which must not see the cases.
[[nodiscard]] spec::Manifest read_verified_manifest(const FileReader& files,
                                                    const std::string& folder,
                                                    const std::string& digest);

// The files of src/, name (without "src/") -> bytes, each checked against the manifest.
[[nodiscard]] std::map<std::string, std::string> read_verified_sources(
    const FileReader& files, const std::string& folder, const spec::Manifest& manifest);

}  // namespace algo::judge
