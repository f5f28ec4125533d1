#include "run/pod_parts.h"

#include <algorithm>
#include <iterator>

namespace algo::run {
namespace {

void add_name(std::set<std::string>& names, const Json& source) {
  if (source.contains("configMap")) {
    names.insert(source.at("configMap").at("name").get<std::string>());
  }
}

}  // namespace

void keep_named(Json& list, const std::set<std::string>& names) {
  Json kept = Json::array();
  std::copy_if(list.begin(), list.end(), std::back_inserter(kept), [&](const Json& one) {
    return names.contains(one.at("name").get<std::string>());
  });
  list = std::move(kept);
}

void keep_volumes(Json& pod, const std::set<std::string>& names) {
  keep_named(pod.at("volumes"), names);
  for (const char* kind : {"initContainers", "containers"}) {
    for (Json& container : pod.at(kind)) keep_named(container.at("volumeMounts"), names);
  }
}

void drop_unmounted(std::vector<Json>& config_maps, const Json& pod) {
  std::set<std::string> mounted;
  for (const Json& volume : pod.at("volumes")) {
    add_name(mounted, volume);
    if (!volume.contains("projected")) continue;
    for (const Json& source : volume.at("projected").at("sources")) add_name(mounted, source);
  }
  std::erase_if(config_maps, [&](const Json& one) {
    return !mounted.contains(one.at("metadata").at("name").get<std::string>());
  });
}

}  // namespace algo::run
