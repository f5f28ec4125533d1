#include "base/digest.h"
#include "base/error.h"
#include "bundle/bundle.h"
#include "bundle/job.h"

#include <string_view>

namespace algo::bundle {
namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* kJobFile = "job.yaml";
constexpr const char* kBuildAgain = "build the bundle again: kubectl algo build";
// As RealFiles::write_atomically names it.
constexpr std::string_view kTemporaryFile = ".kubectl-algo-XXXXXX";
constexpr std::string_view kTemporaryPrefix = ".kubectl-algo-";

void check_file(const Files& files,
                const std::string& path,
                const std::string& digest,
                const std::string& folder) {
  const auto file = files.find(path);
  if (file == files.end()) {
    throw Error(ErrorKind::kInput,
                folder + "/" + path + " is missing",
                "bundle.json names it; links are not followed",
                kBuildAgain);
  }
  const std::string actual = sha256_hex(file->second);
  if (actual == digest) return;
  throw Error(ErrorKind::kInput,
              folder + "/" + path + " is not the file that the bundle was made with",
              "bundle.json says sha256 " + digest + ", the file has " + actual,
              kBuildAgain);
}

// What judging leaves in the folder: the report, and the temporary file that becomes it.
bool is_left_by_judging(std::string_view path) {
  return path == "result.json" ||
         (path.size() == kTemporaryFile.size() && path.starts_with(kTemporaryPrefix) &&
          path.find('/') == std::string_view::npos);
}

void check_known(const std::string& path,
                 const spec::Manifest& manifest,
                 const std::string& folder) {
  if (path == kManifestFile || is_left_by_judging(path) || manifest.content.contains(path) ||
      manifest.files.contains(path)) {
    return;
  }
  throw Error(ErrorKind::kInput,
              folder + "/" + path + " is not part of this bundle",
              "bundle.json does not name it",
              "remove it, or build the bundle again");
}

// Whether `mark` is there, and `digest` behind it every time.
bool carries_only(std::string_view job, std::string_view mark, std::string_view digest) {
  std::size_t at = job.find(mark);
  if (at == std::string_view::npos) return false;
  for (; at != std::string_view::npos; at = job.find(mark, at + 1)) {
    if (!job.substr(at + mark.size()).starts_with(digest)) return false;
  }
  return true;
}

// Every place where the Job carries the digest must carry this one: bundle.json and its hash of
// job.yaml could have been made to fit another job.yaml. The Job is the last document of the file;
// the text of a solution in the others may hold anything, but no line that begins with ---.
void check_job_digest(std::string_view job_yaml,
                      const std::string& digest,
                      const std::string& folder) {
  const std::size_t separator = job_yaml.rfind("\n---\n");
  const std::string_view job =
      separator == std::string_view::npos ? job_yaml : job_yaml.substr(separator);
  const bool same = carries_only(job, std::string(kDigestAnnotation) + ": ", digest) &&
                    carries_only(job, "--digest=", digest);
  if (same) return;
  throw Error(ErrorKind::kInput,
              folder + "/" + kJobFile + " is the Job of another bundle",
              "bundle.json has the digest " + digest,
              kBuildAgain);
}

}  // namespace

spec::Manifest verify_bundle(const std::map<std::string, std::string>& files,
                             const std::string& folder) {
  const auto manifest_file = files.find(kManifestFile);
  if (manifest_file == files.end()) {
    throw Error(ErrorKind::kInput,
                folder + " is not a bundle",
                "it has no bundle.json",
                "make one: kubectl algo build PROBLEM");
  }
  spec::Manifest manifest =
      spec::from_bundle_json(manifest_file->second, folder + "/" + kManifestFile);
  for (const auto& [path, digest] : manifest.content) check_file(files, path, digest, folder);
  for (const auto& [path, digest] : manifest.files) check_file(files, path, digest, folder);
  for (const auto& [path, bytes] : files) check_known(path, manifest, folder);
  const auto job = files.find(kJobFile);
  if (job == files.end() || !manifest.files.contains(kJobFile)) {
    throw Error(ErrorKind::kInput, folder + "/" + kJobFile + " is missing", "", kBuildAgain);
  }
  check_job_digest(job->second, spec::manifest_digest(manifest), folder);
  return manifest;
}

}  // namespace algo::bundle
