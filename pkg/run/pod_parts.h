#pragma once

#include "base/json.h"

#include <set>
#include <string>
#include <vector>

namespace algo::run {

// Taking parts of a pod away.

// Keeps those elements of the list whose name is one of these.
void keep_named(Json& list, const std::set<std::string>& names);
// Keeps these volumes of a PodSpec and their mounts in all of its containers.
void keep_volumes(Json& pod, const std::set<std::string>& names);
// Drops the ConfigMaps that no volume of the PodSpec shows.
void drop_unmounted(std::vector<Json>& config_maps, const Json& pod);

}  // namespace algo::run
