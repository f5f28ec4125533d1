#include "kube/credentials_provider.h"

#include "base/encoding.h"
#include "base/error.h"
#include "base/json.h"
#include "base/text.h"
#include "kube/kubeconfig_text.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace algo::kube {

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& next) {
  throw Error(ErrorKind::kEnvironment, "getting credentials: " + what, "", next);
}

std::optional<std::string> decode_base64url(std::string text) {
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  while (text.size() % 4 != 0) text += '=';
  return base64_decode(text);
}

// The claim "exp" of a JSON Web Token (RFC 7519), in seconds since 1970. The signature is the
// server's matter.
std::optional<std::int64_t> expiry_of(const std::string& token) {
  const std::vector<std::string> parts = split(token, '.');
  if (parts.size() != 3) return std::nullopt;
  const std::optional<std::string> claims = decode_base64url(parts[1]);
  if (!claims) return std::nullopt;
  try {
    const Json json = parse_json(*claims, "id-token");
    if (!json.is_object() || !json.contains("exp") || !json["exp"].is_number_integer()) {
      return std::nullopt;
    }
    return json["exp"].get<std::int64_t>();
  } catch (const Error&) {  // its message may show a part of the token
    return std::nullopt;
  }
}

std::string oidc_token(const AuthProvider& provider, const Clock& clock) {
  const std::string login = "log in again, or use the exec plugin kubelogin (kubectl oidc-login)";
  const auto token = provider.config.find("id-token");
  if (token == provider.config.end() || token->second.empty()) {
    refuse("the auth-provider oidc has no id-token", login);
  }
  const std::optional<std::int64_t> expiry = expiry_of(token->second);
  if (!expiry) refuse("the id-token of the auth-provider oidc is no token with an expiry", login);
  const auto now = clock.calendar().time_since_epoch();
  if (std::chrono::duration_cast<std::chrono::seconds>(now).count() >= *expiry) {
    refuse("the id-token of the auth-provider oidc has expired", login);
  }
  return token->second;
}

}  // namespace

std::string provider_token(const AuthProvider& provider, const Clock& clock) {
  if (provider.name == "oidc") return oidc_token(provider, clock);
  if (provider.name == "gcp") {
    refuse("the auth-provider gcp has been removed", "use the exec plugin gke-gcloud-auth-plugin");
  }
  if (provider.name == "azure") {
    refuse("the auth-provider azure has been removed",
           "use the exec plugin kubelogin (kubelogin convert-kubeconfig)");
  }
  refuse("no auth-provider is called " + in_quotes(provider.name),
         "use an exec plugin (users[].user.exec)");
}

}  // namespace algo::kube
