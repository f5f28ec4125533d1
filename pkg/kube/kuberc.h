#pragma once

#include "base/files.h"
#include "kube/kubeconfig.h"

#include <string>
#include <vector>

namespace algo::kube {

// One program that may run; a field that is set must match, and at least one is.
struct AllowedPlugin {
  std::string name{};  // the older name of `command`
  std::string command{};
};

// Which credential plugins kubectl may run (kuberc, KEP-3104).
struct PluginRules {
  enum class Policy { kAllowAll, kDenyAll, kAllowlist };

  Policy policy = Policy::kAllowAll;
  std::vector<AllowedPlugin> allowlist{};
};

// credentialPluginPolicy and credentialPluginAllowlist of a kuberc file. Everything else in it is
// ignored. Throws Error(kInput) for rules that say nothing clear: they must not read as "all".
[[nodiscard]] PluginRules read_plugin_rules(std::string_view text, const std::string& file);

// The rules of $KUBERC, else of $HOME/.kube/kuberc; everything is allowed when there is no such
// file, KUBERC is "off" or KUBECTL_KUBERC is "false" (kubectl's two ways to do without it).
[[nodiscard]] PluginRules load_plugin_rules(const Variables& environment, const FileReader& files);

}  // namespace algo::kube
