#include "kube/system_roots.h"

#include <array>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{8} << 20U;

constexpr std::array kBundles{"/etc/ssl/certs/ca-certificates.crt",                 // Debian, Arch
                              "/etc/pki/tls/certs/ca-bundle.crt",                   // Fedora
                              "/etc/ssl/ca-bundle.pem",                             // SUSE
                              "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // RHEL
                              "/etc/ssl/cert.pem"};                                 // Alpine

}  // namespace

std::string system_roots(const Variables& environment, const FileReader& files) {
  const auto chosen = environment.find("SSL_CERT_FILE");
  if (chosen != environment.end() && !chosen->second.empty()) {
    return files.read(chosen->second, kMaxBytes);
  }
  for (const char* bundle : kBundles) {
    if (files.exists(bundle) && !files.is_directory(bundle)) return files.read(bundle, kMaxBytes);
  }
  return "";
}

}  // namespace algo::kube
