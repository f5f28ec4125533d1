#pragma once

#include "support/fake_listener.h"
#include "support/tls_authority.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace algo::test {

class FakeStream;

// What an HTTP/2 server does with one request, in this order; "" and 0 leave a step out.
struct Http2Answer {
  int goaway_before = -1;  // GOAWAY that counts this stream out (0) or in (1)
  bool head = true;        // HEADERS with :status 200
  std::string data{};      // DATA
  bool end = true;         // END_STREAM
  int reset_code = -1;     // RST_STREAM with this error code
  bool goaway_after = false;
  bool close = false;  // the connection, without a word
};

// A TLS server that speaks just enough HTTP/2 (RFC 9113) to do what a test has written down. It
// does not read header fields: requests are told apart by their order alone.
class FakeHttp2Server {
 public:
  explicit FakeHttp2Server(TlsIdentity identity);
  ~FakeHttp2Server() = default;
  FakeHttp2Server(const FakeHttp2Server&) = delete;
  FakeHttp2Server& operator=(const FakeHttp2Server&) = delete;

  void expect(Http2Answer answer);
  [[nodiscard]] std::string url() const {
    return "https://127.0.0.1:" + std::to_string(listener_.port());
  }
  // The connection, counted from 1, that each request came on.
  [[nodiscard]] std::vector<int> requests() const;

 private:
  void serve(FakeStream& stream, int number);
  // False: the connection is over.
  [[nodiscard]] bool answer_one(FakeStream& stream, int number, std::uint32_t id);

  TlsIdentity identity_;
  mutable std::mutex mutex_{};
  std::deque<Http2Answer> answers_{};
  std::vector<int> requests_{};
  FakeListener listener_;  // last: its threads use the others
};

}  // namespace algo::test
