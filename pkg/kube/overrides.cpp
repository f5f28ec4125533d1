#include "kube/overrides.h"

#include "base/error.h"
#include "kube/kubeconfig_text.h"

#include <cstddef>

namespace algo::kube {

namespace {

[[noreturn]] void refuse_selection(const std::string& what, const std::string& why = "") {
  throw Error(ErrorKind::kInput, what, why);
}

void replace(std::string& value, const std::string& flag) {
  if (!flag.empty()) value = flag;
}

Context select_context(const Kubeconfig& config,
                       const ConnectionFlags& flags,
                       const std::string& name) {
  const auto found = config.contexts.find(name);
  if (found == config.contexts.end() && !flags.context.empty()) {
    refuse_selection("context " + in_quotes(name) + " does not exist");
  }
  if (found == config.contexts.end() && !name.empty()) {
    refuse_selection("context was not found for specified context: " + in_quotes(name),
                     "current-context names it");
  }
  Context context = found == config.contexts.end() ? Context{} : found->second;
  replace(context.cluster, flags.cluster);
  replace(context.user, flags.user);
  replace(context.namespace_name, flags.namespace_name);
  return context;
}

// A context may name what is not there only as long as flags say everything that it would say.
[[noreturn]] void refuse_missing(const std::string& what,
                                 const std::string& name,
                                 const Selection& selection) {
  refuse_selection(what + " " + in_quotes(name) + " was not found for context " +
                       in_quotes(selection.context_name),
                   selection.context.place.text());
}

Cluster select_cluster(const Kubeconfig& config,
                       const ConnectionFlags& flags,
                       const Selection& selection) {
  const auto found = config.clusters.find(selection.cluster_name);
  const bool missing = found == config.clusters.end();
  if (missing && !flags.cluster.empty()) {
    refuse_selection("cluster " + in_quotes(flags.cluster) + " does not exist");
  }
  if (missing && !selection.cluster_name.empty() && flags.server.empty()) {
    refuse_missing("cluster", selection.cluster_name, selection);
  }
  Cluster cluster = missing ? Cluster{} : found->second;
  replace(cluster.server, flags.server);
  if (flags.insecure_skip_tls_verify || !flags.certificate_authority.empty()) {
    cluster.insecure_skip_tls_verify = flags.insecure_skip_tls_verify;
    cluster.certificate_authority = flags.certificate_authority;
    cluster.certificate_authority_data.clear();
  }
  if (!flags.tls_server_name.empty() || !flags.server.empty()) {
    cluster.tls_server_name = flags.tls_server_name;
  }
  cluster.disable_compression = cluster.disable_compression || flags.disable_compression;
  return cluster;
}

bool flags_identify(const ConnectionFlags& flags) {
  return !flags.token.empty() || !flags.username.empty() || !flags.client_certificate.empty();
}

// "KEY=VALUE" items, several of one key side by side.
std::map<std::string, std::vector<std::string>> parse_extra(const std::vector<std::string>& items) {
  std::map<std::string, std::vector<std::string>> extra;
  for (const std::string& item : items) {
    const std::size_t equals = item.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(ErrorKind::kUsage, "--as-user-extra " + in_quotes(item) + " is not KEY=VALUE");
    }
    extra[item.substr(0, equals)].push_back(item.substr(equals + 1));
  }
  return extra;
}

void replace_impersonation(User& user, const ConnectionFlags& flags) {
  replace(user.as, flags.as);
  replace(user.as_uid, flags.as_uid);
  if (!flags.as_groups.empty()) user.as_groups = flags.as_groups;
  for (auto& [key, values] : parse_extra(flags.as_user_extra)) user.as_user_extra[key] = values;
}

User select_user(const Kubeconfig& config,
                 const ConnectionFlags& flags,
                 const Selection& selection) {
  const auto found = config.users.find(selection.user_name);
  const bool missing = found == config.users.end();
  if (missing && !flags.user.empty()) {
    refuse_selection("auth info " + in_quotes(flags.user) + " does not exist");
  }
  if (missing && !selection.user_name.empty() && !flags_identify(flags)) {
    refuse_missing("user", selection.user_name, selection);
  }
  User user = missing ? User{} : found->second;
  replace(user.token, flags.token);  // a token file stays, and goes before it, as in clientcmd
  replace(user.username, flags.username);
  replace(user.password, flags.password);
  if (!flags.client_certificate.empty()) {
    user.client_certificate = flags.client_certificate;
    user.client_certificate_data.clear();
  }
  if (!flags.client_key.empty()) {
    user.client_key = flags.client_key;
    user.client_key_data.clear();
  }
  replace_impersonation(user, flags);
  return user;
}

}  // namespace

Selection select(const Kubeconfig& config, const ConnectionFlags& flags) {
  Selection selection;
  selection.context_name = flags.context.empty() ? config.current_context : flags.context;
  selection.context = select_context(config, flags, selection.context_name);
  selection.cluster_name = selection.context.cluster;
  selection.user_name = selection.context.user;
  selection.cluster = select_cluster(config, flags, selection);
  selection.user = select_user(config, flags, selection);
  return selection;
}

}  // namespace algo::kube
