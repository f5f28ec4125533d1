#include "judge/verified_bundle.h"

#include "base/digest.h"
#include "base/error.h"
#include "spec/problem_json.h"

#include <cstddef>

namespace algo::judge {
namespace {

constexpr std::size_t kMaxManifestBytes = std::size_t{1} << 20U;
constexpr std::size_t kMaxCasesBytes = std::size_t{64} << 20U;
constexpr std::size_t kMaxSourceBytes = std::size_t{4} << 20U;
constexpr std::string_view kCasesFile = "test-cases.json";
constexpr std::string_view kSourcePrefix = "src/";

void check_digest(const spec::Manifest& manifest,
                  const std::string& path,
                  const std::string& bytes) {
  const auto entry = manifest.content.find(path);
  if (entry == manifest.content.end()) {
    throw Error(ErrorKind::kInput, path + " is not part of this bundle");
  }
  const std::string actual = sha256_hex(bytes);
  if (actual != entry->second) {
    throw Error(ErrorKind::kInput,
                path + " is not the file that the bundle was made with",
                "bundle.json says sha256 " + entry->second + ", the file has " + actual,
                "build the bundle again");
  }
}

// "test-cases.json.007": the name of one part.
std::string part_name(std::size_t number) {
  const std::string digits = std::to_string(number);
  return std::string(kCasesFile) + "." + std::string(3 - digits.size(), '0') + digits;
}

std::string read_cases_bytes(const FileReader& files, const std::string& folder) {
  const std::string whole = folder + "/" + std::string(kCasesFile);
  if (files.exists(whole)) return files.read(whole, kMaxCasesBytes);
  std::string bytes;
  for (std::size_t part = 0; part < 1000; ++part) {
    const std::string path = folder + "/" + part_name(part);
    if (!files.exists(path)) break;
    bytes += files.read(path, kMaxCasesBytes - bytes.size());
  }
  return bytes;
}

}  // namespace

spec::Manifest read_verified_manifest(const FileReader& files,
                                      const std::string& folder,
                                      const std::string& digest) {
  const std::string path = folder + "/bundle.json";
  spec::Manifest manifest =
      spec::from_bundle_json(files.read(path, kMaxManifestBytes), "bundle.json");
  const std::string actual = spec::manifest_digest(manifest);
  if (actual != digest) {
    throw Error(ErrorKind::kInput,
                "bundle.json is not the one that this run was started for",
                "asked for " + digest + ", the file has " + actual);
  }
  return manifest;
}

VerifiedBundle read_verified_bundle(const FileReader& files,
                                    const std::string& folder,
                                    const std::string& digest) {
  VerifiedBundle bundle;
  bundle.manifest = read_verified_manifest(files, folder, digest);
  const std::string cases = read_cases_bytes(files, folder);
  check_digest(bundle.manifest, std::string(kCasesFile), cases);
  bundle.problem = spec::from_cases_json(cases, std::string(kCasesFile));
  return bundle;
}

std::map<std::string, std::string> read_verified_sources(const FileReader& files,
                                                         const std::string& folder,
                                                         const spec::Manifest& manifest) {
  std::map<std::string, std::string> sources;
  for (const auto& [path, digest] : manifest.content) {
    if (!path.starts_with(kSourcePrefix)) continue;
    std::string bytes = files.read(folder + "/" + path, kMaxSourceBytes);
    check_digest(manifest, path, bytes);
    sources[path.substr(kSourcePrefix.size())] = std::move(bytes);
  }
  return sources;
}

}  // namespace algo::judge
