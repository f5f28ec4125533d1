#pragma once

#include "base/json.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::kube {

// The environment of this process, as a value.
using Variables = std::map<std::string, std::string, std::less<>>;
// "" when it is not set.
[[nodiscard]] std::string variable(const Variables& environment, std::string_view name);

// Of a file with certificates or a key.
inline constexpr std::size_t kMaxPem = std::size_t{4} << 20U;

// Where an entry stands, for messages and to resolve its relative paths. Empty for entries that
// come from flags.
struct Place {
  std::string file{};
  int line = 0;

  [[nodiscard]] std::string text() const;  // "FILE:LINE", or ""
};

// The names of the fields are those of kubeconfig (kubernetes.io/docs/reference/config-api/
// kubeconfig.v1). "" and an empty list mean that the field was not given.
struct Cluster {
  std::string server{};
  std::string tls_server_name{};
  bool insecure_skip_tls_verify = false;
  std::string certificate_authority{};       // a path
  std::string certificate_authority_data{};  // decoded: PEM
  std::string proxy_url{};
  bool disable_compression = false;
  std::optional<Json> exec_config{};  // extensions["client.authentication.k8s.io/exec"]
  Place place{};
};

struct EnvVar {
  std::string name{};
  std::string value{};
};

struct ExecConfig {
  std::string command{};
  std::vector<std::string> args{};
  std::vector<EnvVar> env{};
  std::string api_version{};
  std::string install_hint{};
  bool provide_cluster_info = false;
  std::string interactive_mode{};
};

struct AuthProvider {
  std::string name{};
  std::map<std::string, std::string> config{};
};

struct User {
  std::string client_certificate{};  // a path; the data fields are decoded PEM
  std::string client_certificate_data{};
  std::string client_key{};
  std::string client_key_data{};
  std::string token{};
  std::string token_file{};
  std::string as{};
  std::string as_uid{};
  std::vector<std::string> as_groups{};
  std::map<std::string, std::vector<std::string>> as_user_extra{};
  std::string username{};
  std::string password{};
  std::optional<AuthProvider> auth_provider{};
  std::optional<ExecConfig> exec{};
  Place place{};
};

struct Context {
  std::string cluster{};
  std::string user{};
  std::string namespace_name{};
  Place place{};
};

// One file, or several merged.
struct Kubeconfig {
  std::map<std::string, Cluster> clusters{};
  std::map<std::string, User> users{};
  std::map<std::string, Context> contexts{};
  std::string current_context{};
};

// Reads one file's text; `file` is its path as the person gave it. Unknown fields are ignored, null
// and missing ones are empty, paths stay as they are written.
// Throws Error(kInput) "error loading config file "FILE"" with the reason "FILE:LINE: what", which
// never holds a value.
[[nodiscard]] Kubeconfig read_kubeconfig(std::string_view text, const std::string& file);

}  // namespace algo::kube
