#pragma once

#include "base/files.h"
#include "kube/kubeconfig.h"

#include <optional>
#include <string>
#include <vector>

namespace algo::kube {

// Whether this runs in a pod that has a service account.
[[nodiscard]] bool in_cluster_possible(const Variables& environment, const FileReader& files);

// The pod's own access as a kubeconfig of one context, so that flags apply to it by the rules for
// any other. A pod without ca.crt falls back to the system's roots, with a warning.
[[nodiscard]] Kubeconfig in_cluster_kubeconfig(const Variables& environment,
                                               const FileReader& files,
                                               std::vector<std::string>& warnings);

// $POD_NAMESPACE, else the service account's namespace, else "default".
[[nodiscard]] std::string in_cluster_namespace(const Variables& environment,
                                               const FileReader& files);

}  // namespace algo::kube
