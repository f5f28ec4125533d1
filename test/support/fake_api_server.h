#pragma once

#include "base/fd.h"
#include "support/fake_api_answer.h"
#include "support/fake_listener.h"
#include "support/tls_authority.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace algo::test {

struct ServerOptions {
  // What a client meets before the server itself: an HTTP proxy that wants CONNECT, or a SOCKS5
  // one. Behind either stands this same server.
  enum class Front { kNone, kConnect, kSocks };
  std::optional<TlsIdentity> tls{};
  std::string client_ca_pem{};  // asks for a certificate of this authority
  Front front = Front::kNone;
};

struct Recorded {
  std::string method{};
  std::string target{};
  std::map<std::string, std::string> headers{};  // names in lower case, repeats joined by ", "
  std::string body{};
  int connection = 0;         // counts from 1
  std::string peer_name{};    // of the client certificate
  std::string server_name{};  // SNI
};

// An API server in this process, on a port of 127.0.0.1, whose every answer a test has written
// down beforehand. A request takes the first answer that is left for its method and the beginning
// of its target; without one it gets 404 and says so. A proxy's CONNECT and a SOCKS request are
// recorded with the methods "CONNECT" and "SOCKS".
class FakeApiServer {
 public:
  using Handler = std::function<Answer(const Recorded&)>;

  explicit FakeApiServer(ServerOptions options = {});
  ~FakeApiServer() = default;
  FakeApiServer(const FakeApiServer&) = delete;
  FakeApiServer& operator=(const FakeApiServer&) = delete;

  // For one request.
  void expect(const std::string& method, const std::string& target, Answer answer);
  // For all requests that nothing is expected of.
  void always(const std::string& method, const std::string& target, Handler handler);

  [[nodiscard]] int port() const { return listener_.port(); }
  [[nodiscard]] std::string url(const std::string& host = "127.0.0.1") const;
  [[nodiscard]] std::vector<Recorded> requests() const;
  // Waits until so many requests are here.
  void wait_for_requests(std::size_t count) const;

 private:
  struct Route {
    std::string method{};
    std::string target{};
    Handler handler{};
    bool once = false;
  };
  struct Connection;

  void serve(Connection& connection);
  [[nodiscard]] bool pass_front(Connection& connection);
  [[nodiscard]] bool pass_connect(Connection& connection);
  [[nodiscard]] bool pass_socks(Connection& connection);
  [[nodiscard]] bool serve_one(Connection& connection);
  [[nodiscard]] Answer record(const Recorded& request);
  [[nodiscard]] static bool give(Connection& connection, const Answer& answer);

  ServerOptions options_;
  mutable std::mutex mutex_{};
  mutable std::condition_variable recorded_{};
  std::vector<Recorded> requests_{};
  std::list<Route> routes_{};
  FakeListener listener_;  // last: its threads use the others
};

}  // namespace algo::test
