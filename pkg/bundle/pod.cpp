#include "bundle/pod.h"

#include <string>
#include <utility>
#include <vector>

namespace algo::bundle {
namespace {

constexpr const char* kJudge = "/algo/bin/algo-judge";
constexpr int kExecutable = 0555;
// The judge answers SIGTERM by writing its report, the others by going at once.
constexpr int kGraceSeconds = 5;

Json mount(const char* volume, const char* path) {
  return {{"name", volume}, {"mountPath", path}};
}

Json mount_read_only(const char* volume, const char* path) {
  return {{"name", volume}, {"mountPath", path}, {"readOnly", true}};
}

Json disk(const char* name, const char* size) {
  return {{"name", name}, {"emptyDir", {{"sizeLimit", size}}}};
}

Json memory(const char* name, const char* size) {
  return {{"name", name}, {"emptyDir", {{"medium", "Memory"}, {"sizeLimit", size}}}};
}

// Pod Security "restricted", and more: kubernetes.io/docs/concepts/security/pod-security-standards
Json security_context(std::uint32_t uid) {
  return {{"allowPrivilegeEscalation", false},
          {"capabilities", {{"drop", Json::array({"ALL"})}}},
          {"privileged", false},
          {"readOnlyRootFilesystem", true},
          {"runAsGroup", uid},
          {"runAsNonRoot", true},
          {"runAsUser", uid},
          {"seccompProfile", {{"type", "RuntimeDefault"}}}};
}

// No limit on CPU: a throttled container would make time limits mean something else.
Json resources(const char* cpu,
               const std::string& memory_request,
               const std::string& memory_limit,
               const char* storage_request,
               const char* storage_limit) {
  return {{"limits", {{"ephemeral-storage", storage_limit}, {"memory", memory_limit}}},
          {"requests",
           {{"cpu", cpu}, {"ephemeral-storage", storage_request}, {"memory", memory_request}}}};
}

Json container(const Plan& plan, const char* name, std::vector<std::string> command) {
  return {{"name", name},
          {"image", plan.image},
          {"imagePullPolicy", "IfNotPresent"},
          {"command", std::move(command)}};
}

std::string peer(const Plan& plan) {
  return "--peer-uid=" + std::to_string(plan.uids.judge);
}

Json build_container(const Plan& plan) {
  Json build = container(plan,
                         "build",
                         {kJudge,
                          "build",
                          "--listen=/run/algo/build/socket",
                          peer(plan),
                          "--bundle=/bundle",
                          "--digest=" + plan.digest,
                          "--out=/build",
                          "--tmp=/tmp",
                          "--cache=/algo-cache"});
  build["restartPolicy"] = "Always";
  build["resources"] =
      resources("100m", plan.build_memory_request_text, plan.build_memory_text, "64Mi", "1536Mi");
  build["securityContext"] = security_context(plan.uids.build);
  build["volumeMounts"] = Json::array({mount_read_only("runner", "/algo/bin"),
                                       mount_read_only("sources", "/bundle"),
                                       mount("build-output", "/build"),
                                       mount("build-tmp", "/tmp"),
                                       mount("build-socket", "/run/algo/build")});
  return build;
}

Json sandbox_container(const Plan& plan) {
  Json sandbox = container(plan,
                           "sandbox",
                           {kJudge,
                            "sandbox",
                            "--policy=run",
                            "--calls=" + plan.calls,
                            "--listen=/run/algo/sandbox/socket",
                            peer(plan),
                            "--read=/build"});
  sandbox["restartPolicy"] = "Always";
  sandbox["resources"] =
      resources("100m", plan.sandbox_memory_text, plan.sandbox_memory_text, "8Mi", "64Mi");
  sandbox["securityContext"] = security_context(plan.uids.sandbox);
  sandbox["volumeMounts"] = Json::array({mount_read_only("runner", "/algo/bin"),
                                         mount_read_only("build-output", "/build"),
                                         mount("sandbox-socket", "/run/algo/sandbox")});
  return sandbox;
}

Json judge_container(const Plan& plan) {
  Json judge = container(plan,
                         "judge",
                         {kJudge,
                          "judge",
                          "--bundle=/input",
                          "--digest=" + plan.digest,
                          "--build=/run/algo/build/socket",
                          "--sandbox=/run/algo/sandbox/socket",
                          "--output=/output",
                          "--deadline=" + std::to_string(plan.deadlines.judge.count())});
  judge["resources"] =
      resources("50m", plan.judge_memory_text, plan.judge_memory_text, "32Mi", "256Mi");
  judge["securityContext"] = security_context(plan.uids.judge);
  judge["terminationMessagePath"] = "/output/termination";
  judge["terminationMessagePolicy"] = "File";
  judge["volumeMounts"] = Json::array({mount_read_only("runner", "/algo/bin"),
                                       mount_read_only("input", "/input"),
                                       mount_read_only("sources", "/bundle"),
                                       mount("output", "/output"),
                                       mount("build-socket", "/run/algo/build"),
                                       mount("sandbox-socket", "/run/algo/sandbox")});
  return judge;
}

Json volumes(const Plan& plan, const Json& input, const Json& sources) {
  const Json runner = {
      {"name", "runner"},
      {"configMap",
       {{"name", plan.runner_name},
        {"defaultMode", kExecutable},
        {"items", Json::array({{{"key", "algo-judge"}, {"path", "algo-judge"}}})}}}};
  return Json::array({runner,
                      input,
                      sources,
                      disk("build-output", "256Mi"),
                      disk("build-tmp", "1Gi"),
                      memory("build-socket", "1Mi"),
                      memory("sandbox-socket", "1Mi"),
                      disk("output", "128Mi")});
}

}  // namespace

Json pod_spec(const Plan& plan, const Json& input, const Json& sources) {
  return {
      {"activeDeadlineSeconds", plan.deadlines.pod.count()},
      {"automountServiceAccountToken", false},
      {"enableServiceLinks", false},
      {"restartPolicy", "Never"},
      {"terminationGracePeriodSeconds", kGraceSeconds},
      {"nodeSelector", {{"kubernetes.io/arch", plan.architecture}, {"kubernetes.io/os", "linux"}}},
      {"securityContext",
       {{"runAsNonRoot", true}, {"seccompProfile", {{"type", "RuntimeDefault"}}}}},
      {"initContainers", Json::array({build_container(plan), sandbox_container(plan)})},
      {"containers", Json::array({judge_container(plan)})},
      {"volumes", volumes(plan, input, sources)}};
}

}  // namespace algo::bundle
