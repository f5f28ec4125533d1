#include "support/fake_api_server.h"

#include "base/text.h"
#include "support/fake_api_stream.h"

#include <algorithm>
#include <utility>

namespace algo::test {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// Whether the target begins with these path segments and parameters, not within one of them.
bool begins_with(const std::string& target, const std::string& beginning) {
  if (!target.starts_with(beginning)) return false;
  const std::string rest = target.substr(beginning.size());
  return rest.empty() || beginning.empty() || beginning.back() == '/' ||
         std::string_view("?&=").find(rest.front()) != std::string_view::npos;
}

Recorded parse_head(const std::string& head) {
  Recorded request;
  const std::vector<std::string> lines = split(head, '\n');
  const std::vector<std::string> words = split(lines.at(0), ' ');
  request.method = words.at(0);
  request.target = words.size() > 1 ? words[1] : "";
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t colon = lines[i].find(':');
    if (colon == std::string::npos) continue;
    std::string value = lines[i].substr(lines[i].find_first_not_of(' ', colon + 1));
    if (!value.empty() && value.back() == '\r') value.pop_back();
    std::string& known = request.headers[lower(lines[i].substr(0, colon))];
    known += known.empty() ? value : ", " + value;
  }
  return request;
}

}  // namespace

struct FakeApiServer::Connection {
  FakeStream stream;
  int number = 0;
  std::string unread{};

  // True when at least `bytes` are unread.
  [[nodiscard]] bool fill(std::size_t bytes) {
    while (unread.size() < bytes) {
      const std::string more = stream.read();
      if (more.empty()) return false;
      unread += more;
    }
    return true;
  }
  [[nodiscard]] std::string take(std::size_t bytes) {
    std::string out = unread.substr(0, bytes);
    unread.erase(0, bytes);
    return out;
  }
  [[nodiscard]] std::optional<std::string> take_head() {
    while (unread.find("\r\n\r\n") == std::string::npos) {
      if (!fill(unread.size() + 1)) return std::nullopt;
    }
    return take(unread.find("\r\n\r\n") + 4);
  }
};

FakeApiServer::FakeApiServer(ServerOptions options)
    : options_(std::move(options)), listener_([this](Fd socket, int number, int stop_fd) {
        Connection connection{
            .stream = FakeStream(std::move(socket), stop_fd), .number = number, .unread = ""};
        serve(connection);
        connection.stream.close();
      }) {}

void FakeApiServer::expect(const std::string& method, const std::string& target, Answer answer) {
  const std::lock_guard lock(mutex_);
  routes_.push_back({.method = method,
                     .target = target,
                     .handler = [whole = std::move(answer)](const Recorded&) { return whole; },
                     .once = true});
}

void FakeApiServer::always(const std::string& method, const std::string& target, Handler handler) {
  const std::lock_guard lock(mutex_);
  routes_.push_back(
      {.method = method, .target = target, .handler = std::move(handler), .once = false});
}

std::string FakeApiServer::url(const std::string& host) const {
  return (options_.tls ? "https://" : "http://") + host + ":" + std::to_string(port());
}

std::vector<Recorded> FakeApiServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void FakeApiServer::wait_for_requests(std::size_t count) const {
  std::unique_lock lock(mutex_);
  recorded_.wait(lock, [&] { return requests_.size() >= count; });
}

void FakeApiServer::serve(Connection& connection) {
  if (!pass_front(connection)) return;
  if (options_.tls &&
      !connection.stream.start_tls(*options_.tls, options_.client_ca_pem, "http/1.1")) {
    return;
  }
  while (serve_one(connection)) {
  }
}

bool FakeApiServer::pass_front(Connection& connection) {
  if (options_.front == ServerOptions::Front::kConnect) return pass_connect(connection);
  if (options_.front == ServerOptions::Front::kSocks) return pass_socks(connection);
  return true;
}

bool FakeApiServer::pass_connect(Connection& connection) {
  const auto head = connection.take_head();
  if (!head) return false;
  Recorded request = parse_head(*head);
  request.connection = connection.number;
  const Answer answer = record(request);
  return give(connection, answer) && answer.wire.starts_with("HTTP/1.1 200");
}

// RFC 1928, as far as a client without a password goes.
bool FakeApiServer::pass_socks(Connection& connection) {
  if (!connection.fill(2)) return false;
  const auto methods = static_cast<unsigned char>(connection.unread[1]);
  if (!connection.fill(2U + methods)) return false;
  (void)connection.take(2U + methods);
  if (!connection.stream.write(std::string_view("\5\0", 2)) || !connection.fill(5)) return false;
  const bool by_name = connection.unread[3] == 3;
  const std::size_t size =
      by_name ? 7U + static_cast<unsigned char>(connection.unread[4]) : std::size_t{10};
  if (!connection.fill(size)) return false;
  const std::string message = connection.take(size);
  Recorded request;
  request.method = "SOCKS";
  request.target = by_name ? message.substr(5, size - 7) : "an address";
  (void)record(request);
  return connection.stream.write(std::string_view("\5\0\0\1\0\0\0\0\0\0", 10));
}

bool FakeApiServer::serve_one(Connection& connection) {
  const auto head = connection.take_head();
  if (!head) return false;
  Recorded request = parse_head(*head);
  request.connection = connection.number;
  request.peer_name = connection.stream.peer_name();
  request.server_name = connection.stream.server_name();
  if (const auto length = request.headers.find("content-length"); length != request.headers.end()) {
    const std::size_t size = std::stoul(length->second);
    if (!connection.fill(size)) return false;
    request.body = connection.take(size);
  }
  return give(connection, record(request));
}

Answer FakeApiServer::record(const Recorded& request) {
  const std::lock_guard lock(mutex_);
  requests_.push_back(request);
  recorded_.notify_all();
  const auto fits = [&](const Route& route) {
    return route.method == request.method && begins_with(request.target, route.target);
  };
  auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) {
    return route.once && fits(route);
  });
  if (found != routes_.end()) {
    const Handler handler = std::move(found->handler);
    routes_.erase(found);
    return handler(request);
  }
  found = std::find_if(routes_.begin(), routes_.end(), fits);
  if (found != routes_.end()) return found->handler(request);
  if (request.method == "CONNECT") return {.wire = "HTTP/1.1 200 OK\r\n\r\n", .piece = ""};
  return refusal(404, "NotFound", "fake server: nothing is written for " + request.target);
}

bool FakeApiServer::give(Connection& connection, const Answer& answer) {
  FakeStream& stream = connection.stream;
  bool good = stream.write(answer.wire);
  switch (answer.then) {
    case Answer::Then::kKeep:
      return good;
    case Answer::Then::kClose:
      return false;
    case Answer::Then::kReset:
      stream.reset();
      return false;
    case Answer::Then::kSilence:
      stream.wait_for_client();
      return false;
    case Answer::Then::kEndless:
      while (good) good = stream.write(answer.piece);
      return false;
  }
  return false;
}

}  // namespace algo::test
