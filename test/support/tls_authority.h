#pragma once

#include <memory>
#include <string>
#include <vector>

namespace algo::test {

struct TlsIdentity {
  std::string certificate_pem{};
  std::string key_pem{};
};

// A certificate authority that lives as long as a test; P-256 keys, valid for a day.
class TlsAuthority {
 public:
  explicit TlsAuthority(const std::string& name = "test authority");
  ~TlsAuthority();
  TlsAuthority(const TlsAuthority&) = delete;
  TlsAuthority& operator=(const TlsAuthority&) = delete;

  [[nodiscard]] const std::string& pem() const { return pem_; }
  // Names as OpenSSL writes them: "DNS:api.test", "IP:127.0.0.1".
  [[nodiscard]] TlsIdentity server(const std::vector<std::string>& names) const;
  [[nodiscard]] TlsIdentity client(const std::string& common_name) const;

 private:
  struct Material;
  [[nodiscard]] TlsIdentity issue(const std::string& common_name, const std::string& names) const;

  std::unique_ptr<Material> own_;
  std::string pem_{};
};

}  // namespace algo::test
