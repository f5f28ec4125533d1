#include "kube/logged_transport.h"

#include "base/text.h"

#include <cctype>

namespace algo::kube {
namespace {

struct Log {
  const Clock& clock;
  int level;
  std::string server;
  std::function<void(const std::string&)> say;

  [[nodiscard]] std::size_t most() const {
    if (level < kShowBodies) return 0;
    return std::size_t{level < kShowLongBodies ? 1U : 10U} << 10U;
  }
};

// A proxy that repeats a request in its own words may repeat what was added to it on the way.
std::string without_credentials(std::string text) {
  for (const std::string scheme : {"Bearer ", "Basic "}) {
    for (std::size_t at = text.find(scheme); at != std::string::npos;
         at = text.find(scheme, at + scheme.size())) {
      const std::size_t begin = at + scheme.size();
      std::size_t end = begin;
      while (end < text.size() && (std::isgraph(static_cast<unsigned char>(text[end])) != 0) &&
             text[end] != '"' && text[end] != '<') {
        ++end;
      }
      text.replace(begin, end - begin, "***");
    }
  }
  return text;
}

std::string in_milliseconds(Nanos time) {
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) +
         " ms";
}

class LoggedExchange final : public Exchange, public Sink {
 public:
  LoggedExchange(Transport& transport, const Log& log, Request request, Sink& sink)
      : log_(log),
        sink_(sink),
        line_(request.method + " " + log.server + request.target),
        stream_(request.stream),
        since_(log.clock.monotonic()) {
    if (!request.body.empty()) show("request body", request.body);
    exchange_ = transport.start(std::move(request), *this);
  }

  void on_head(const Head& head) override {
    answered_ = true;
    say(line_ + " " + std::to_string(head.status) + " in " +
        in_milliseconds(log_.clock.monotonic() - since_));
    sink_.on_head(head);
  }
  void on_data(std::string_view bytes) override {
    if (stream_) {
      show("stream", bytes);
    } else if (body_.size() <= log_.most()) {
      body_ += bytes.substr(0, log_.most() + 1);
    }
    sink_.on_data(bytes);
  }
  void on_end(const Ending& ending) override {
    if (!body_.empty()) show("response body", body_);
    if (ending.failure != Failure::kNone) {
      say(line_ +
          (answered_ ? " ended: "
                     : " failed in " + in_milliseconds(log_.clock.monotonic() - since_) + ": ") +
          ending.text);
    }
    sink_.on_end(ending);  // which may destroy this
  }

 private:
  void say(const std::string& text) const { log_.say(printable(to_valid_utf8(text))); }
  void show(const std::string& what, std::string_view bytes) const {
    if (log_.most() == 0) return;
    const std::string text = without_credentials(std::string(bytes.substr(0, log_.most() * 2)));
    say(what + ": " + shorten(to_valid_utf8(text), log_.most()));
  }

  const Log& log_;
  Sink& sink_;
  std::string line_;
  bool stream_;
  Nanos since_;
  bool answered_ = false;
  std::string body_{};
  std::unique_ptr<Exchange> exchange_{};
};

class LoggedTransport final : public Transport {
 public:
  LoggedTransport(std::unique_ptr<Transport> transport, Log log)
      : transport_(std::move(transport)), log_(std::move(log)) {}

  [[nodiscard]] std::unique_ptr<Exchange> start(Request request, Sink& sink) override {
    return std::make_unique<LoggedExchange>(*transport_, log_, std::move(request), sink);
  }
  void poll(Nanos limit) override { transport_->poll(limit); }

 private:
  std::unique_ptr<Transport> transport_;
  Log log_;
};

}  // namespace

std::unique_ptr<Transport> log_requests(std::unique_ptr<Transport> transport,
                                        const Clock& clock,
                                        int level,
                                        std::string server,
                                        std::function<void(const std::string&)> say) {
  if (level < kShowRequests) return transport;
  return std::make_unique<LoggedTransport>(std::move(transport),
                                           Log{clock, level, std::move(server), std::move(say)});
}

}  // namespace algo::kube
