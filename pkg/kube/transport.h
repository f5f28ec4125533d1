#pragma once

#include "base/clock.h"
#include "kube/credentials.h"
#include "kube/rest_config.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace algo::kube {

// How to reach one server. Holds no secret: those come with each request.
struct TransportSettings {
  std::string server{};           // "https://host:port"
  std::string path_prefix{};      // stands before every target
  std::string ca_pem{};           // the only roots when set; else those of the system
  std::string tls_server_name{};  // the name to ask for and verify instead of the host's
  bool insecure = false;          // believe any certificate
  bool disable_compression = false;
  bool http2 = true;                // where the server offers it
  std::string proxy_url{};          // http, https or socks5; "": the proxies below decide
  std::string environment_proxy{};  // $HTTPS_PROXY, or $HTTP_PROXY for a plain server
  std::string no_proxy{};           // $NO_PROXY
  std::string user_agent{};
  std::vector<Header> headers{};  // sent with every request: impersonation
  Nanos connect_timeout = std::chrono::seconds(30);
  // Asked at least four times a second while waiting; true ends the waiting with
  // Error(kInterrupted). `interrupt_fd` becoming readable makes it be asked at once.
  std::function<bool()> interrupted{};
  int interrupt_fd = -1;
};

struct Request {
  std::string method = "GET";
  std::string target{};  // path and query, escaped: "/api/v1/pods?limit=5"
  std::vector<Header> headers{};
  std::string body{};
  Nanos timeout{0};          // of the whole exchange; 0: none
  std::size_t max_body = 0;  // bytes of the answer, after decompression; 0: no limit
  bool stream = false;       // the answer matters byte by byte: ask for no compression
  Credential credential{};   // filled in by AuthorizedTransport
};

struct Head {
  int status = 0;
  std::vector<Header> headers{};  // names in lower case; a name may come several times

  // The first value of the name (lower case), or "".
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

// Why an exchange brought no complete answer.
enum class Failure {
  kNone,
  kReset,        // the connection was lost; the server may have acted on the request, or not
  kRefused,      // nothing listens there, or no way leads there: nothing was sent
  kResolve,      // the host's name is not known: nothing was sent
  kTimeout,      // Request::timeout or the connection's
  kTls,          // no trust, or no common language
  kProxy,        // the proxy said no
  kTooLarge,     // beyond Request::max_body
  kProtocol,     // not HTTP
  kCredentials,  // there is none to be had now: nothing was sent
};

struct Ending {
  Failure failure = Failure::kNone;
  std::string text{};  // the reason in words, for people; "" for kNone
  std::string next{};  // what the person may do about it; may be ""
};

// Where an answer goes as it arrives. Called only from within Transport::poll, in this order: at
// most one on_head, any number of on_data, one on_end. May start and drop exchanges, its own too;
// must not poll.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void on_head(const Head& head) = 0;
  virtual void on_data(std::string_view bytes) = 0;
  virtual void on_end(const Ending& ending) = 0;
};

// A request under way. Destroying it ends it, and its sink hears no more.
class Exchange {
 public:
  virtual ~Exchange() = default;
};

// HTTP to one server. Any number of exchanges are under way at once; no threads.
class Transport {
 public:
  virtual ~Transport() = default;
  // The sink must outlive the exchange, the exchange must not outlive the transport.
  [[nodiscard]] virtual std::unique_ptr<Exchange> start(Request request, Sink& sink) = 0;
  // Waits until something arrives, at most `limit` and possibly shorter, and tells the sinks.
  // Throws Error(kInterrupted).
  virtual void poll(Nanos limit) = 0;
};

// The settings that a configuration asks for; `environment` for proxies.
[[nodiscard]] TransportSettings transport_settings(const RestConfig& config,
                                                   const Variables& environment);

}  // namespace algo::kube
