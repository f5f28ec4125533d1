#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "kube/kubeconfig.h"
#include "kube/overrides.h"

#include <string>
#include <vector>

namespace algo::kube {

struct Header {
  std::string name{};
  std::string value{};

  bool operator==(const Header&) const = default;
};

// How to prove who asks; nothing is set for an anonymous client. At most one of token, basic and
// exec is in effect: a token or basic credential given silences `exec` and `auth_provider`.
struct CredentialSource {
  std::string token{};
  std::string token_file{};  // wins over `token` as soon as it can be read
  std::string username{};
  std::string password{};
  std::string certificate_file{};  // the data fields are PEM and win over the files
  std::string certificate_data{};
  std::string key_file{};
  std::string key_data{};
  std::optional<ExecConfig> exec{};
  std::optional<AuthProvider> auth_provider{};
};

// One server and everything needed to speak to it.
struct RestConfig {
  std::string server{};       // "https://host:port": scheme and authority, nothing else
  std::string path_prefix{};  // "/k8s/clusters/c-1" or "": stands before every request's path
  std::string tls_server_name{};
  bool insecure_skip_tls_verify = false;
  std::string ca_pem{};     // the only roots when set; else those of the system
  std::string proxy_url{};  // http, https or socks5; "": HTTPS_PROXY and NO_PROXY decide
  bool disable_compression = false;
  Nanos request_timeout{0};  // of one request; 0: none
  std::vector<Header> impersonation{};
  CredentialSource credentials{};
  std::optional<Json> exec_config{};  // of the cluster, for the exec plugin

  std::string namespace_name{};
  std::string context_name{};  // "" in a cluster, and when flags name a server
  std::string cluster_name{};
  std::string user_name{};
  bool in_cluster = false;
  std::vector<std::string> warnings{};
};

// Where to go and as whom, from flags, kubeconfig files and, without either, the pod that this runs
// in. Nothing is sent and no program runs.
// Throws Error(kInput) or, for a flag's value, Error(kUsage), naming the entry at fault.
[[nodiscard]] RestConfig resolve_rest_config(const ConnectionFlags& flags,
                                             const Variables& environment,
                                             const FileReader& files);

}  // namespace algo::kube
