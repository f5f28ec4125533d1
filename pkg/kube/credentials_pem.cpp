#include "kube/credentials_pem.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <climits>
#include <memory>

namespace algo::kube {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Bio memory(const std::string& text) {
  const int size = text.size() > INT_MAX ? 0 : static_cast<int>(text.size());
  return {BIO_new_mem_buf(text.data(), size), BIO_free_all};
}

// Refuses to have a passphrase, instead of OpenSSL's question on the terminal.
int no_passphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) {
  return -1;
}

Certificate read_certificate(const std::string& pem) {
  const Bio bio = memory(pem);
  return {PEM_read_bio_X509(bio.get(), nullptr, no_passphrase, nullptr), X509_free};
}

Key read_key(const std::string& pem) {
  const Bio bio = memory(pem);
  return {PEM_read_bio_PrivateKey(bio.get(), nullptr, no_passphrase, nullptr), EVP_PKEY_free};
}

const char* find_problem(const std::string& certificate_pem, const std::string& key_pem) {
  const Certificate certificate = read_certificate(certificate_pem);
  if (!certificate) return "the certificate is no PEM certificate";
  const Key key = read_key(key_pem);
  if (!key) return "the key is no PEM private key, or asks for a passphrase";
  if (X509_check_private_key(certificate.get(), key.get()) != 1) {
    return "the key does not belong to the certificate";
  }
  return nullptr;
}

}  // namespace

bool holds_certificate(const std::string& pem) {
  const bool found = read_certificate(pem) != nullptr;
  ERR_clear_error();
  return found;
}

const char* key_pair_problem(const std::string& certificate_pem, const std::string& key_pem) {
  const char* problem = find_problem(certificate_pem, key_pem);
  ERR_clear_error();
  return problem;
}

}  // namespace algo::kube
