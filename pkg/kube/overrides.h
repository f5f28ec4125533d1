#pragma once

#include "kube/kubeconfig.h"

#include <string>
#include <vector>

namespace algo::kube {

// kubectl's connection flags, as typed; "" and false mean not given.
struct ConnectionFlags {
  std::string kubeconfig{};
  std::string context{};
  std::string cluster{};
  std::string user{};
  std::string namespace_name{};
  std::string server{};
  std::string tls_server_name{};
  bool insecure_skip_tls_verify = false;
  std::string certificate_authority{};
  std::string client_certificate{};
  std::string client_key{};
  std::string token{};
  std::string username{};
  std::string password{};
  std::string as{};
  std::string as_uid{};
  std::vector<std::string> as_groups{};
  std::vector<std::string> as_user_extra{};  // "KEY=VALUE" each
  std::string request_timeout{};             // "30" (seconds), "1m"; "0": none
  bool disable_compression = false;
  int verbosity = 0;  // what to say about requests (logged_transport.h)
};

// What the flags and the files select together: the entries with the flags' values in them.
struct Selection {
  std::string context_name{};  // "" when none is selected
  std::string cluster_name{};
  std::string user_name{};
  Context context{};
  Cluster cluster{};
  User user{};
};

// Applies kubectl's rules: which flag replaces which fields. Throws Error(kInput) for an entry that
// is named by a flag, or by the selected context, and is not there.
[[nodiscard]] Selection select(const Kubeconfig& config, const ConnectionFlags& flags);

}  // namespace algo::kube
