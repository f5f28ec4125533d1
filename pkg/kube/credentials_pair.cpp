#include "kube/credentials_pair.h"

#include "base/error.h"
#include "kube/credentials_pem.h"

#include <chrono>
#include <cstddef>

namespace algo::kube {

CertificatePair::Pem CertificatePair::load() const {
  constexpr std::size_t kMax = std::size_t{4} << 20U;
  const auto read = [&](const std::string& path, const std::string& data) {
    return path.empty() ? data : files_.read(path, kMax);
  };
  Pem pem{read(certificate_file_, data_.certificate), read(key_file_, data_.key)};
  const char* problem = key_pair_problem(pem.certificate, pem.key);
  if (problem != nullptr) throw Error(ErrorKind::kInput, "the client certificate", problem);
  return pem;
}

CertificatePair::Pem CertificatePair::current() {
  if (certificate_file_.empty() && data_.certificate.empty()) return {};
  const bool in_memory = certificate_file_.empty() && key_file_.empty();
  const bool fresh = clock_.monotonic() - loaded_at_ < std::chrono::seconds(1);
  if (loaded_ && (in_memory || fresh)) return *loaded_;
  try {
    loaded_ = load();
  } catch (const Error& error) {
    if (!loaded_) {
      throw Error(ErrorKind::kEnvironment,
                  "cannot use the client certificate and key",
                  std::string(error.what()) + ": " + error.why());
    }
  }
  loaded_at_ = clock_.monotonic();
  return *loaded_;
}

}  // namespace algo::kube
