#include "bundle/job.h"

#include "base/yaml_emit.h"
#include "bundle/pod.h"

namespace algo::bundle {
namespace {

constexpr int kKeepFinishedSeconds = 3600;

Json common_metadata(const Plan& plan) {
  return {{"labels",
           {{"app.kubernetes.io/managed-by", "kubectl-algo"},
            {"app.kubernetes.io/name", "algo-judge"},
            {"bundle", plan.digest.substr(plan.digest.find(':') + 1, 8)},
            {"language", plan.language},
            {"problem-id", plan.problem}}},
          {"annotations", {{kDigestAnnotation, plan.digest}}}};
}

// A node that is drained or preempts the pod is nobody's fault: the Job starts another pod. All
// else ends the Job at once and says so by the judge's exit code.
Json pod_failure_policy() {
  const Json disrupted = {
      {"action", "Ignore"},
      {"onPodConditions", Json::array({{{"type", "DisruptionTarget"}, {"status", "True"}}})}};
  const Json failed = {
      {"action", "FailJob"},
      {"onExitCodes",
       {{"containerName", "judge"}, {"operator", "NotIn"}, {"values", Json::array({0})}}}};
  return {{"rules", Json::array({disrupted, failed})}};
}

Json job(const Plan& plan, const Json& meta, Json pod) {
  Json metadata{{"name", plan.job_name}};
  metadata.update(meta);
  return {{"apiVersion", "batch/v1"},
          {"kind", "Job"},
          {"metadata", std::move(metadata)},
          {"spec",
           {{"activeDeadlineSeconds", plan.deadlines.job.count()},
            {"backoffLimit", 0},
            {"completions", 1},
            {"parallelism", 1},
            {"podFailurePolicy", pod_failure_policy()},
            {"ttlSecondsAfterFinished", kKeepFinishedSeconds},
            {"template", {{"metadata", meta}, {"spec", std::move(pod)}}}}}};
}

}  // namespace

std::string job_yaml(const Plan& plan, const PodFiles& files) {
  const Json meta = common_metadata(plan);
  const Packed input = pack("input", plan.job_name + "-input", meta, files.input);
  const Packed sources = pack("sources", plan.job_name + "-sources", meta, files.sources);
  std::string yaml;
  for (const Packed* packed : {&input, &sources}) {
    for (const Json& config_map : packed->config_maps) {
      yaml.append(to_yaml(config_map)).append("---\n");
    }
  }
  yaml += to_yaml(job(plan, meta, pod_spec(plan, input.volume, sources.volume)));
  return yaml;
}

}  // namespace algo::bundle
