#include "run/kept.h"

#include "base/error.h"
#include "base/text.h"

#include <array>
#include <string>
#include <vector>

namespace algo::run {
namespace {

constexpr std::array kPodFields{"automountServiceAccountToken",
                                "enableServiceLinks",
                                "hostUsers",
                                "restartPolicy",
                                "runtimeClassName",
                                "securityContext"};
constexpr std::array kContainerFields{"resources", "restartPolicy", "securityContext"};

const Json* member(const Json& object, const std::string& key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

// The server writes quantities its own way: "1024Mi" comes back as "1Gi".
bool same_value(const Json& sent, const Json& kept) {
  if (sent == kept) return true;
  if (!sent.is_string() || !kept.is_string()) return false;
  const auto quantity = parse_quantity(sent.get_ref<const std::string&>());
  return quantity.has_value() && quantity == parse_quantity(kept.get_ref<const std::string&>());
}

// Adds to `lost` the path of everything in `sent` that `kept` lacks or has otherwise. What the
// server added is its own matter.
void compare(const Json& sent,
             const Json* kept,
             const std::string& path,
             std::vector<std::string>& lost) {
  if (kept != nullptr && sent.is_object()) {
    for (const auto& [key, value] : sent.items()) {
      compare(value, member(*kept, key), path + "." + key, lost);
    }
  } else if (kept == nullptr || !same_value(sent, *kept)) {
    lost.push_back(path);
  }
}

// A request that admission raised is no protection lost; a limit that is gone is one.
Json protections(const Json& container, const char* field) {
  Json value = container.at(field);
  if (value.is_object()) value.erase("requests");
  return value;
}

const Json* named(const Json* list, const Json& name) {
  if (list == nullptr || !list->is_array()) return nullptr;
  for (const Json& one : *list) {
    if (const Json* found = member(one, "name"); found != nullptr && *found == name) return &one;
  }
  return nullptr;
}

void compare_containers(const Json& sent,
                        const Json& kept,
                        const char* kind,
                        std::vector<std::string>& lost) {
  for (const Json& container : sent.at(kind)) {
    const Json& name = container.at("name");
    const std::string path = std::string(kind) + "[" + name.get<std::string>() + "]";
    const Json* found = named(member(kept, kind), name);
    for (const char* field : kContainerFields) {
      if (!container.contains(field)) continue;
      const Json* value = found == nullptr ? nullptr : member(*found, field);
      compare(protections(container, field), value, path + "." + field, lost);
    }
  }
}

const Json* pod_of(const Json& job) {
  const Json* at = &job;
  for (const char* key : {"spec", "template", "spec"}) {
    at = member(*at, key);
    if (at == nullptr) return nullptr;
  }
  return at;
}

}  // namespace

void check_kept(const Json& sent, const Json& kept) {
  const Json& pod = *pod_of(sent);
  const Json* const kept_pod = pod_of(kept);
  const Json nothing = Json::object();
  const Json& got = kept_pod == nullptr ? nothing : *kept_pod;
  std::vector<std::string> lost;
  for (const char* field : kPodFields) {
    if (pod.contains(field)) compare(pod.at(field), member(got, field), field, lost);
  }
  for (const char* kind : {"initContainers", "containers"}) {
    if (pod.contains(kind)) compare_containers(pod, got, kind, lost);
  }
  if (lost.empty()) return;
  throw Error(ErrorKind::kRefused,
              "the cluster does not keep the pod's protections",
              "it dropped or changed " + join(lost, ", "),
              "an admission webhook or an old server does that: ask an administrator");
}

}  // namespace algo::run
