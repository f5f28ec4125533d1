#include "kube/credentials_make.h"

#include "base/encoding.h"
#include "kube/credentials_header.h"
#include "kube/credentials_pair.h"
#include "kube/credentials_provider.h"
#include "kube/kuberc.h"
#include "kube/token_file.h"

#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace algo::kube {

namespace {

// What the configuration itself holds or points to.
class ConfiguredCredentials final : public Credentials {
 public:
  ConfiguredCredentials(const CredentialSource& source,
                        const std::string& user_name,
                        const CredentialWorld& world)
      : source_(source),
        from_(user_name.empty() ? "the flags" : "user \"" + user_name + "\""),
        clock_(world.clock),
        pair_(source, world.files, world.clock) {
    if (!source.token_file.empty()) {
      token_file_.emplace(source.token_file, source.token, world.files, world.clock);
    }
    static_cast<void>(authorization_without_file());  // a provider that is gone is told at once
  }

  [[nodiscard]] Credential current() override {
    const std::lock_guard lock(mutex_);
    CertificatePair::Pem pem = pair_.current();
    return {.authorization = token_file_ ? bearer_header(token_file_->current(), from_)
                                         : authorization_without_file(),
            .certificate_pem = std::move(pem.certificate),
            .key_pem = std::move(pem.key)};
  }

  [[nodiscard]] bool refused(const Credential& used) override {
    const std::lock_guard lock(mutex_);
    constexpr std::size_t kScheme = 7;  // "Bearer "
    if (!token_file_ || used.authorization.size() < kScheme) return false;
    return token_file_->refused(used.authorization.substr(kScheme));
  }

 private:
  [[nodiscard]] std::string authorization_without_file() const {
    if (!source_.username.empty() || !source_.password.empty()) {
      return basic_header(source_.username, source_.password);
    }
    if (!source_.token.empty()) return bearer_header(source_.token, from_);
    if (token_file_ || !source_.auth_provider) return "";
    return bearer_header(provider_token(*source_.auth_provider, clock_), from_);
  }

  CredentialSource source_;
  std::string from_;
  const Clock& clock_;
  std::mutex mutex_;
  CertificatePair pair_;
  std::optional<TokenFile> token_file_;
};

// spec.cluster of an ExecCredential: what a plugin may need to reach the same server.
Json exec_cluster(const RestConfig& config) {
  Json cluster{{"server", config.server + config.path_prefix}};
  if (!config.tls_server_name.empty()) cluster["tls-server-name"] = config.tls_server_name;
  if (config.insecure_skip_tls_verify) cluster["insecure-skip-tls-verify"] = true;
  if (!config.ca_pem.empty()) cluster["certificate-authority-data"] = base64_encode(config.ca_pem);
  if (!config.proxy_url.empty()) cluster["proxy-url"] = config.proxy_url;
  if (config.disable_compression) cluster["disable-compression"] = true;
  if (config.exec_config) cluster["config"] = *config.exec_config;
  return cluster;
}

bool is_configured(const CredentialSource& source) {
  return !source.token.empty() || !source.token_file.empty() || !source.username.empty() ||
         !source.password.empty() || !source.certificate_file.empty() ||
         !source.certificate_data.empty();
}

}  // namespace

std::unique_ptr<Credentials> make_credentials(const RestConfig& config,
                                              const CredentialWorld& world) {
  const CredentialSource& source = config.credentials;
  if (!source.exec || is_configured(source)) {
    return std::make_unique<ConfiguredCredentials>(source, config.user_name, world);
  }
  PluginSetup setup{.exec = *source.exec,
                    .cluster = exec_cluster(config),
                    .rules = load_plugin_rules(world.environment, world.files),
                    .environment = world.environment,
                    .input = world.input};
  return std::make_unique<ExecCredentials>(std::move(setup), world.plugins, world.clock);
}

}  // namespace algo::kube
