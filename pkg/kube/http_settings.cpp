#include "kube/http_url.h"
#include "kube/transport.h"

namespace algo::kube {
namespace {

std::string first_of(const Variables& environment, const char* upper, const char* lower) {
  for (const char* name : {upper, lower}) {
    const auto found = environment.find(name);
    if (found != environment.end() && !found->second.empty()) return found->second;
  }
  return "";
}

}  // namespace

std::string_view Head::header(std::string_view name) const {
  for (const Header& header : headers) {
    if (header.name == name) return header.value;
  }
  return "";
}

TransportSettings transport_settings(const RestConfig& config, const Variables& environment) {
  const bool plain = config.server.starts_with("http://");
  TransportSettings settings;
  settings.server = config.server;
  settings.path_prefix = config.path_prefix;
  settings.ca_pem = config.ca_pem;
  settings.tls_server_name = config.tls_server_name;
  settings.insecure = config.insecure_skip_tls_verify;
  settings.disable_compression = config.disable_compression;
  settings.http2 = first_of(environment, "DISABLE_HTTP2", "DISABLE_HTTP2").empty();
  settings.proxy_url = config.proxy_url;
  settings.environment_proxy = plain ? first_of(environment, "HTTP_PROXY", "http_proxy")
                                     : first_of(environment, "HTTPS_PROXY", "https_proxy");
  settings.no_proxy = first_of(environment, "NO_PROXY", "no_proxy");
  settings.headers = config.impersonation;
  return settings;
}

}  // namespace algo::kube
