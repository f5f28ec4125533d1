#pragma once

#include "bundle/bundle.h"
#include "world.h"

#include <map>
#include <memory>
#include <string>

namespace algo {

// Writes the files of a bundle into `folder`: all of them, or the old bundle stays as it was.
// Throws Error(kInput) when something else than a bundle is there or it is being judged, and
// Error(kEnvironment) when it cannot be written.
void write_bundle(World& world, const bundle::Bundle& bundle, const std::string& folder);

// The bundle that a person means by saying nothing: the current folder, or the only one in it.
// Throws Error(kInput) when there is none, or several.
[[nodiscard]] std::string bundle_here(const World& world);

// All files of a bundle as they are, by path.
[[nodiscard]] std::map<std::string, std::string> read_bundle(const World& world,
                                                             const std::string& folder);

// Held while a bundle is judged or replaced. Throws Error(kInput) when another process does that.
[[nodiscard]] std::unique_ptr<FileLock> lock_bundle(World& world, const std::string& folder);

}  // namespace algo
