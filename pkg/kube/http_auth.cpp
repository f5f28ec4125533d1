#include "kube/http_auth.h"

#include "kube/curl_transport.h"
#include "kube/http_url.h"

namespace algo::kube {
namespace {

class AuthorizedExchange final : public Exchange, public Sink {
 public:
  AuthorizedExchange(Transport& transport, Credentials& credentials, Request request, Sink& sink)
      : transport_(transport),
        credentials_(credentials),
        request_(std::move(request)),
        sink_(sink) {
    send();
  }

  void on_head(const Head& head) override {
    if (head.status == 401 && !repeated_) {
      repeated_ = true;
      if (credentials_.refused(request_.credential)) {
        send();
        return;
      }
    }
    sink_.on_head(head);
  }
  void on_data(std::string_view bytes) override { sink_.on_data(bytes); }
  void on_end(const Ending& ending) override { sink_.on_end(ending); }

 private:
  void send() {
    request_.credential = credentials_.current();
    exchange_ = transport_.start(request_, *this);
  }

  Transport& transport_;
  Credentials& credentials_;
  Request request_;
  Sink& sink_;
  std::unique_ptr<Exchange> exchange_{};
  bool repeated_ = false;
};

class AuthorizedTransport final : public Transport {
 public:
  AuthorizedTransport(std::unique_ptr<Transport> transport, Credentials& credentials)
      : transport_(std::move(transport)), credentials_(credentials) {}

  std::unique_ptr<Exchange> start(Request request, Sink& sink) override {
    return std::make_unique<AuthorizedExchange>(
        *transport_, credentials_, std::move(request), sink);
  }
  void poll(Nanos limit) override { transport_->poll(limit); }

 private:
  std::unique_ptr<Transport> transport_;
  Credentials& credentials_;
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
