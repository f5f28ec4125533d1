#pragma once

#include "base/files.h"
#include "kube/kubeconfig.h"

#include <string>
#include <vector>

namespace algo::kube {

// Which files hold the configuration.
struct KubeconfigPaths {
  std::vector<std::string> files{};  // the earlier wins
  bool given = false;                // by --kubeconfig: the one file must be there
};

// --kubeconfig; else $KUBECONFIG, a list separated by colons without its empty and repeated names;
// else $HOME/.kube/config.
[[nodiscard]] KubeconfigPaths kubeconfig_paths(const std::string& flag,
                                               const Variables& environment);

struct LoadedKubeconfig {
  Kubeconfig config{};
  std::vector<std::string> missing{};  // looked for, not there
};

// Reads and merges the files: the first that defines a cluster, user or context gives the whole of
// it, and the first current-context that is not empty counts. Paths come out resolved against the
// folder of the file that they stand in. Missing files are skipped; any other trouble with one is
// Error(kInput) that names it.
[[nodiscard]] LoadedKubeconfig load_kubeconfig(const KubeconfigPaths& paths,
                                               const FileReader& files);

}  // namespace algo::kube
