#include "run/fields.h"
#include "run/pods.h"
#include "run/trouble.h"

namespace algo::run {
namespace {

Trouble lost(const std::string& key, const std::string& what, const std::string& why) {
  return {.key = key,
          .kind = ErrorKind::kLost,
          .what = what,
          .why = one_line(why),
          .next = "",
          .patience = Nanos{0}};
}

std::string or_words(const std::string& text, const char* otherwise) {
  return text.empty() ? otherwise : text;
}

Trouble deadline(const std::string& message) {
  Trouble trouble = lost("Deadline", "its time is over", message);
  trouble.next = "build the bundle with a longer --timeout";
  return trouble;
}

// Limits on disk are the run's own matter, pressure is the node's.
Trouble eviction(const std::string& message) {
  const bool own = message.find("exceeds the limit") != std::string::npos ||
                   message.find("exceeds the total limit") != std::string::npos;
  Trouble trouble = lost("Evicted", "the node evicted its pod", message);
  trouble.next = own ? "it wrote more to disk than it may: does the solution or its compiler?"
                     : "the node is short of something; run it again, or on another node";
  return trouble;
}

// Of the pod as a whole. A disrupted one has a successor, for which the Job's failure is asked.
std::optional<Trouble> pod_failure(const Json& pod) {
  if (text_field(pod, "/status/phase") != "Failed") return std::nullopt;
  const std::string reason = text_field(pod, "/status/reason");
  const std::string message = text_field(pod, "/status/message");
  if (reason == "DeadlineExceeded") return deadline(or_words(message, "the pod's deadline"));
  if (reason == "Evicted") return eviction(message);
  if (reason.empty()) return std::nullopt;
  return lost(reason, "its pod failed", reason + (message.empty() ? "" : ": " + message));
}

// Of the judge's container. Its exit code 0 means that it has said everything.
std::optional<Trouble> judge_failure(const Json& pod) {
  const Json& terminated = field(container_status(pod, "judge"), "/state/terminated");
  if (terminated.is_null()) return std::nullopt;
  const long code = number_field(terminated, "/exitCode", 0);
  const std::string reason = text_field(terminated, "/reason");
  const std::string message = text_field(terminated, "/message");
  if (reason == "OOMKilled") {
    return lost("JudgeOOM",
                "the judge was killed for its memory",
                "its container is limited; a report of this size does not fit");
  }
  if (code == 0) return std::nullopt;
  const std::string exit = or_words(reason, "it ended") + " with exit code " + std::to_string(code);
  return lost("JudgeExit", "the judge failed", message.empty() ? exit : exit + ": " + message);
}

std::optional<Trouble> job_failure(const Sighting& sighting) {
  for (const char* type : {"Failed", "FailureTarget"}) {
    const Json& failed = true_condition(sighting.job, type);
    if (failed.is_null()) continue;
    const std::string reason = text_field(failed, "/reason");
    const std::string message = text_field(failed, "/message");
    if (reason == "DeadlineExceeded") return deadline(or_words(message, "the Job's deadline"));
    return lost("JobFailed", "its Job failed", reason + (message.empty() ? "" : ": " + message));
  }
  return std::nullopt;
}

// A pod that is gone or goes without its Job having failed: the Job may start another one, and
// will say so soon.
Trouble vanished(const Sighting& sighting, const Patience& patience) {
  const Json& why = true_condition(sighting.pod, "DisruptionTarget");
  Trouble trouble =
      lost("PodGone",
           "its pod is gone",
           why.is_null() ? "somebody or something deleted it"
                         : text_field(why, "/reason") + ": " + text_field(why, "/message"));
  trouble.why += ", and no other pod has started";
  trouble.patience = patience.node;
  return trouble;
}

std::optional<Trouble> node_trouble(const Sighting& sighting, const Patience& patience) {
  const Json& event = newest_event(sighting, "NodeNotReady");
  const bool ready = !true_condition(sighting.pod, "Ready").is_null();
  if (event.is_null() || ready) return std::nullopt;
  Trouble trouble = lost("Node", "its node no longer answers", event_text(event));
  trouble.next = "the pod stays until the node comes back: cancel the run, and start it again";
  trouble.patience = patience.node;
  return trouble;
}

}  // namespace

std::optional<Trouble> end_trouble(const Sighting& sighting, const Patience& patience) {
  if (sighting.job_deleted) {
    return lost("Deleted", "the run was deleted", "by a person, or its time to live was over");
  }
  std::optional<Trouble> of_job = job_failure(sighting);
  const bool successor = is_disrupted(sighting.pod) && !of_job;
  if (!successor) {
    if (auto of_pod = pod_failure(sighting.pod)) return of_pod;
    if (auto of_judge = judge_failure(sighting.pod)) return of_judge;
  }
  if (of_job) return of_job;
  const bool goes = sighting.pod_deleted || successor;
  if (goes && judge_summary(sighting.pod).empty()) return vanished(sighting, patience);
  return node_trouble(sighting, patience);
}

}  // namespace algo::run
