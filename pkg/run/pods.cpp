#include "run/pods.h"

namespace algo::run {
namespace {

// What stands at the path, or null.
const Json& at(const Json& object, const char* path) {
  static const Json kNull;
  const Json::json_pointer pointer(path);
  return object.contains(pointer) ? object.at(pointer) : kNull;
}

// status.containerStatuses[judge].state, or null.
const Json& judge_status(const Json& pod) {
  static const Json kNull;
  const Json& all = at(pod, "/status/containerStatuses");
  if (!all.is_array()) return kNull;
  for (const Json& one : all) {
    if (at(one, "/name") == "judge") return at(one, "/state");
  }
  return kNull;
}

// Creation times are whole seconds; names decide between equals, so that the choice is the same
// every time.
bool older(const Json& a, const Json& b) {
  const std::string time_a = kube::metadata_text(a, "creationTimestamp");
  const std::string time_b = kube::metadata_text(b, "creationTimestamp");
  if (time_a != time_b) return time_a < time_b;
  return kube::metadata_text(a, "name") < kube::metadata_text(b, "name");
}

}  // namespace

void Pods::take(const kube::WatchEvent& event) {
  if (event.change == kube::Change::kSynced) return;
  const std::string uid = kube::metadata_text(event.object, "uid");
  if (event.change != kube::Change::kDeleted) {
    alive_[uid] = event.object;
    return;
  }
  const auto known = alive_.find(uid);
  if (event.final_state_known) {
    last_deleted_ = event.object;
  } else if (known != alive_.end()) {
    last_deleted_ = known->second;
  }
  if (known != alive_.end()) alive_.erase(known);
}

CurrentPod Pods::current() const {
  const Json* newest = nullptr;
  for (const auto& [uid, pod] : alive_) {
    if (newest == nullptr || older(*newest, pod)) newest = &pod;
  }
  if (newest != nullptr) return {*newest, false};
  return {last_deleted_, !last_deleted_.is_null()};
}

JudgeState judge_state(const Json& pod) {
  const Json& state = judge_status(pod);
  const Json& phase = at(pod, "/status/phase");
  if (phase == "Succeeded" || phase == "Failed") return JudgeState::kEnded;
  if (state.contains("terminated")) return JudgeState::kEnded;
  return state.contains("running") ? JudgeState::kRunning : JudgeState::kWaiting;
}

std::string judge_summary(const Json& pod) {
  const Json& message = at(judge_status(pod), "/terminated/message");
  return message.is_string() ? message.get<std::string>() : "";
}

}  // namespace algo::run
