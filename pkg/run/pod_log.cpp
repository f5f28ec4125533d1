#include "run/pod_log.h"

#include "base/error.h"
#include "base/text.h"

namespace algo::run {

Json newest_pod(const Place& place, const Json& job) {
  const std::string selector =
      "batch.kubernetes.io/controller-uid=" + kube::metadata_text(job, "uid");
  const kube::Reply reply =
      place.client.list(kube::kPods, place.namespace_name, {.labels = selector, .fields = ""});
  Pods pods;
  for (const Json& pod : reply.object().at("items")) pods.take({kube::Change::kAdded, pod});
  CurrentPod current = pods.current();
  if (!current.pod.is_null()) return std::move(current.pod);
  throw Error(ErrorKind::kInput,
              "run " + printable(kube::metadata_text(job, "name")) + " has no pod",
              "it has not started yet, or its pod is gone");
}

std::string pod_log(const Place& place, const Json& pod, const std::string& container) {
  return place.client.log(place.namespace_name, kube::metadata_text(pod, "name"), container);
}

}  // namespace algo::run
