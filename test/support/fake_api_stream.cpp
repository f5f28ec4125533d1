#include "support/fake_api_stream.h"

#include <fcntl.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>

namespace algo::test {
namespace {

struct ContextFreer {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct SslFreer {
  void operator()(SSL* ssl) const { SSL_free(ssl); }
};
struct BioFreer {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};
struct X509Freer {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using Memory = std::unique_ptr<BIO, BioFreer>;
using Certificate = std::unique_ptr<X509, X509Freer>;

Memory memory_of(const std::string& text) {
  return Memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate certificate_of(const std::string& pem) {
  return Certificate(PEM_read_bio_X509(memory_of(pem).get(), nullptr, nullptr, nullptr));
}

void use_identity(SSL_CTX* context, const TlsIdentity& identity) {
  SSL_CTX_use_certificate(context, certificate_of(identity.certificate_pem).get());
  EVP_PKEY* key =
      PEM_read_bio_PrivateKey(memory_of(identity.key_pem).get(), nullptr, nullptr, nullptr);
  SSL_CTX_use_PrivateKey(context, key);
  EVP_PKEY_free(key);
}

int choose_protocol(SSL* /*ssl*/,
                    const unsigned char** out,
                    unsigned char* out_size,
                    const unsigned char* offered,
                    unsigned offered_size,
                    void* wanted_text) {
  const auto& wanted = *static_cast<const std::string*>(wanted_text);
  for (unsigned at = 0; at < offered_size; at += offered[at] + 1U) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const std::string name(reinterpret_cast<const char*>(offered + at + 1), offered[at]);
    if (name != wanted) continue;
    *out = offered + at + 1;
    *out_size = offered[at];
    return SSL_TLSEXT_ERR_OK;
  }
  return SSL_TLSEXT_ERR_NOACK;
}

}  // namespace

struct FakeStream::Tls {
  std::string protocol{};
  std::unique_ptr<SSL_CTX, ContextFreer> context{SSL_CTX_new(TLS_server_method())};
  std::unique_ptr<SSL, SslFreer> ssl{};
};

FakeStream::FakeStream(Fd socket, int stop_fd) : socket_(std::move(socket)), stop_fd_(stop_fd) {
  ::fcntl(socket_.get(), F_SETFL, O_NONBLOCK);
}

FakeStream::~FakeStream() = default;

bool FakeStream::wait(short events) {
  std::array<pollfd, 2> fds{pollfd{.fd = socket_.get(), .events = events, .revents = 0},
                            pollfd{.fd = stop_fd_, .events = POLLIN, .revents = 0}};
  return ::poll(fds.data(), fds.size(), -1) > 0 && fds[1].revents == 0;
}

bool FakeStream::start_tls(const TlsIdentity& identity,
                           const std::string& client_ca,
                           const std::string& protocol) {
  tls_ = std::make_unique<Tls>();
  tls_->protocol = protocol;
  SSL_CTX* context = tls_->context.get();
  use_identity(context, identity);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, &tls_->protocol);
  if (!client_ca.empty()) {
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate_of(client_ca).get());
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  }
  tls_->ssl.reset(SSL_new(context));
  SSL_set_fd(tls_->ssl.get(), socket_.get());
  while (true) {
    const int result = SSL_accept(tls_->ssl.get());
    if (result == 1) return true;
    const int why = SSL_get_error(tls_->ssl.get(), result);
    if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return false;
    if (!wait(why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT)) return false;
  }
}

std::string FakeStream::read() {
  std::array<char, 16384> buffer{};
  while (socket_.valid()) {
    const auto got = tls_
                         ? SSL_read(tls_->ssl.get(), buffer.data(), static_cast<int>(buffer.size()))
                         : static_cast<int>(::recv(socket_.get(), buffer.data(), buffer.size(), 0));
    if (got > 0) return {buffer.data(), static_cast<std::size_t>(got)};
    const bool later = tls_ ? SSL_get_error(tls_->ssl.get(), got) == SSL_ERROR_WANT_READ
                            : got < 0 && errno == EAGAIN;
    if (!later || !wait(POLLIN)) return "";
  }
  return "";
}

bool FakeStream::write(std::string_view bytes) {
  while (!bytes.empty() && socket_.valid()) {
    const auto put =
        tls_ ? SSL_write(tls_->ssl.get(), bytes.data(), static_cast<int>(bytes.size()))
             : static_cast<int>(::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL));
    if (put > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
      continue;
    }
    const bool later = tls_ ? SSL_get_error(tls_->ssl.get(), put) == SSL_ERROR_WANT_WRITE
                            : put < 0 && errno == EAGAIN;
    if (!later || !wait(POLLOUT)) return false;
  }
  return bytes.empty();
}

void FakeStream::wait_for_client() {
  (void)wait(POLLIN | POLLRDHUP);
}

void FakeStream::reset() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  socket_.reset();
}

void FakeStream::close() {
  if (tls_ && tls_->ssl && socket_.valid()) SSL_shutdown(tls_->ssl.get());
  socket_.reset();
}

std::string FakeStream::peer_name() const {
  if (!tls_) return "";
  const Certificate peer(SSL_get1_peer_certificate(tls_->ssl.get()));
  if (!peer) return "";
  std::array<char, 256> name{};
  X509_NAME_get_text_by_NID(
      X509_get_subject_name(peer.get()), NID_commonName, name.data(), name.size());
  return name.data();
}

std::string FakeStream::server_name() const {
  const char* name =
      tls_ ? SSL_get_servername(tls_->ssl.get(), TLSEXT_NAMETYPE_host_name) : nullptr;
  return name != nullptr ? name : "";
}

}  // namespace algo::test
