#include "bundle/bundle.h"

#include "base/digest.h"
#include "bundle/cases_text.h"
#include "bundle/dockerfile.h"
#include "bundle/job.h"
#include "bundle/plan.h"
#include "spec/problem_json.h"

#include <utility>

namespace algo::bundle {
namespace {

constexpr const char* kCasesFile = "test-cases.json";
constexpr const char* kSpecFile = "spec.yaml";

std::map<std::string, std::string> content_files(const spec::Problem& problem,
                                                 const language::Language& language,
                                                 const std::string& solution) {
  std::map<std::string, std::string> files;
  for (auto& [name, text] : language.sources(problem, solution)) {
    files["src/" + name] = std::move(text);
  }
  files[kCasesFile] = cases_text(problem);
  files[kSpecFile] = spec::to_spec_yaml(problem);
  return files;
}

std::map<std::string, std::string> digests(const std::map<std::string, std::string>& files) {
  std::map<std::string, std::string> sums;
  for (const auto& [path, bytes] : files) sums[path] = sha256_hex(bytes);
  return sums;
}

PodFiles pod_files(const std::map<std::string, std::string>& content,
                   const std::string& manifest_bytes) {
  PodFiles pod;
  pod.input = {{.path = kManifestFile, .bytes = manifest_bytes},
               {.path = kSpecFile, .bytes = content.at(kSpecFile)}};
  for (PodFile& part : split_file(kCasesFile, content.at(kCasesFile))) {
    pod.input.push_back(std::move(part));
  }
  pod.sources = {{.path = kManifestFile, .bytes = manifest_bytes}};
  for (const auto& [path, bytes] : content) {
    if (path.starts_with("src/")) pod.sources.push_back({.path = path, .bytes = bytes});
  }
  return pod;
}

}  // namespace

Bundle make_bundle(const spec::Problem& problem,
                   const language::Language& language,
                   const std::string& solution,
                   const Options& options,
                   const Runner& runner,
                   std::string_view tool_version) {
  std::map<std::string, std::string> content = content_files(problem, language, solution);
  spec::Manifest manifest{.tool_version = std::string(tool_version),
                          .problem = problem.name,
                          .recipe = language.recipe(problem),
                          .judge_sha256 = std::string(runner.sha256),
                          .content = digests(content)};
  const Plan plan = make_plan(
      problem,
      manifest.recipe,
      {.digest = spec::manifest_digest(manifest), .cases_bytes = content.at(kCasesFile).size()},
      options,
      runner,
      language.image);

  std::map<std::string, std::string> others;
  if (options.for_job) {
    others["job.yaml"] = job_yaml(plan, pod_files(content, to_bundle_json(manifest, false)));
    others["Dockerfile"] = dockerfile(plan, manifest.recipe, runner, language.runtime_image);
  }
  manifest.files = digests(others);
  if (options.for_job) {
    others["runner.yaml"] = std::string(runner.yaml);
    manifest.files["runner.yaml"] = std::string(runner.yaml_sha256);
  }

  Bundle bundle{.id = problem.name,
                .job_name = plan.job_name,
                .digest = plan.digest,
                .image = plan.image,
                .deadline = plan.deadlines.job,
                .memory_limit = plan.sandbox_memory,
                .files = std::move(content),
                .warnings = plan.warnings};
  bundle.files.merge(others);
  bundle.files[kManifestFile] = spec::to_bundle_json(manifest, true);
  return bundle;
}

}  // namespace algo::bundle
