#include "kube/curl_transport.h"

#include "base/error.h"
#include "kube/curl_exchange.h"
#include "kube/http_proxy.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace algo::kube {
namespace {

// How long a wait may last before `interrupted` is asked again: a signal may come between the
// question and the wait.
constexpr std::chrono::milliseconds kSlice{250};

CurlContext make_context(TransportSettings settings) {
  const auto server = parse_authority(settings.server);
  if (!server) {
    throw Error(ErrorKind::kInput,
                "the server's URL is not usable",
                "it must be http:// or https://, a host and possibly a port");
  }
  CurlContext context;
  context.proxy = choose_proxy(settings, *server);
  context.server = *server;
  context.settings = std::move(settings);
  return context;
}

class CurlTransport final : public Transport {
 public:
  explicit CurlTransport(TransportSettings settings) : context_(make_context(std::move(settings))) {
    static const CURLcode kGlobal = curl_global_init(CURL_GLOBAL_DEFAULT);
    multi_ = kGlobal == CURLE_OK ? curl_multi_init() : nullptr;
    if (multi_ == nullptr) throw Error(ErrorKind::kEnvironment, "libcurl cannot start");
    curl_multi_setopt(multi_, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
  }
  ~CurlTransport() override { curl_multi_cleanup(multi_); }
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  std::unique_ptr<Exchange> start(Request request, Sink& sink) override;
  void poll(Nanos limit) override;
  void drop(const std::shared_ptr<CurlExchange>& exchange);

 private:
  void check_interrupted() const;
  void wait(Nanos limit);
  [[nodiscard]] bool work();  // whether any sink was told anything

  CurlContext context_;
  CURLM* multi_ = nullptr;
  std::vector<std::shared_ptr<CurlExchange>> active_{};
};

class Handle final : public Exchange {
 public:
  Handle(CurlTransport& transport, std::shared_ptr<CurlExchange> exchange)
      : transport_(transport), exchange_(std::move(exchange)) {}
  ~Handle() override { transport_.drop(exchange_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

 private:
  CurlTransport& transport_;
  std::shared_ptr<CurlExchange> exchange_;
};

std::unique_ptr<Exchange> CurlTransport::start(Request request, Sink& sink) {
  auto exchange = std::make_shared<CurlExchange>(context_, std::move(request), sink);
  if (curl_multi_add_handle(multi_, exchange->easy()) != CURLM_OK) {
    throw Error(ErrorKind::kInternal, "libcurl does not take a request");
  }
  active_.push_back(exchange);
  return std::make_unique<Handle>(*this, std::move(exchange));
}

void CurlTransport::drop(const std::shared_ptr<CurlExchange>& exchange) {
  exchange->drop();
  const auto found = std::find(active_.begin(), active_.end(), exchange);
  if (found == active_.end()) return;
  curl_multi_remove_handle(multi_, exchange->easy());
  active_.erase(found);
}

void CurlTransport::check_interrupted() const {
  if (context_.settings.interrupted && context_.settings.interrupted()) {
    throw Error(ErrorKind::kInterrupted, "interrupted");
  }
}

bool CurlTransport::work() {
  int running = 0;
  curl_multi_perform(multi_, &running);
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const auto done = std::find_if(active_.begin(), active_.end(), [&](const auto& exchange) {
      return exchange->easy() == message->easy_handle;
    });
    if (done != active_.end()) (*done)->finish(message->data.result);
  }
  bool told = false;
  const auto exchanges = active_;  // sinks may start and drop exchanges
  for (const auto& exchange : exchanges) {
    if (!exchange->has_news()) continue;
    told = true;
    exchange->deliver();
    if (exchange->ended()) drop(exchange);
  }
  return told;
}

void CurlTransport::wait(Nanos limit) {
  limit = std::clamp<Nanos>(limit, Nanos{0}, context_.settings.interrupted ? kSlice : Nanos::max());
  const auto whole = std::chrono::ceil<std::chrono::milliseconds>(limit).count();
  const int timeout = static_cast<int>(std::min<long>(whole, 60'000));
  curl_waitfd extra{.fd = context_.settings.interrupt_fd, .events = CURL_WAIT_POLLIN, .revents = 0};
  const unsigned count = context_.settings.interrupt_fd >= 0 ? 1 : 0;
  curl_multi_poll(multi_, count != 0 ? &extra : nullptr, count, timeout, nullptr);
}

void CurlTransport::poll(Nanos limit) {
  check_interrupted();
  if (work()) return;
  wait(limit);
  check_interrupted();
  (void)work();
}

}  // namespace

std::unique_ptr<Transport> make_curl_transport(TransportSettings settings) {
  return std::make_unique<CurlTransport>(std::move(settings));
}

}  // namespace algo::kube
