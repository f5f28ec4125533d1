#include "bundle/job.h"

#include "bundle/fixture.h"
#include "bundle/yaml_to_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

namespace algo::test {
namespace {

using bundle::Options;

struct Documents {
  std::vector<Json> config_maps;
  Json job;
  [[nodiscard]] const Json& spec() const { return job["spec"]; }
  [[nodiscard]] const Json& pod() const { return job["spec"]["template"]["spec"]; }
};

Documents documents(const Options& options = {}) {
  std::vector<Json> all = yaml_to_json(bundle::job_yaml(small_plan(options), small_pod_files()));
  REQUIRE(all.size() == 3);
  Documents result{.config_maps = {}, .job = all.back()};
  all.pop_back();
  result.config_maps = std::move(all);
  return result;
}

std::map<std::string, Json> containers(const Json& pod) {
  std::map<std::string, Json> all;
  for (const Json& one : pod["initContainers"]) all[one["name"]] = one;
  for (const Json& one : pod["containers"]) all[one["name"]] = one;
  return all;
}

bool has_argument(const Json& container, const std::string& argument) {
  return std::ranges::any_of(container["command"],
                             [&](const Json& word) { return word == argument; });
}

// Volume name -> "path" or "path (ro)".
std::map<std::string, std::string> mounts(const Json& container) {
  std::map<std::string, std::string> all;
  for (const Json& one : container["volumeMounts"]) {
    const auto& path = one["mountPath"].get_ref<const std::string&>();
    all[one["name"]] = one.value("readOnly", false) ? path + " (ro)" : path;
  }
  return all;
}

TEST_CASE("job_yaml: the whole file") {
  Options options;
  options.timeout = std::chrono::seconds(30);
  options.memory_limit = std::uint64_t{160} << 20U;
  options.memory_limit_text = "160Mi";
  check_golden("job.yaml", bundle::job_yaml(small_plan(options), small_pod_files()));
}

TEST_CASE("job_yaml: every container has every measure of Pod Security restricted") {
  const Json pod = documents().pod();
  const auto all = containers(pod);
  REQUIRE(all.size() == 3);
  std::set<int> uids;
  for (const auto& [name, container] : all) {
    CAPTURE(name);
    const Json& security = container["securityContext"];
    CHECK(security["allowPrivilegeEscalation"] == false);
    CHECK(security["capabilities"] == Json{{"drop", Json::array({"ALL"})}});
    CHECK(security["privileged"] == false);
    CHECK(security["readOnlyRootFilesystem"] == true);
    CHECK(security["runAsNonRoot"] == true);
    CHECK(security["runAsGroup"] == security["runAsUser"]);
    CHECK(security["seccompProfile"] == Json{{"type", "RuntimeDefault"}});
    CHECK(container["resources"]["limits"].contains("memory"));
    CHECK(container["resources"]["limits"].contains("ephemeral-storage"));
    CHECK_FALSE(container["resources"]["limits"].contains("cpu"));
    uids.insert(security["runAsUser"].get<int>());
  }
  CHECK(uids.size() == 3);
  CHECK(pod["securityContext"] ==
        Json{{"runAsNonRoot", true}, {"seccompProfile", {{"type", "RuntimeDefault"}}}});
  CHECK(pod["automountServiceAccountToken"] == false);
  CHECK(pod["enableServiceLinks"] == false);
  for (const char* forbidden : {"hostNetwork", "hostPID", "hostIPC", "serviceAccountName"}) {
    CHECK_FALSE(pod.contains(forbidden));
  }
}

TEST_CASE("job_yaml: volumes are of kinds that restricted allows, and all that is used is there") {
  const Json pod = documents().pod();
  std::set<std::string> names;
  for (const Json& volume : pod["volumes"]) {
    names.insert(volume["name"].get<std::string>());
    CHECK((volume.contains("configMap") || volume.contains("projected") ||
           volume.contains("emptyDir")));
    if (volume.contains("emptyDir")) CHECK(volume["emptyDir"].contains("sizeLimit"));
  }
  std::set<std::string> used;
  for (const auto& [name, container] : containers(pod)) {
    for (const auto& [volume, path] : mounts(container)) used.insert(volume);
  }
  CHECK(used == names);
}

TEST_CASE("job_yaml: each container sees what it needs and nothing else") {
  const auto all = containers(documents().pod());
  using Mounts = std::map<std::string, std::string>;
  CHECK(mounts(all.at("sandbox")) == Mounts{{"runner", "/algo/bin (ro)"},
                                            {"build-output", "/build (ro)"},
                                            {"sandbox-socket", "/run/algo/sandbox"}});
  CHECK(mounts(all.at("build")) == Mounts{{"runner", "/algo/bin (ro)"},
                                          {"sources", "/bundle (ro)"},
                                          {"build-output", "/build"},
                                          {"build-tmp", "/tmp"},
                                          {"build-socket", "/run/algo/build"}});
  CHECK(mounts(all.at("judge")) == Mounts{{"runner", "/algo/bin (ro)"},
                                          {"input", "/input (ro)"},
                                          {"sources", "/bundle (ro)"},
                                          {"output", "/output"},
                                          {"build-socket", "/run/algo/build"},
                                          {"sandbox-socket", "/run/algo/sandbox"}});
}

TEST_CASE("job_yaml: build and sandbox are native sidecars that know the judge's uid") {
  const auto all = containers(documents().pod());
  const std::string peer =
      "--peer-uid=" + dump_json(all.at("judge")["securityContext"]["runAsUser"]);
  for (const char* name : {"build", "sandbox"}) {
    CAPTURE(name);
    CHECK(all.at(name)["restartPolicy"] == "Always");
    CHECK(has_argument(all.at(name), peer));
  }
  CHECK_FALSE(all.at("judge").contains("restartPolicy"));
  CHECK(all.at("judge")["terminationMessagePath"] == "/output/termination");
}

TEST_CASE("job_yaml: --timeout, --memory-limit and --image become exactly these fields") {
  const Documents given = documents({.timeout = std::chrono::seconds(45),
                                     .memory_limit = 200'000'000,
                                     .memory_limit_text = "200M",
                                     .image = "registry.example/abc@sha256:00"});
  CHECK(given.spec()["activeDeadlineSeconds"] == 45);
  CHECK(given.pod()["activeDeadlineSeconds"] == 43);
  const auto all = containers(given.pod());
  CHECK(has_argument(all.at("judge"), "--deadline=41"));
  CHECK(all.at("sandbox")["resources"]["limits"]["memory"] == "200M");
  CHECK(all.at("sandbox")["resources"]["requests"]["memory"] == "200M");
  for (const auto& [name, container] : all) {
    CHECK(container["image"] == "registry.example/abc@sha256:00");
  }
}

TEST_CASE("job_yaml: the Job never retries, except when the cluster disturbed it") {
  const Json spec = documents().spec();
  CHECK(spec["backoffLimit"] == 0);
  CHECK(spec["completions"] == 1);
  CHECK(spec["parallelism"] == 1);
  CHECK(spec["ttlSecondsAfterFinished"] == 3600);
  const Json& rules = spec["podFailurePolicy"]["rules"];
  CHECK(rules[0]["action"] == "Ignore");
  CHECK(rules[0]["onPodConditions"][0] == Json{{"type", "DisruptionTarget"}, {"status", "True"}});
  CHECK(spec["template"]["spec"]["restartPolicy"] == "Never");
}

TEST_CASE("job_yaml: everything carries the labels and the whole digest") {
  const Documents all = documents();
  const std::string digest = small_plan().digest;
  std::vector<Json> metas = {all.job["metadata"], all.spec()["template"]["metadata"]};
  for (const Json& config_map : all.config_maps) {
    CHECK(config_map["immutable"] == true);
    metas.push_back(config_map["metadata"]);
  }
  for (const Json& meta : metas) {
    CAPTURE(dump_json(meta));
    CHECK(meta["labels"]["app.kubernetes.io/managed-by"] == "kubectl-algo");
    CHECK(meta["labels"]["problem-id"] == "add");
    CHECK(meta["labels"]["language"] == "abc");
    CHECK(meta["labels"]["bundle"] == digest.substr(7, 8));
    CHECK(meta["annotations"]["algorithm/bundle-digest"] == digest);
  }
}

TEST_CASE("job_yaml: sources and cases reach the pod byte for byte") {
  const Documents all = documents();
  const bundle::PodFiles files = small_pod_files();
  CHECK(all.config_maps[0]["data"]["test-cases.json"] == files.input[2].bytes);
  CHECK(all.config_maps[1]["data"]["src.solution.abc"] == kSolution);
}

}  // namespace
}  // namespace algo::test
