#include "run/survey.h"

#include "base/text.h"
#include "kube/watch_known.h"
#include "run/fields.h"
#include "run/preflight.h"

#include <map>

namespace algo::run {
namespace {

const kube::Resource kReviews{"authentication.k8s.io/v1", "selfsubjectreviews"};
const kube::Resource kNodes{"v1", "nodes"};
const kube::Resource kQuotas{"v1", "resourcequotas"};
const kube::Resource kNetworkPolicies{"networking.k8s.io/v1", "networkpolicies"};
constexpr const char* kEnforce = "pod-security.kubernetes.io/enforce";

Observation server(const Place& place) {
  const kube::ServerVersion version = place.client.version();
  const std::string text = "Kubernetes " + one_line(version.text);
  if (is_new_enough(version)) return {Finding::kGood, "server", text};
  return {Finding::kBad, "server", text + " is too old: native sidecars came with 1.29"};
}

Observation permissions(const Place& place) {
  std::vector<std::string> missing;
  for (const kube::Access& access : missing_access(place)) missing.push_back(access_text(access));
  if (missing.empty()) return {Finding::kGood, "permissions", "everything that a run needs"};
  return {Finding::kBad, "permissions", "missing: " + join(missing, ", ")};
}

Observation pod_security(const Place& place) {
  const kube::Reply reply = place.client.get(kube::kNamespaces, "", place.namespace_name);
  if (!reply.ok()) {
    return {Finding::kNote, "pod security", "unknown: " + one_line(reply.status().message)};
  }
  const std::string level = label_of(reply.object(), kEnforce);
  if (level == "restricted") return {Finding::kGood, "pod security", "restricted"};
  return {Finding::kNote,
          "pod security",
          (level.empty() ? "not enforced by the namespace" : one_line(level)) +
              "; runs fit restricted: kubectl label namespace " + place.namespace_name + " " +
              kEnforce + "=restricted"};
}

// A quantity is a text or a number.
std::string word_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : dump_json(value);
}

Observation quotas(const Place& place) {
  const kube::Reply reply = place.client.list(kQuotas, place.namespace_name);
  if (!reply.ok()) return {Finding::kNote, "quota", "unknown: " + one_line(reply.status().message)};
  std::vector<std::string> texts;
  for (const Json& quota : list_field(reply.object(), "/items")) {
    std::string text = text_field(quota, "/metadata/name") + ":";
    const Json& hard = field(quota, "/status/hard");
    const Json& used = field(quota, "/status/used");
    if (hard.is_object()) {
      for (const auto& [name, limit] : hard.items()) {
        text += " " + name + " " + (used.contains(name) ? word_of(used.at(name)) : "?") + " of " +
                word_of(limit);
      }
    }
    texts.push_back(one_line(text));
  }
  return {Finding::kGood, "quota", texts.empty() ? "none" : join(texts, "; ")};
}

// A run needs no network, and the judge refuses sockets to the solution; a policy is a second wall.
Observation network(const Place& place) {
  const kube::Reply reply = place.client.list(kNetworkPolicies, place.namespace_name);
  if (!reply.ok()) {
    return {Finding::kNote, "network", "unknown: " + one_line(reply.status().message)};
  }
  const std::size_t count = list_field(reply.object(), "/items").size();
  if (count > 0) {
    return {Finding::kGood,
            "network",
            std::to_string(count) + (count == 1 ? " network policy" : " network policies")};
  }
  return {Finding::kNote, "network", "no network policy; solutions have no sockets all the same"};
}

// "containerd 2.2.9, kubelet v1.36.3, Linux 6.18": the versions in which features come and go.
std::string node_kind(const Json& node) {
  std::string runtime = text_field(node, "/status/nodeInfo/containerRuntimeVersion");
  const std::size_t at = runtime.find("://");
  if (at != std::string::npos) runtime.replace(at, 3, " ");
  return one_line(runtime + ", kubelet " + text_field(node, "/status/nodeInfo/kubeletVersion") +
                  ", " + text_field(node, "/status/nodeInfo/operatingSystem") + " " +
                  text_field(node, "/status/nodeInfo/kernelVersion"));
}

// Clusters have many nodes of few kinds.
Observation nodes(const Place& place) {
  const kube::Reply reply = place.client.list(kNodes, "");
  if (!reply.ok()) return {Finding::kNote, "nodes", "unknown: " + one_line(reply.status().message)};
  std::map<std::string, std::vector<std::string>> kinds;
  for (const Json& node : list_field(reply.object(), "/items")) {
    kinds[node_kind(node)].push_back(one_line(kube::metadata_text(node, "name")));
  }
  constexpr std::size_t most_named = 3;
  std::vector<std::string> texts;
  for (const auto& [kind, names] : kinds) {
    const bool few = names.size() <= most_named;
    texts.push_back((few ? join(names, ", ") : std::to_string(names.size()) + " nodes") + ": " +
                    kind);
  }
  return {texts.empty() ? Finding::kNote : Finding::kGood,
          "nodes",
          texts.empty() ? "none" : join(texts, "; ")};
}

}  // namespace

std::vector<Observation> survey(const Place& place) {
  return {server(place),
          permissions(place),
          pod_security(place),
          quotas(place),
          network(place),
          nodes(place)};
}

std::string user_name(const Place& place) {
  const kube::Reply reply = place.client.create(
      kReviews, "", {{"apiVersion", "authentication.k8s.io/v1"}, {"kind", "SelfSubjectReview"}});
  return text_field(reply.object(), "/status/userInfo/username");
}

}  // namespace algo::run
