#include "run/pod_options.h"

#include "base/error.h"

#include <string_view>

namespace algo::run {
namespace {

constexpr std::string_view kPeerFlag = "--peer-uid=";

void set_user(Json& container, std::uint32_t uid, std::uint32_t peer) {
  container["securityContext"]["runAsUser"] = uid;
  container["securityContext"]["runAsGroup"] = uid;
  for (Json& word : container["command"]) {
    const auto& text = word.get_ref<const std::string&>();
    if (text.starts_with(kPeerFlag)) word = std::string(kPeerFlag) + std::to_string(peer);
  }
}

// RLIMIT_NPROC counts the processes of a uid over the whole node: no two runs share one.
void set_users(Json& pod, std::uint32_t first) {
  const std::uint32_t judge = first + 2;
  for (Json& sidecar : pod["initContainers"]) {
    set_user(sidecar, sidecar.at("name") == "build" ? first : first + 1, judge);
  }
  for (Json& container : pod["containers"]) set_user(container, judge, judge);
}

void for_each_container(Json& pod, const std::function<void(Json&)>& change) {
  for (const char* kind : {"initContainers", "containers"}) {
    for (Json& container : pod[kind]) change(container);
  }
}

void set_image(Json& container, const Options& options) {
  Json& image = container["image"];
  const auto instead = options.images_instead.find(image.get<std::string>());
  if (!options.image.empty()) {
    image = options.image;
  } else if (instead != options.images_instead.end()) {
    image = instead->second;
  }
}

void set_runner_image(Json& pod, const std::string& image) {
  for (Json& volume : pod["volumes"]) {
    if (volume.at("name") != "runner") continue;
    volume.erase("configMap");
    volume["image"] = {{"reference", image}, {"pullPolicy", "IfNotPresent"}};
  }
}

void set_scheduling(Json& pod, const Options& options) {
  for (const auto& [key, value] : options.node_selector) pod["nodeSelector"][key] = value;
  if (!options.tolerations.empty()) pod["tolerations"] = options.tolerations;
  if (!options.priority_class.empty()) pod["priorityClassName"] = options.priority_class;
  if (!options.runtime_class.empty()) pod["runtimeClassName"] = options.runtime_class;
}

void set_access(Json& pod, const Options& options) {
  if (!options.service_account.empty()) pod["serviceAccountName"] = options.service_account;
  for (const std::string& secret : options.pull_secrets) {
    pod["imagePullSecrets"].push_back({{"name", secret}});
  }
}

// QoS class Guaranteed needs a limit on CPU and memory everywhere, and requests equal to them. One
// whole core for the solution, so that a static CPU manager can give it one of its own.
void set_guaranteed(Json& pod) {
  for_each_container(pod, [](Json& container) {
    Json& resources = container["resources"];
    resources["limits"]["cpu"] = container.at("name") == "sandbox" ? "1" : "500m";
    resources["requests"] = resources["limits"];
  });
}

void set_judging(Json& pod, const Identity& identity, const Options& options) {
  Json& command = pod["containers"].at(0)["command"];
  command.push_back("--run=" + identity.name);
  for (const std::string& name : options.cases) command.push_back("--case=" + name);
  if (options.fail_fast) command.push_back("--fail-fast");
}

}  // namespace

void apply_options(Json& pod, const Identity& identity, const Options& options) {
  set_users(pod, identity.first_uid);
  set_judging(pod, identity, options);
  for_each_container(pod, [&](Json& container) { set_image(container, options); });
  if (!options.runner_image.empty()) set_runner_image(pod, options.runner_image);
  set_scheduling(pod, options);
  set_access(pod, options);
  if (options.guaranteed) set_guaranteed(pod);
}

void apply_patch(Json& job, const Json& patch) {
  if (patch.is_null()) return;
  try {
    if (patch.is_array()) {
      job = job.patch(patch);
    } else {
      job.merge_patch(patch);
    }
  } catch (const Json::exception& error) {
    throw Error(ErrorKind::kUsage,
                "--patch does not fit the Job",
                error.what(),
                "an object is an RFC 7386 merge patch, an array an RFC 6902 JSON patch");
  }
}

}  // namespace algo::run
