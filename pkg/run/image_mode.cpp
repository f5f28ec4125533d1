#include "run/image_mode.h"

#include "run/pod_parts.h"

namespace algo::run {

void use_bundle_image(Json& pod, std::vector<Json>& config_maps, const std::string& image) {
  keep_named(pod.at("initContainers"), {"sandbox"});
  keep_volumes(pod, {"input", "output", "sandbox-socket"});
  drop_unmounted(config_maps, pod);
  for (const char* kind : {"initContainers", "containers"}) {
    for (Json& container : pod.at(kind)) container["image"] = image;
  }
  Json& command = pod.at("containers").at(0).at("command");
  for (Json& word : command) {
    if (word.get_ref<const std::string&>().starts_with("--build=")) word = "--compiled";
  }
}

}  // namespace algo::run
