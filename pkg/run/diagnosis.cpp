#include "run/diagnosis.h"

#include "run/fields.h"
#include "run/pods.h"
#include "run/trouble.h"

namespace algo::run {
namespace {

// Whether a node pulls the image: containerd says so only through events.
bool pulls(const Sighting& sighting) {
  if (newest_event(sighting, "Pulling").is_null()) return false;
  return newest_event(sighting, "Pulled").is_null();
}

Stage stage_of(const Sighting& sighting, bool image_trouble) {
  const bool suspended = field(sighting.job, "/spec/suspend") == true;
  if (sighting.pod.is_null()) return suspended ? Stage::kSuspended : Stage::kQueued;
  switch (judge_state(sighting.pod)) {
    case JudgeState::kEnded:
    case JudgeState::kNeverRan:
      return Stage::kEnded;
    case JudgeState::kRunning:
      return sighting.pod_deleted ? Stage::kEnded : Stage::kRunning;
    case JudgeState::kWaiting:
      break;
  }
  if (sighting.pod_deleted) return Stage::kEnded;
  if (text_field(sighting.pod, "/spec/nodeName").empty()) return Stage::kPending;
  return image_trouble || pulls(sighting) ? Stage::kPulling : Stage::kStarting;
}

std::optional<Trouble> trouble_before_judging(const Sighting& sighting, const Patience& patience) {
  switch (stage_of(sighting, false)) {
    case Stage::kSuspended:
    case Stage::kQueued:
      return creation_trouble(sighting, patience);
    case Stage::kPending:
      return scheduling_trouble(sighting, patience);
    case Stage::kPulling:
    case Stage::kStarting:
      return start_trouble(sighting, patience);
    case Stage::kRunning:
    case Stage::kEnded:
      break;
  }
  return std::nullopt;
}

// What a node says it is doing, when nothing is wrong.
std::string activity(const Sighting& sighting, Stage stage) {
  if (stage == Stage::kPulling) return event_text(newest_event(sighting, "Pulling"));
  return "";
}

}  // namespace

Diagnosis::Diagnosis(Patience patience, std::string run, std::string namespace_name)
    : patience_(patience), run_(std::move(run)), namespace_(std::move(namespace_name)) {}

bool Diagnosis::out_of_patience(const Trouble& trouble, Nanos now) {
  if (!since_.contains(trouble.key)) since_ = {{trouble.key, now}};
  return trouble.patience != kForEver && now - since_.at(trouble.key) >= trouble.patience;
}

Error Diagnosis::hopeless(const Trouble& trouble, bool started) const {
  const std::string look = "kubectl describe pods -l job-name=" + run_ + " -n " + namespace_;
  return {trouble.kind,
          (started ? "the run is lost: " : "the run cannot start: ") + trouble.what,
          trouble.why,
          trouble.next.empty() ? look : trouble.next};
}

Standing Diagnosis::look(const Sighting& sighting, Nanos now) {
  Standing standing;
  standing.node = text_field(sighting.pod, "/spec/nodeName");
  const std::optional<Trouble> end = end_trouble(sighting, patience_);
  const std::optional<Trouble> trouble = end ? end : trouble_before_judging(sighting, patience_);
  standing.stage = stage_of(sighting, trouble && trouble->key == "Image");
  if (!trouble) {
    since_.clear();
    standing.waiting_for = activity(sighting, standing.stage);
    return standing;
  }
  const bool enough = out_of_patience(*trouble, now);
  // A warning may be about something that heals in a moment.
  const bool is_event = trouble->key.starts_with("Event ");
  if (!is_event || now - since_.at(trouble->key) >= patience_.quiet) {
    standing.waiting_for = trouble->why;
  }
  if (enough) standing.hopeless = hopeless(*trouble, end.has_value());
  return standing;
}

}  // namespace algo::run
