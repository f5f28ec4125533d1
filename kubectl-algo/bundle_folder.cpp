#include "bundle_folder.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace algo {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20U;
constexpr const char* kManifest = "/bundle.json";

// What building and judging put into a bundle's folder, in this version or another.
bool belongs_to_bundles(const std::string& path) {
  constexpr std::array<std::string_view, 7> kNames{"bundle.json",
                                                   "job.yaml",
                                                   "runner.yaml",
                                                   "Dockerfile",
                                                   "test-cases.json",
                                                   "spec.yaml",
                                                   "result.json"};
  return path.starts_with("src/") || path.starts_with(".kubectl-algo-") ||
         std::find(kNames.begin(), kNames.end(), path) != kNames.end();
}

// A folder may be replaced when nothing of anybody else's would be lost.
void check_replaceable(const World& world, const std::string& folder) {
  const std::string next = "choose another folder with --output-dir=FOLDER";
  if (!world.files.is_directory(folder)) {
    if (!world.files.exists(folder)) return;
    throw Error(ErrorKind::kInput, folder + " is there already and is no folder", "", next);
  }
  const std::vector<std::string> paths = world.files.list(folder);
  for (const std::string& path : paths) {
    if (belongs_to_bundles(path)) continue;
    throw Error(ErrorKind::kInput,
                folder + " is there already and is no bundle",
                "it holds " + printable(path),
                next);
  }
  if (!paths.empty() && !world.files.exists(folder + kManifest)) {
    throw Error(ErrorKind::kInput,
                folder + " is there already and is no bundle",
                "there is no bundle.json in it",
                next);
  }
}

// Into a folder that is nobody else's yet.
void write_new(World& world, const bundle::Bundle& bundle, const std::string& folder) {
  world.files.make_directories(folder + "/src");
  for (const auto& [path, bytes] : bundle.files) {
    world.interrupts.check();
    world.files.write_new(folder + "/" + path, bytes);
  }
}

// For a folder that cannot be exchanged as a whole. bundle.json last: until it fits them, the files
// are no bundle, and nobody takes them for one.
void write_in_place(World& world, const bundle::Bundle& bundle, const std::string& folder) {
  world.files.make_directories(folder + "/src");
  for (const auto& [path, bytes] : bundle.files) {
    world.interrupts.check();
    if (path != "bundle.json") world.files.write_atomically(folder + "/" + path, bytes);
  }
  world.files.write_atomically(folder + kManifest, bundle.files.at("bundle.json"));
  for (const std::string& path : world.files.list(folder)) {
    if (!bundle.files.contains(path)) world.files.remove_file(folder + "/" + path);
  }
}

std::string parent_of(std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const std::size_t slash = folder.rfind('/');
  return slash == std::string::npos ? "." : folder.substr(0, slash + 1);
}

}  // namespace

void write_bundle(World& world, const bundle::Bundle& bundle, const std::string& folder) {
  check_replaceable(world, folder);
  const std::unique_ptr<FileLock> lock =
      world.files.exists(folder + kManifest) ? lock_bundle(world, folder) : nullptr;
  world.files.make_directories(parent_of(folder));
  const std::unique_ptr<TemporaryFolder> beside = world.folders.make_beside(folder);
  const std::string made = beside->path() + "/bundle";
  write_new(world, bundle, made);
  if (world.folders.move(made, folder) || world.folders.exchange(made, folder)) return;
  write_in_place(world, bundle, folder);
}

std::string bundle_here(const World& world) {
  if (world.files.exists("bundle.json")) return ".";
  std::vector<std::string> found;
  for (const std::string& name : world.folders.in(".")) {
    if (name.ends_with(".bundle") && world.files.exists(name + kManifest)) found.push_back(name);
  }
  if (found.size() == 1) return found.front();
  throw Error(ErrorKind::kInput,
              found.empty() ? "there is no bundle here" : "there are several bundles here",
              join(found, ", "),
              found.empty() ? world.program + " build PROBLEM" : "name one of them");
}

std::map<std::string, std::string> read_bundle(const World& world, const std::string& folder) {
  if (!world.files.is_directory(folder)) {
    const bool exists = world.files.exists(folder);
    throw Error(ErrorKind::kInput,
                folder + " is no bundle",
                exists ? "it is no folder" : "there is no such folder",
                world.program + " build PROBLEM makes one");
  }
  if (!world.files.exists(folder + kManifest)) {
    throw Error(ErrorKind::kInput,
                folder + " is no bundle",
                "there is no bundle.json in it",
                world.program + " build PROBLEM makes one");
  }
  std::map<std::string, std::string> files;
  for (const std::string& path : world.files.list(folder)) {
    files[path] = world.files.read(folder + "/" + path, kMaxFileBytes);
  }
  return files;
}

std::unique_ptr<FileLock> lock_bundle(World& world, const std::string& folder) {
  std::unique_ptr<FileLock> lock = world.files.try_lock(folder + kManifest);
  if (lock) return lock;
  throw Error(ErrorKind::kInput,
              "another run is judging " + folder,
              "",
              "wait for it, or use another folder");
}

}  // namespace algo
