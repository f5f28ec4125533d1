#include "kube/kuberc.h"

#include "base/error.h"
#include "kube/http_text.h"
#include "kube/kube_yaml.h"
#include "kube/kubeconfig_text.h"

#include <cerrno>
#include <cstddef>

namespace algo::kube {

namespace {

using Kind = YamlNode::Kind;
using Policy = PluginRules::Policy;

constexpr std::size_t kMaxRules = std::size_t{1} << 20U;
constexpr const char* kPolicyField = "credentialPluginPolicy";
constexpr const char* kListField = "credentialPluginAllowlist";

[[noreturn]] void refuse_rules(const std::string& file, int line, const std::string& problem) {
  throw Error(ErrorKind::kInput,
              "the rules for credential plugins in " + in_quotes(file) + " are not clear",
              file + ":" + std::to_string(line) + ": " + problem);
}

std::string text_of(const YamlNode* node, const std::string& file) {
  if (node == nullptr) return "";
  if (node->kind != Kind::kScalar)
    refuse_rules(file, node->line, in_quotes(node->key) + " is no text");
  return node->text;
}

Policy parse_policy(const YamlNode& node, const std::string& file) {
  const std::string policy = text_of(&node, file);
  if (policy.empty() || policy == "AllowAll") return Policy::kAllowAll;
  if (policy == "DenyAll") return Policy::kDenyAll;
  if (policy == "Allowlist") return Policy::kAllowlist;
  refuse_rules(file,
               node.line,
               std::string(kPolicyField) + " is " + in_quotes(policy) +
                   "; it is AllowAll, DenyAll or Allowlist");
}

std::vector<AllowedPlugin> parse_allowlist(const YamlNode& list, const std::string& file) {
  if (list.kind != Kind::kList)
    refuse_rules(file, list.line, std::string(kListField) + " is no list");
  std::vector<AllowedPlugin> allowed;
  for (const YamlNode& item : list.children) {
    AllowedPlugin plugin{.name = text_of(item.find("name"), file),
                         .command = text_of(item.find("command"), file)};
    if (plugin.name.empty() && plugin.command.empty()) {
      refuse_rules(file, item.line, "an allowlist entry without name and command");
    }
    allowed.push_back(std::move(plugin));
  }
  return allowed;
}

}  // namespace

PluginRules read_plugin_rules(std::string_view text, const std::string& file) {
  PluginRules rules;
  for (const YamlNode& document : read_kube_documents(text, file)) {
    const YamlNode* policy = document.find(kPolicyField);
    const YamlNode* list = document.find(kListField);
    if (policy == nullptr && list == nullptr) continue;
    if (policy != nullptr) rules.policy = parse_policy(*policy, file);
    if (list != nullptr) rules.allowlist = parse_allowlist(*list, file);
    const int line = list == nullptr ? policy->line : list->line;
    const bool allowlist = rules.policy == Policy::kAllowlist;
    if (allowlist && rules.allowlist.empty()) refuse_rules(file, line, "the allowlist is empty");
    if (!allowlist && !rules.allowlist.empty()) {
      refuse_rules(file, line, "an allowlist, but the policy is not Allowlist");
    }
    return rules;
  }
  return rules;
}

PluginRules load_plugin_rules(const Variables& environment, const FileReader& files) {
  const std::string given = variable(environment, "KUBERC");
  if (given == "off" || given == "/dev/null") return {};
  if (ascii_lower(variable(environment, "KUBECTL_KUBERC")) == "false") return {};
  const std::string home = variable(environment, "HOME");
  if (given.empty() && home.empty()) return {};
  const std::string path = given.empty() ? home + "/.kube/kuberc" : given;
  try {
    return read_plugin_rules(files.read(path, kMaxRules), path);
  } catch (const Error& error) {
    if (given.empty() && error.why() == errno_text(ENOENT)) return {};
    throw;
  }
}

}  // namespace algo::kube
