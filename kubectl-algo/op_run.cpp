#include "base/error.h"
#include "base/text.h"
#include "bundle/bundle.h"
#include "conclude.h"
#include "local_judge.h"
#include "perform.h"

#include <map>

namespace algo {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20U;

// The bundle that the person means by saying nothing: this folder, or the only one in it.
std::string bundle_here(const World& world) {
  if (world.files.exists("bundle.json")) return ".";
  std::vector<std::string> found;
  for (const std::string& path : world.files.list(".")) {
    constexpr std::string_view tail = ".bundle/bundle.json";
    if (path.ends_with(tail) && path.find('/') == path.size() - 12) {
      found.push_back(path.substr(0, path.find('/')));
    }
  }
  if (found.size() == 1) return found.front();
  throw Error(ErrorKind::kInput,
              found.empty() ? "there is no bundle here" : "there are several bundles here",
              join(found, ", "),
              found.empty() ? world.program + " build PROBLEM" : "name one of them");
}

std::map<std::string, std::string> read_bundle(const World& world, const std::string& folder) {
  if (!world.files.is_directory(folder)) {
    throw Error(ErrorKind::kInput, folder + " is no bundle", "there is no such folder");
  }
  std::map<std::string, std::string> files;
  for (const std::string& path : world.files.list(folder)) {
    files[path] = world.files.read(folder + "/" + path, kMaxFileBytes);
  }
  return files;
}

}  // namespace

ExitCode perform(const RunOp& op, ColorWhen color, World& world) {
  if (!op.local) {
    throw Error(ErrorKind::kUsage,
                "this version runs bundles on this machine only",
                "",
                world.program + " run --local, or kubectl create -f job.yaml -f runner.yaml");
  }
  LocalRequest request;
  request.bundle = op.bundle.empty() ? bundle_here(world) : op.bundle;
  request.manifest = bundle::verify_bundle(read_bundle(world, request.bundle), request.bundle);
  request.judging = op.judging;
  request.result_file =
      op.judging.result_file.empty() ? request.bundle + "/result.json" : op.judging.result_file;
  const std::unique_ptr<FileLock> lock = world.files.try_lock(request.bundle + "/bundle.json");
  if (!lock) {
    throw Error(ErrorKind::kInput,
                "another run is judging " + request.bundle,
                "",
                "wait for it, or copy the bundle to another folder");
  }
  Follower follower(world, op.judging.format, color);
  const result::Report report = judge_locally(world, request, follower);
  const result::CaseResult* failure = result::first_failure(report);
  const std::string again = failure == nullptr ? ""
                                               : world.program + " run " + request.bundle +
                                                     " --local --case " + failure->name;
  return conclude(world, report, op.judging.format, color, request.result_file, again);
}

}  // namespace algo
