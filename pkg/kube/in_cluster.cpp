#include "kube/in_cluster.h"

#include "base/error.h"
#include "kube/credentials_pem.h"
#include "kube/kubeconfig_text.h"

#include <cstddef>
#include <string_view>

namespace algo::kube {

namespace {

constexpr const char* kToken = "/var/run/secrets/kubernetes.io/serviceaccount/token";
constexpr const char* kRoots = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt";
constexpr const char* kNamespace = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";
constexpr const char* kName = "in-cluster";

std::string host_and_port(const Variables& environment) {
  const std::string host = variable(environment, "KUBERNETES_SERVICE_HOST");
  const bool address6 = host.find(':') != std::string::npos;
  return (address6 ? "[" + host + "]" : host) + ":" +
         variable(environment, "KUBERNETES_SERVICE_PORT");
}

bool holds_roots(const FileReader& files) {
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  try {
    return holds_certificate(files.read(kRoots, kMost));
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

bool in_cluster_possible(const Variables& environment, const FileReader& files) {
  return !variable(environment, "KUBERNETES_SERVICE_HOST").empty() &&
         !variable(environment, "KUBERNETES_SERVICE_PORT").empty() && files.exists(kToken) &&
         !files.is_directory(kToken);
}

Kubeconfig in_cluster_kubeconfig(const Variables& environment,
                                 const FileReader& files,
                                 std::vector<std::string>& warnings) {
  Cluster cluster{.server = "https://" + host_and_port(environment)};
  if (holds_roots(files)) {
    cluster.certificate_authority = kRoots;
  } else {
    warnings.push_back(std::string("no certificates in ") + kRoots +
                       "; trusting the system's roots");
  }
  Kubeconfig config;
  config.clusters[kName] = cluster;
  config.users[kName] = {.token_file = kToken};
  config.contexts[kName] = {.cluster = kName, .user = kName};
  config.current_context = kName;
  return config;
}

std::string in_cluster_namespace(const Variables& environment, const FileReader& files) {
  std::string given = variable(environment, "POD_NAMESPACE");
  if (!given.empty()) return given;
  try {
    const std::string text = files.read(kNamespace, 4096);
    const std::string_view name = trimmed(text);
    return std::string(name.empty() ? "default" : name);
  } catch (const Error&) {
    return "default";  // a pod without the mount is in no namespace that it could know
  }
}

}  // namespace algo::kube
