#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "kube/rest_config.h"

#include <optional>
#include <string>

namespace algo::kube {

// A client certificate and its key, from memory or from files that somebody else renews. Not for
// several threads at once.
class CertificatePair {
 public:
  struct Pem {
    std::string certificate{};
    std::string key{};
  };

  CertificatePair(const CredentialSource& source, const FileReader& files, const Clock& clock)
      : certificate_file_(source.certificate_data.empty() ? source.certificate_file : ""),
        key_file_(source.key_data.empty() ? source.key_file : ""),
        data_{source.certificate_data, source.key_data},
        files_(files),
        clock_(clock) {}

  // Both empty when there is no certificate. Files are read again at most once a second; what
  // cannot be read then, or does not fit together because only one of the files is new yet, leaves
  // the last pair in place. Throws Error(kEnvironment) when there never was one.
  [[nodiscard]] Pem current();

 private:
  [[nodiscard]] Pem load() const;

  std::string certificate_file_;
  std::string key_file_;
  Pem data_;
  const FileReader& files_;
  const Clock& clock_;
  std::optional<Pem> loaded_;
  Nanos loaded_at_{0};
};

}  // namespace algo::kube
