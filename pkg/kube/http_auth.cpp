#include "kube/http_auth.h"

#include "base/error.h"
#include "kube/curl_transport.h"
#include "kube/http_url.h"

#include <deque>
#include <functional>
#include <utility>

namespace algo::kube {
namespace {

class AuthorizedExchange;

// Exchanges that have failed for lack of a credential, and whose sinks have not been told so.
using Failed = std::deque<AuthorizedExchange*>;

class AuthorizedExchange final : public Exchange, public Sink {
 public:
  AuthorizedExchange(
      Transport& transport, Credentials& credentials, Failed& failed, Request request, Sink& sink)
      : transport_(transport),
        credentials_(credentials),
        failed_(failed),
        request_(std::move(request)),
        sink_(sink) {
    send();
  }
  ~AuthorizedExchange() override { std::erase(failed_, this); }
  AuthorizedExchange(const AuthorizedExchange&) = delete;
  AuthorizedExchange& operator=(const AuthorizedExchange&) = delete;

  void on_head(const Head& head) override {
    if (head.status == 401 && !std::exchange(repeated_, true)) {
      bool changed = false;
      if (!try_credential([&] { changed = credentials_.refused(request_.credential); })) return;
      if (changed) {
        send();
        return;
      }
    }
    sink_.on_head(head);
  }
  void on_data(std::string_view bytes) override { sink_.on_data(bytes); }
  void on_end(const Ending& ending) override { sink_.on_end(ending); }
  // The last that is done with it: the sink may destroy it.
  void tell_failure() { sink_.on_end(failure_); }

 private:
  void send() {
    if (!try_credential([this] { request_.credential = credentials_.current(); })) return;
    exchange_ = transport_.start(request_, *this);
  }

  // What a credential plugin or file cannot give now it may give later: that ends this request like
  // a lost connection, and not everything else that is under way.
  bool try_credential(const std::function<void()>& step) {
    try {
      step();
      return true;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kEnvironment) throw;
      const std::string what = error.what();
      failure_ = {.failure = Failure::kCredentials,
                  .text = error.why().empty() ? what : what + ": " + error.why(),
                  .next = error.next()};
      exchange_.reset();
      failed_.push_back(this);
      return false;
    }
  }

  Transport& transport_;
  Credentials& credentials_;
  Failed& failed_;
  Request request_;
  Sink& sink_;
  std::unique_ptr<Exchange> exchange_{};
  bool repeated_ = false;
  Ending failure_{};
};

class AuthorizedTransport final : public Transport {
 public:
  AuthorizedTransport(std::unique_ptr<Transport> transport, Credentials& credentials)
      : transport_(std::move(transport)), credentials_(credentials) {}

  std::unique_ptr<Exchange> start(Request request, Sink& sink) override {
    return std::make_unique<AuthorizedExchange>(
        *transport_, credentials_, failed_, std::move(request), sink);
  }
  void poll(Nanos limit) override {
    transport_->poll(failed_.empty() ? limit : Nanos{0});
    // Not those that come in meanwhile: a sink may try again at once.
    for (std::size_t count = failed_.size(); count > 0 && !failed_.empty(); --count) {
      AuthorizedExchange* exchange = failed_.front();
      failed_.pop_front();
      exchange->tell_failure();
    }
  }

 private:
  std::unique_ptr<Transport> transport_;
  Credentials& credentials_;
  Failed failed_{};
};

}  // namespace

std::unique_ptr<Transport> authorize(std::unique_ptr<Transport> transport,
                                     Credentials& credentials) {
  return std::make_unique<AuthorizedTransport>(std::move(transport), credentials);
}

std::unique_ptr<Transport> connect(TransportSettings settings, Credentials& credentials) {
  const auto server = parse_authority(settings.server);
  auto transport = make_curl_transport(std::move(settings));
  if (!server || server->scheme != "https") return transport;
  return authorize(std::move(transport), credentials);
}

}  // namespace algo::kube
