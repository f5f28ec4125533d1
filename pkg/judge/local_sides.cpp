#include "judge/local_sides.h"

namespace algo::judge {
namespace {

sandbox::LocalHelper launch(const sandbox::HelperOptions& options) {
  return sandbox::launch_helper("/proc/self/exe", {"algo-judge", "sandbox"}, options);
}

}  // namespace

sandbox::LocalHelper launch_build(const Places& places, const std::string& path, uid_t run_uid) {
  sandbox::HelperOptions options;
  options.policy = sandbox::Policy::kCompile;
  options.run_uid = run_uid;
  options.readable = {places.src};
  if (!places.cache.empty()) options.readable.push_back(places.cache);
  options.writable = {places.out, places.tmp};
  options.path = path;
  return launch(options);
}

sandbox::Sandbox& LocalSandboxes::box() {
  if (!helper_) {
    sandbox::HelperOptions options;
    options.policy = sandbox::Policy::kRun;
    options.calls = calls_;
    options.run_uid = run_uid_;
    options.readable = {places_.out};
    options.path = path_;
    helper_.emplace(launch(options));
  }
  return helper_->box();
}

}  // namespace algo::judge
