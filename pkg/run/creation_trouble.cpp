#include "base/text.h"
#include "run/fields.h"
#include "run/options.h"
#include "run/trouble.h"

#include <array>

namespace algo::run {
namespace {

using std::chrono::seconds;

// A controller's first refusal may be a race, e.g. with a service account that is just being made.
constexpr Nanos kSecondTry = seconds(5);
constexpr Nanos kUnknown = seconds(30);

struct Rule {
  const char* words;  // in the controller's message
  const char* key;
  ErrorKind kind;
  const char* what;
  const char* next;
};

constexpr std::array kRules{
    Rule{"violates PodSecurity",
         "PodSecurity",
         ErrorKind::kRefused,
         "Pod Security of the namespace refuses its pod",
         "leave --patch out if it changes a security context, or use another namespace"},
    Rule{"exceeded quota",
         "Quota",
         ErrorKind::kRefused,
         "a quota of the namespace is exhausted",
         "kubectl describe quota; delete what is no longer needed, or wait with --wait-quota"},
    Rule{"failed quota",
         "Quota",
         ErrorKind::kRefused,
         "a quota of the namespace refuses its pod",
         "kubectl describe quota; --qos=guaranteed sets every request and limit"},
    Rule{"usage per",
         "LimitRange",
         ErrorKind::kRefused,
         "a limit range of the namespace refuses its pod",
         "kubectl describe limitrange, and build with another --memory-limit"},
    Rule{"serviceaccount",
         "ServiceAccount",
         ErrorKind::kEnvironment,
         "its service account is not there",
         "create it, or name another one with --service-account"},
    Rule{"RuntimeClass",
         "RuntimeClass",
         ErrorKind::kEnvironment,
         "its runtime class is not there",
         "kubectl get runtimeclasses"},
    Rule{"PriorityClass",
         "PriorityClass",
         ErrorKind::kEnvironment,
         "its priority class is not there",
         "kubectl get priorityclasses"},
    Rule{"security context constraint",
         "SCC",
         ErrorKind::kRefused,
         "no security context constraint of OpenShift admits its pod",
         "may you get the namespace? Its annotation openshift.io/sa.scc.uid-range says which users "
         "its pods may have"},
    Rule{"is forbidden",
         "Forbidden",
         ErrorKind::kRefused,
         "the cluster refuses its pod",
         "ask an administrator of the cluster"}};

Trouble refused_creation(const Json& event, const Patience& patience) {
  Trouble trouble;
  trouble.why = event_text(event);
  for (const Rule& rule : kRules) {
    if (trouble.why.find(rule.words) == std::string::npos) continue;
    trouble.key = rule.key;
    trouble.kind = rule.kind;
    trouble.what = rule.what;
    trouble.next = rule.next;
    // A namespace's own service account is made a moment after the namespace.
    const bool again = event_count(event) > 1 && trouble.key != "ServiceAccount";
    trouble.patience = again ? Nanos{0} : kSecondTry;
    if (trouble.key == "Quota" && patience.wait_for_quota) trouble.patience = kForEver;
    return trouble;
  }
  trouble.key = "FailedCreate";
  trouble.what = "its pod cannot be created";
  trouble.patience = kUnknown;
  return trouble;
}

// The scheduler says what is too little, not for whom: " (the pod asks for 560 MiB; the largest
// node offers 2 GiB)". Sidecars run beside the judge, so that their requests add up.
std::string asked_memory(const Sighting& sighting) {
  std::uint64_t bytes = 0;
  for (const char* list : {"/spec/containers", "/spec/initContainers"}) {
    for (const Json& container : list_field(sighting.pod, list)) {
      bytes += parse_quantity(text_field(container, "/resources/requests/memory")).value_or(0);
    }
  }
  if (bytes == 0) return "";
  const std::string offered = sighting.largest_node == 0 ? ""
                                                         : "; the largest node offers " +
                                                               human_bytes(sighting.largest_node);
  return " (the pod asks for " + human_bytes(bytes) + offered + ")";
}

}  // namespace

std::optional<Trouble> creation_trouble(const Sighting& sighting, const Patience& patience) {
  if (field(sighting.job, "/spec/suspend") == true) {
    const std::string queue = label_of(sighting.job, kQueueLabel);
    return Trouble{.key = "Suspended",
                   .what = "it is held back",
                   .why = queue.empty() ? "the Job is suspended"
                                        : "queue " + one_line(queue) + " has not let it go yet",
                   .patience = kForEver};
  }
  const Json& event = newest_event(sighting, "FailedCreate");
  if (event.is_null()) return std::nullopt;
  return refused_creation(event, patience);
}

bool lacks_memory(const Json& pod) {
  const Json& scheduled = condition(pod, "PodScheduled");
  return text_field(scheduled, "/status") == "False" &&
         text_field(scheduled, "/message").find("Insufficient memory") != std::string::npos;
}

std::optional<Trouble> scheduling_trouble(const Sighting& sighting, const Patience& patience) {
  const Json& scheduled = condition(sighting.pod, "PodScheduled");
  if (text_field(scheduled, "/status") != "False") return std::nullopt;
  const std::string reason = text_field(scheduled, "/reason");
  Trouble trouble{.key = reason,
                  .kind = ErrorKind::kTimedOut,
                  .what = "no node takes its pod",
                  .why = one_line(text_field(scheduled, "/message")),
                  .next =
                      "ask for less memory, change --node-selector or --toleration, or wait "
                      "longer with --schedule-timeout",
                  .patience = patience.schedule > Nanos{0} ? patience.schedule : kForEver};
  if (lacks_memory(sighting.pod)) trouble.why += asked_memory(sighting);
  if (reason == "SchedulingGated") {
    trouble.patience = kForEver;
  } else if (!newest_event(sighting, "TriggeredScaleUp").is_null()) {
    trouble.key += "+ScaleUp";  // patience begins anew: the cluster grows
    trouble.why += " (the cluster is growing for it)";
  }
  return trouble;
}

}  // namespace algo::run
