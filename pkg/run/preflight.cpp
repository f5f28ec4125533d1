#include "run/preflight.h"

#include "base/error.h"
#include "base/text.h"
#include "run/kept.h"

#include <map>

namespace algo::run {
namespace {

void check_version(kube::Client& client) {
  const kube::ServerVersion version = client.version();
  if (is_new_enough(version)) return;
  throw Error(ErrorKind::kRefused,
              "the cluster is too old for this",
              "its version is " + printable(version.text) +
                  ", and native sidecars, which the pod is made of, came with Kubernetes 1.29",
              "use a newer cluster, or judge on this machine: run --local");
}

void check_access(const Place& place, const std::string& program) {
  const std::vector<kube::Access> missing = missing_access(place);
  if (missing.empty()) return;
  std::vector<std::string> texts;
  texts.reserve(missing.size());
  for (const kube::Access& access : missing) texts.push_back(access_text(access));
  throw Error(ErrorKind::kRefused,
              "you may not run this in namespace \"" + place.namespace_name + "\"",
              "missing: " + join(texts, ", "),
              "give this to an administrator: " + program + " doctor --role -n " +
                  place.namespace_name + " | kubectl apply -f -");
}

void check_job(const Place& place, const Objects& objects) {
  const kube::Reply reply =
      place.client.create(kube::kJobs, place.namespace_name, objects.job, true);
  check_kept(objects.job, reply.object());
}

// The pods of a Job are created by a controller, which is refused later and out of sight. Somebody
// who may create no pods learns of it only then.
void check_pod(const Place& place, const Objects& objects) {
  const kube::Reply reply =
      place.client.create(kube::kPods, place.namespace_name, bare_pod(objects.job), true);
  if (reply.ok() || kube::denial_of(reply.status()) == kube::Denial::kRbac) return;
  // In a namespace that was just made, its service account follows in a moment.
  const bool fresh = reply.status().message.find("serviceaccount \"default\"") != std::string::npos;
  if (fresh) return;
  static_cast<void>(reply.object());  // throws what was refused
}

}  // namespace

bool is_new_enough(const kube::ServerVersion& version) {
  constexpr int oldest_minor = 29;
  return version.major > 1 || version.minor >= oldest_minor;
}

const std::vector<kube::Access>& needed_access() {
  static const std::vector<kube::Access> kAll = [] {
    std::vector<kube::Access> all;
    const auto add =
        [&](const char* group, const char* resource, const char* sub, const auto& verbs) {
          for (const char* verb : verbs) {
            all.push_back({.verb = verb, .group = group, .resource = resource, .subresource = sub});
          }
        };
    add("batch", "jobs", "", std::vector{"create", "get", "list", "watch", "patch", "delete"});
    add("", "configmaps", "", std::vector{"create"});
    add("", "pods", "", std::vector{"get", "list", "watch"});
    add("", "pods", "log", std::vector{"get"});
    return all;
  }();
  return kAll;
}

std::vector<kube::Access> role_access() {
  std::vector<kube::Access> all = needed_access();
  for (const char* verb : {"list", "watch"}) {
    all.push_back({.verb = verb, .group = "", .resource = "events", .subresource = ""});
  }
  return all;
}

std::vector<kube::Access> missing_access(const Place& place) {
  std::vector<kube::Access> missing;
  for (kube::Access access : needed_access()) {
    access.namespace_name = place.namespace_name;
    if (!place.client.allowed(access)) missing.push_back(std::move(access));
  }
  return missing;
}

std::string access_text(const kube::Access& access) {
  std::string text = access.verb + " " + access.resource;
  if (!access.group.empty()) text += "." + access.group;
  if (!access.subresource.empty()) text += "/" + access.subresource;
  return text;
}

std::vector<Json> role_with(const std::vector<kube::Access>& rights,
                            const std::string& namespace_name,
                            const std::string& user) {
  std::map<std::pair<std::string, std::string>, Json> verbs;
  for (const kube::Access& right : rights) {
    const std::string resource =
        right.subresource.empty() ? right.resource : right.resource + "/" + right.subresource;
    Json& list = verbs[{right.group, resource}];
    if (list.is_null()) list = Json::array();
    list.push_back(right.verb);
  }
  Json rules = Json::array();
  for (auto& [what, list] : verbs) {
    rules.push_back({{"apiGroups", Json::array({what.first})},
                     {"resources", Json::array({what.second})},
                     {"verbs", std::move(list)}});
  }
  const Json metadata{{"name", "kubectl-algo-user"}, {"namespace", namespace_name}};
  const char* const version = "rbac.authorization.k8s.io/v1";
  const char* const group = "rbac.authorization.k8s.io";
  return {
      Json{{"apiVersion", version}, {"kind", "Role"}, {"metadata", metadata}, {"rules", rules}},
      Json{{"apiVersion", version},
           {"kind", "RoleBinding"},
           {"metadata", metadata},
           {"roleRef", {{"apiGroup", group}, {"kind", "Role"}, {"name", "kubectl-algo-user"}}},
           {"subjects", Json::array({{{"apiGroup", group}, {"kind", "User"}, {"name", user}}})}}};
}

void preflight(const Place& place, const Objects& objects, const std::string& program) {
  check_version(place.client);
  check_access(place, program);
  check_job(place, objects);
  check_pod(place, objects);
}

}  // namespace algo::run
