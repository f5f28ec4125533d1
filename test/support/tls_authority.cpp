#include "support/tls_authority.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <stdexcept>

namespace algo::test {
namespace {

template <auto Free>
struct Freer {
  template <typename Object>
  void operator()(Object* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

void need(bool good, const char* what) {
  if (!good) throw std::runtime_error(std::string("OpenSSL: ") + what);
}

std::string text_of(BIO* memory) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(memory, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

std::string to_pem(X509* certificate) {
  const Memory memory(BIO_new(BIO_s_mem()));
  need(PEM_write_bio_X509(memory.get(), certificate) == 1, "write certificate");
  return text_of(memory.get());
}

std::string to_pem(EVP_PKEY* key) {
  const Memory memory(BIO_new(BIO_s_mem()));
  need(PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
       "write key");
  return text_of(memory.get());
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
  need(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value.c_str());
}

Certificate make_certificate(const std::string& common_name, EVP_PKEY* key) {
  static std::atomic<long> serial{1};
  Certificate certificate(X509_new());
  need(certificate != nullptr, "new certificate");
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()),
                             "CN",
                             MBSTRING_UTF8,
                             // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
                             reinterpret_cast<const unsigned char*>(common_name.c_str()),
                             -1,
                             -1,
                             0);
  need(X509_set_pubkey(certificate.get(), key) == 1, "set key");
  return certificate;
}

// What EVP_EC_gen() does, less the cast in its macro that drops a const.
Key make_key() {
  Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
  need(key != nullptr, "generate key");
  return key;
}

}  // namespace

struct TlsAuthority::Material {
  Key key{};
  Certificate certificate{};
};

TlsAuthority::TlsAuthority(const std::string& name) : own_(std::make_unique<Material>()) {
  own_->key = make_key();
  own_->certificate = make_certificate(name, own_->key.get());
  X509* certificate = own_->certificate.get();
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
  add_extension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
  add_extension(certificate, certificate, NID_key_usage, "critical,keyCertSign");
  need(X509_sign(certificate, own_->key.get(), EVP_sha256()) > 0, "sign");
  pem_ = to_pem(certificate);
}

TlsAuthority::~TlsAuthority() = default;

TlsIdentity TlsAuthority::issue(const std::string& common_name, const std::string& names) const {
  const Key key = make_key();
  const Certificate certificate = make_certificate(common_name, key.get());
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(own_->certificate.get()));
  if (!names.empty()) {
    add_extension(certificate.get(), own_->certificate.get(), NID_subject_alt_name, names);
  }
  need(X509_sign(certificate.get(), own_->key.get(), EVP_sha256()) > 0, "sign");
  return {.certificate_pem = to_pem(certificate.get()), .key_pem = to_pem(key.get())};
}

TlsIdentity TlsAuthority::server(const std::vector<std::string>& names) const {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ",") + name;
  return issue("server", joined);
}

TlsIdentity TlsAuthority::client(const std::string& common_name) const {
  return issue(common_name, "");
}

}  // namespace algo::test
