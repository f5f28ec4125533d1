#pragma once

#include "base/fd.h"
#include "support/tls_authority.h"

#include <memory>
#include <string>
#include <string_view>

namespace algo::test {

// The server's end of one connection: plain at first, TLS after `start_tls`.
class FakeStream {
 public:
  // `stop_fd` becoming readable ends every wait.
  FakeStream(Fd socket, int stop_fd);
  ~FakeStream();
  FakeStream(const FakeStream&) = delete;
  FakeStream& operator=(const FakeStream&) = delete;

  // False when the client does not agree. `client_ca` "": no client certificate is asked for.
  // `protocol` is what ALPN gives: "http/1.1" or "h2".
  [[nodiscard]] bool start_tls(const TlsIdentity& identity,
                               const std::string& client_ca,
                               const std::string& protocol);
  // At least one byte, or "" at the end.
  [[nodiscard]] std::string read();
  [[nodiscard]] bool write(std::string_view bytes);
  // Until the client says something or leaves.
  void wait_for_client();
  void reset();
  void close();

  [[nodiscard]] std::string peer_name() const;    // the client certificate's common name
  [[nodiscard]] std::string server_name() const;  // what SNI asked for

 private:
  struct Tls;
  [[nodiscard]] bool wait(short events);

  Fd socket_;
  int stop_fd_;
  std::unique_ptr<Tls> tls_;
};

}  // namespace algo::test
