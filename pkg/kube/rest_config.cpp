#include "kube/rest_config.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/credentials_pem.h"
#include "kube/in_cluster.h"
#include "kube/kubeconfig_check.h"
#include "kube/kubeconfig_load.h"
#include "kube/kubeconfig_text.h"
#include "kube/rest_config_url.h"

#include <cstddef>
#include <utility>

namespace algo::kube {

namespace {

// Nothing says where to go: neither files nor flags.
bool says_nothing(const Kubeconfig& config, const ConnectionFlags& flags) {
  return config.current_context.empty() && flags.context.empty() && flags.cluster.empty() &&
         flags.user.empty() && flags.server.empty();
}

[[noreturn]] void refuse_without_server(const LoadedKubeconfig& loaded,
                                        const KubeconfigPaths& paths) {
  std::string why = "no context is selected and no --server is given";
  if (!loaded.missing.empty() && loaded.missing.size() == paths.files.size()) {
    why = "config not found: " + printable(join(paths.files, ", "));
  }
  throw Error(ErrorKind::kInput,
              "no configuration of a cluster has been provided",
              why,
              "name a kubeconfig file with --kubeconfig or KUBECONFIG, or choose one of its "
              "contexts with --context");
}

std::string select_namespace(const Selection& selection,
                             const Variables& environment,
                             const FileReader& files) {
  std::string name = selection.context.namespace_name;
  if (name.empty() && in_cluster_possible(environment, files)) {
    name = in_cluster_namespace(environment, files);
  }
  if (name.empty()) name = "default";
  if (is_dns_label(name)) return name;
  throw Error(ErrorKind::kInput,
              "namespace " + in_quotes(name) + " is no name of a namespace",
              "at most 63 lower-case letters, digits and, inside, dashes" +
                  (selection.context.place.file.empty()
                       ? ""
                       : "; the context stands in " + selection.context.place.text()));
}

std::string read_roots(const Selection& selection, const FileReader& files) {
  const Cluster& cluster = selection.cluster;
  if (cluster.certificate_authority.empty() && cluster.certificate_authority_data.empty()) {
    return "";
  }
  std::string pem = cluster.certificate_authority.empty()
                        ? cluster.certificate_authority_data
                        : files.read(cluster.certificate_authority, kMaxPem);
  if (holds_certificate(pem)) return pem;
  throw Error(
      ErrorKind::kInput,
      "no certificate in the certificate-authority of cluster " + in_quotes(selection.cluster_name),
      cluster.certificate_authority.empty() ? cluster.place.text()
                                            : printable(cluster.certificate_authority));
}

CredentialSource credential_source(const User& user) {
  return {.token = user.token,
          .token_file = user.token_file,
          .username = user.username,
          .password = user.password,
          .certificate_file = user.client_certificate,
          .certificate_data = user.client_certificate_data,
          .key_file = user.client_key,
          .key_data = user.client_key_data,
          .exec = user.exec,
          .auth_provider = user.auth_provider};
}

bool is_anonymous(const User& user) {
  return user.token.empty() && user.token_file.empty() && user.username.empty() &&
         user.password.empty() && user.client_certificate.empty() &&
         user.client_certificate_data.empty() && !user.exec && !user.auth_provider;
}

// Everything that TLS protects or needs is left out for http://, as kubectl does.
void add_secure_parts(const Selection& selection, const FileReader& files, RestConfig& rest) {
  if (!rest.server.starts_with("https://")) {
    if (!is_anonymous(selection.user)) {
      rest.warnings.push_back("the server is " + rest.server +
                              ", which is not encrypted: asking without credentials");
    }
    return;
  }
  rest.tls_server_name = selection.cluster.tls_server_name;
  rest.insecure_skip_tls_verify = selection.cluster.insecure_skip_tls_verify;
  rest.ca_pem = read_roots(selection, files);
  rest.credentials = credential_source(selection.user);
}

RestConfig to_rest_config(const Selection& selection, const FileReader& files) {
  check_usable(selection, files);
  RestConfig rest;
  ServerUrl url = parse_server_url(selection.cluster.server);
  rest.server = std::move(url.server);
  rest.path_prefix = std::move(url.path_prefix);
  rest.proxy_url = selection.cluster.proxy_url;
  rest.disable_compression = selection.cluster.disable_compression;
  rest.exec_config = selection.cluster.exec_config;
  rest.impersonation = impersonation_headers(selection.user);
  rest.context_name = selection.context_name;
  rest.cluster_name = selection.cluster_name;
  rest.user_name = selection.user_name;
  add_secure_parts(selection, files, rest);
  return rest;
}

}  // namespace

RestConfig resolve_rest_config(const ConnectionFlags& flags,
                               const Variables& environment,
                               const FileReader& files) {
  const KubeconfigPaths paths = kubeconfig_paths(flags.kubeconfig, environment);
  LoadedKubeconfig loaded = load_kubeconfig(paths, files);
  std::vector<std::string> warnings;
  const bool in_cluster =
      says_nothing(loaded.config, flags) && in_cluster_possible(environment, files);
  if (in_cluster) loaded.config = in_cluster_kubeconfig(environment, files, warnings);
  Selection selection = select(loaded.config, flags);
  if (in_cluster && !flags.token.empty()) selection.user.token_file.clear();
  if (!flags.token.empty() && !selection.user.token_file.empty()) {
    warnings.push_back("the tokenFile of user " + in_quotes(selection.user_name) +
                       " goes before --token, as in kubectl");
  }
  if (selection.cluster.server.empty() && selection.cluster_name.empty()) {
    refuse_without_server(loaded, paths);
  }
  RestConfig rest = to_rest_config(selection, files);
  rest.namespace_name = select_namespace(selection, environment, files);
  rest.request_timeout = parse_request_timeout(flags.request_timeout);
  rest.in_cluster = in_cluster;
  rest.warnings.insert(rest.warnings.begin(), warnings.begin(), warnings.end());
  return rest;
}

}  // namespace algo::kube
