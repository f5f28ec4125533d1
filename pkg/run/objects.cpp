#include "run/objects.h"

#include "base/error.h"
#include "bundle/job.h"
#include "kube/kube_yaml.h"
#include "run/image_mode.h"
#include "run/pod_options.h"

#include <algorithm>
#include <array>

namespace algo::run {
namespace {

// Everything that the ConfigMaps of a bundle may hold (bundle/config_maps.h), with its YAML.
constexpr std::size_t kMaxYamlBytes = std::size_t{40} << 20U;
// As the plan of a bundle has it; on OpenShift the namespace's range counts instead.
constexpr std::uint32_t kFirstUid = 20000;
constexpr std::uint32_t kUidTriples = 15000;
// No vowels, so that no words come out, and nothing that is read as something else.
constexpr std::string_view kIdLetters = "bcdfghjklmnpqrstvwxz2456789";
constexpr std::size_t kIdLength = 10;
constexpr std::size_t kMaxProblemPart = bundle::kMaxJobName - kIdLength - 1;

std::vector<Json> documents(const std::map<std::string, std::string>& files, const char* path) {
  const auto file = files.find(path);
  if (file == files.end()) {
    throw Error(ErrorKind::kInput, std::string("the bundle has no ") + path);
  }
  const kube::YamlBounds bounds{.max_bytes = kMaxYamlBytes};
  std::vector<Json> found;
  for (const kube::YamlNode& node : kube::read_kube_documents(file->second, path, bounds)) {
    found.push_back(kube::to_json(node));
  }
  return found;
}

// How the objects of the bundle are called, and how they will be called in this run.
using Names = std::map<std::string, std::string>;

// "two-sum-go-7f3a2c91-input" becomes "two-sum-k7m2q9x4aa-input"; what does not begin with the
// Job's name is the runner.
Names new_names(const Json& job, const std::vector<Json>& config_maps, const std::string& run) {
  const std::string old = job.at("metadata").at("name").get<std::string>();
  Names names{{old, run}};
  for (const Json& config_map : config_maps) {
    const std::string name = config_map.at("metadata").at("name").get<std::string>();
    names[name] = run + (name.starts_with(old) ? name.substr(old.size()) : "-runner");
  }
  return names;
}

void rename(Json& reference, const Names& names) {
  const auto found = names.find(reference.at("name").get<std::string>());
  if (found != names.end()) reference["name"] = found->second;
}

void rename_volumes(Json& pod, const Names& names) {
  for (Json& volume : pod.at("volumes")) {
    if (volume.contains("configMap")) rename(volume["configMap"], names);
    if (!volume.contains("projected")) continue;
    for (Json& source : volume["projected"].at("sources")) {
      if (source.contains("configMap")) rename(source["configMap"], names);
    }
  }
}

void label(Json& object, const Identity& identity) {
  object["metadata"]["labels"][kRunLabel] = identity.id;
}

Objects assemble(std::vector<Json> from_job,
                 std::vector<Json> from_runner,
                 const Identity& identity,
                 const Options& options) {
  Objects made;
  made.identity = identity;
  made.job = std::move(from_job.back());
  from_job.pop_back();
  made.config_maps = std::move(from_job);
  if (options.runner_image.empty()) {
    std::move(from_runner.begin(), from_runner.end(), std::back_inserter(made.config_maps));
  }
  const Names names = new_names(made.job, made.config_maps, identity.name);
  for (Json& config_map : made.config_maps) {
    rename(config_map.at("metadata"), names);
    label(config_map, identity);
  }
  rename(made.job.at("metadata"), names);
  label(made.job, identity);
  if (!options.queue.empty()) made.job["metadata"]["labels"][kQueueLabel] = options.queue;
  Json& pod = made.job.at("spec").at("template");
  label(pod, identity);
  rename_volumes(pod.at("spec"), names);
  apply_options(pod.at("spec"), identity, options);
  if (!options.bundle_image.empty()) {
    use_bundle_image(pod.at("spec"), made.config_maps, options.bundle_image);
  }
  apply_patch(made.job, options.patch);
  made.job["spec"]["suspend"] = true;
  return made;
}

}  // namespace

Objects make_objects(const std::map<std::string, std::string>& bundle,
                     const Identity& identity,
                     const Options& options) {
  std::vector<Json> from_job = documents(bundle, "job.yaml");
  if (from_job.empty()) throw Error(ErrorKind::kInput, "job.yaml is empty");
  try {
    Objects made =
        assemble(std::move(from_job), documents(bundle, "runner.yaml"), identity, options);
    const Json& metadata = made.job.at("metadata");
    made.problem = metadata.at("labels").at("problem-id").get<std::string>();
    made.language = metadata.at("labels").at("language").get<std::string>();
    made.digest = metadata.at("annotations").at(bundle::kDigestAnnotation).get<std::string>();
    const Json& pod = made.job.at("spec").at("template").at("spec");
    made.image = pod.at("containers").at(0).at("image").get<std::string>();
    return made;
  } catch (const Json::exception& error) {
    throw Error(ErrorKind::kInput,
                "job.yaml is not what `build` writes",
                error.what(),
                options.patch.is_null() ? "build the bundle again" : "look at the patch first");
  }
}

Json bare_pod(const Json& job) {
  const Json& pod = job.at("spec").at("template");
  Json metadata = pod.at("metadata");
  metadata["name"] = job.at("metadata").at("name");
  return {{"apiVersion", "v1"}, {"kind", "Pod"}, {"metadata", metadata}, {"spec", pod.at("spec")}};
}

Json owned_by(Json config_map, const Json& job) {
  const Json& metadata = job.at("metadata");
  // No blockOwnerDeletion: OpenShift asks for a permission on finalizers then.
  config_map["metadata"]["ownerReferences"] = Json::array({{{"apiVersion", "batch/v1"},
                                                            {"kind", "Job"},
                                                            {"name", metadata.at("name")},
                                                            {"uid", metadata.at("uid")},
                                                            {"controller", false}}});
  return config_map;
}

Identity make_identity(const std::string& problem, const std::function<double()>& random) {
  const auto pick = [&](std::size_t of) {
    return std::min(of - 1, static_cast<std::size_t>(random() * static_cast<double>(of)));
  };
  Identity identity;
  for (std::size_t i = 0; i < kIdLength; ++i) identity.id += kIdLetters[pick(kIdLetters.size())];
  std::string stem = problem.substr(0, kMaxProblemPart);
  while (!stem.empty() && (stem.back() == '-' || stem.back() == '.')) stem.pop_back();
  identity.name = stem + "-" + identity.id;
  identity.first_uid = kFirstUid + (static_cast<std::uint32_t>(pick(kUidTriples)) * 3);
  return identity;
}

}  // namespace algo::run
