#include "run/pods.h"

#include "run/fields.h"

namespace algo::run {
namespace {

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

bool is_disrupted(const Json& pod) {
  return !true_condition(pod, "DisruptionTarget").is_null();
}

bool has_ended(const Json& job) {
  const auto holds = [&](const char* type) { return !true_condition(job, type).is_null(); };
  return holds("Failed") || holds("FailureTarget") || holds("Complete") ||
         holds("SuccessCriteriaMet");
}

JudgeState judge_state(const Json& pod) {
  const std::string phase = text_field(pod, "/status/phase");
  const Json& state = field(container_status(pod, "judge"), "/state");
  if (phase == "Succeeded" || phase == "Failed") {
    return state.contains("waiting") ? JudgeState::kNeverRan : JudgeState::kEnded;
  }
  if (state.contains("terminated")) return JudgeState::kEnded;
  return state.contains("running") ? JudgeState::kRunning : JudgeState::kWaiting;
}

std::string judge_summary(const Json& pod) {
  return text_field(container_status(pod, "judge"), "/state/terminated/message");
}

}  // namespace algo::run
