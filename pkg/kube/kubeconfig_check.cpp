#include "kube/kubeconfig_check.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/kubeconfig_text.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace algo::kube {

namespace {

// Collects what is wrong with one entry.
class Problems {
 public:
  Problems(std::string entry, const Place& place, const FileReader& files)
      : entry_(std::move(entry)), place_(place), files_(files) {}

  void add(const std::string& problem) {
    const std::string place = place_.text();
    found_.push_back(problem + (place.empty() ? "" : " (" + place + ")"));
  }
  void add_if(bool bad, const std::string& problem) {
    if (bad) add(problem);
  }
  void both(const std::string& file, const std::string& data, const std::string& field) {
    add_if(!file.empty() && !data.empty(),
           field + "-data and " + field + " are both specified for " + entry_);
  }
  void unreadable(const std::string& path, const std::string& field) {
    if (path.empty()) return;
    try {
      static_cast<void>(files_.read(path, kMaxPem));
    } catch (const Error& error) {
      add("unable to read " + field + " " + printable(path) + " for " + entry_ + ": " +
          error.why());
    }
  }

  [[nodiscard]] const std::string& entry() const { return entry_; }
  [[nodiscard]] const std::vector<std::string>& found() const { return found_; }

 private:
  std::string entry_;
  const Place& place_;
  const FileReader& files_;
  std::vector<std::string> found_;
};

void check_cluster(const Cluster& cluster, Problems& problems) {
  problems.add_if(cluster.server.empty(), "no server found for " + problems.entry());
  const char* proxy = cluster.proxy_url.empty() ? nullptr : proxy_problem(cluster.proxy_url);
  // The URL may hold a password.
  problems.add_if(proxy != nullptr,
                  "invalid proxy-url for " + problems.entry() + ": " + (proxy ? proxy : ""));
  problems.both(
      cluster.certificate_authority, cluster.certificate_authority_data, "certificate-authority");
  const bool roots =
      !cluster.certificate_authority.empty() || !cluster.certificate_authority_data.empty();
  problems.add_if(roots && cluster.insecure_skip_tls_verify,
                  "certificate-authority and insecure-skip-tls-verify are both specified for " +
                      problems.entry());
  problems.unreadable(cluster.certificate_authority, "certificate-authority");
}

void check_certificate(const User& user, Problems& problems) {
  if (user.client_certificate.empty() && user.client_certificate_data.empty()) return;
  problems.both(user.client_certificate, user.client_certificate_data, "client-certificate");
  problems.both(user.client_key, user.client_key_data, "client-key");
  problems.add_if(user.client_key.empty() && user.client_key_data.empty(),
                  "client-key-data or client-key must be specified for " + problems.entry() +
                      " to use its client certificate");
  problems.unreadable(user.client_certificate, "client-certificate");
  problems.unreadable(user.client_key, "client-key");
}

void check_exec(const ExecConfig& exec, Problems& problems) {
  const std::string& entry = problems.entry();
  const std::string use = " must be specified for " + entry + " to use exec authentication plugin";
  problems.add_if(exec.command.empty(), "command" + use);
  problems.add_if(exec.api_version.empty(), "apiVersion" + use);
  for (const EnvVar& variable : exec.env) {
    problems.add_if(variable.name.empty(), "env variable name" + use);
  }
  const std::string& mode = exec.interactive_mode;
  problems.add_if(mode.empty(), "interactiveMode" + use);
  problems.add_if(!mode.empty() && mode != "Never" && mode != "IfAvailable" && mode != "Always",
                  "invalid interactiveMode for " + entry + ": " + in_quotes(mode) +
                      "; it is Never, IfAvailable or Always");
}

void check_user(const User& user, Problems& problems) {
  const bool token = !user.token.empty() || !user.token_file.empty();
  const bool basic = !user.username.empty() || !user.password.empty();
  check_certificate(user, problems);
  if (user.exec) {
    problems.add_if(user.auth_provider.has_value(),
                    "auth-provider cannot be provided in combination with an exec plugin for " +
                        problems.entry());
    check_exec(*user.exec, problems);
  }
  problems.add_if(token && basic,
                  "more than one authentication method found for " + problems.entry() +
                      ": a token and a user name with password; only one is allowed");
  const bool details =
      !user.as_uid.empty() || !user.as_groups.empty() || !user.as_user_extra.empty();
  problems.add_if(details && user.as.empty(),
                  "requesting uid, groups or user-extra for " + problems.entry() +
                      " without impersonating a user");
}

std::string entry_name(const std::string& kind, const std::string& name) {
  return name.empty() ? kind + " given by flags" : kind + " " + in_quotes(name);
}

}  // namespace

const char* proxy_problem(const std::string& url) {
  const std::size_t colon = url.find("://");
  if (colon == std::string::npos) return "it has no scheme; http, https and socks5 are known";
  const std::string scheme = url.substr(0, colon);
  if (scheme != "http" && scheme != "https" && scheme != "socks5") {
    return "unsupported scheme; http, https and socks5 are known";
  }
  const std::string rest = url.substr(colon + 3);
  for (const char c : rest) {
    if (c <= ' ' || c == 0x7F) return "a space or control character";
  }
  const std::string authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::string host = authority.substr(authority.rfind('@') + 1);
  return host.empty() || host.starts_with(':') ? "it has no host" : nullptr;
}

void check_usable(const Selection& selection, const FileReader& files) {
  Problems user(entry_name("user", selection.user_name), selection.user.place, files);
  check_user(selection.user, user);
  Problems cluster(entry_name("cluster", selection.cluster_name), selection.cluster.place, files);
  check_cluster(selection.cluster, cluster);
  std::vector<std::string> all = user.found();
  all.insert(all.end(), cluster.found().begin(), cluster.found().end());
  if (!all.empty()) throw Error(ErrorKind::kInput, "invalid configuration", join(all, "; "));
}

}  // namespace algo::kube
