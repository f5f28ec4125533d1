#include "base/error.h"
#include "base/fd.h"
#include "support/fake_api_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace algo::kube {
namespace {

using test::Answer;
using test::FakeApiServer;
using test::Fetched;

constexpr Nanos kLong = std::chrono::seconds(60);

Request to(const std::string& method, const std::string& target, const std::string& body = "") {
  Request request;
  request.method = method;
  request.target = target;
  request.body = body;
  return request;
}

TEST_CASE("transport: one connection serves many requests") {
  FakeApiServer server;
  server.always("GET", "/", [](const test::Recorded&) { return test::answer(200, "{}"); });
  const auto transport = test::transport_to(server);
  for (int i = 0; i < 5; ++i) (void)test::fetch(*transport, to("GET", "/"));
  CHECK(server.requests().size() == 5);
  CHECK(server.requests().back().connection == 1);
}

TEST_CASE("transport: several streams at once, and a request beside them") {
  FakeApiServer server;
  server.expect("GET", "/watch", test::open_stream({"one"}));
  server.expect("GET", "/log", test::open_stream({"two"}));
  server.expect("GET", "/get", test::answer(200, "three"));
  const auto transport = test::transport_to(server);
  Fetched watch;
  Fetched log;
  const auto watching = transport->start(to("GET", "/watch"), watch);
  const auto following = transport->start(to("GET", "/log"), log);
  CHECK(test::fetch(*transport, to("GET", "/get")).body == "three");
  while (watch.body.empty() || log.body.empty()) transport->poll(kLong);
  CHECK(watch.body == "one");
  CHECK(log.body == "two");
  CHECK_FALSE(watch.ended);
  CHECK_FALSE(log.ended);
}

TEST_CASE("transport: a write is never sent twice when a kept connection breaks") {
  for (const std::string method : {"POST", "PATCH", "DELETE"}) {
    CAPTURE(method);
    FakeApiServer server;
    server.expect("GET", "/", test::answer(200, "{}"));
    server.expect(method, "/", Answer{}.ending(Answer::Then::kReset));
    server.expect(method, "/", test::answer(200, "{}"));
    const auto transport = test::transport_to(server);
    (void)test::fetch(*transport, to("GET", "/"));
    const Fetched fetched = test::fetch(*transport, to(method, "/", R"({"kind":"Job"})"));
    CHECK(fetched.ending.failure == Failure::kReset);
    CHECK(server.requests().size() == 2);
  }
}

// An option of this process's socket that leads to the port; -1 when there is none.
int option_of_client(int port, int level, int option) {
  for (int fd = 3; fd < 256; ++fd) {
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    if (::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0) continue;
    if (peer.sin_family != AF_INET || ntohs(peer.sin_port) != port) continue;
    int value = -1;
    size = sizeof value;
    return ::getsockopt(fd, level, option, &value, &size) == 0 ? value : -1;
  }
  return -1;
}

TEST_CASE("transport: the kernel is told to notice a peer that is gone") {
  FakeApiServer server;
  server.expect("GET", "/", test::answer(200, "{}"));
  const auto transport = test::transport_to(server);
  CHECK(test::fetch(*transport, to("GET", "/")).body == "{}");
  CHECK(option_of_client(server.port(), SOL_SOCKET, SO_KEEPALIVE) == 1);
  CHECK(option_of_client(server.port(), IPPROTO_TCP, TCP_KEEPIDLE) == 30);
  CHECK(option_of_client(server.port(), IPPROTO_TCP, TCP_KEEPINTVL) == 15);
  CHECK(option_of_client(server.port(), IPPROTO_TCP, TCP_USER_TIMEOUT) == 45'000);
}

TEST_CASE("transport: nobody listening is a refusal") {
  TransportSettings settings;
  {
    const FakeApiServer gone;
    settings.server = gone.url();
  }
  const auto transport = make_curl_transport(settings);
  const Fetched fetched = test::fetch(*transport, to("GET", "/"));
  CHECK(fetched.ending.failure == Failure::kRefused);
  CHECK(fetched.head.status == 0);
}

TEST_CASE("transport: a server that is no URL is refused at once") {
  for (const char* url :
       {"", "ftp://x", "localhost:8080", "https://", "http://[::1", "http://h:0"}) {
    CAPTURE(std::string(url));
    TransportSettings settings;
    settings.server = url;
    CHECK_THROWS_AS((void)make_curl_transport(settings), Error);
  }
}

// Drops its own exchange at the first thing it hears.
struct Leaver : Fetched {
  std::unique_ptr<Exchange> exchange{};
  void on_data(std::string_view bytes) override {
    Fetched::on_data(bytes);
    exchange.reset();
  }
};

TEST_CASE("transport: a sink may drop its exchange, and hears no more then") {
  FakeApiServer server;
  server.expect("GET", "/a", test::answer(200, "first"));
  server.expect("GET", "/b", test::answer(200, "second"));
  const auto transport = test::transport_to(server);
  Leaver leaver;
  leaver.exchange = transport->start(to("GET", "/a"), leaver);
  while (leaver.body.empty()) transport->poll(kLong);
  CHECK(test::fetch(*transport, to("GET", "/b")).body == "second");
  CHECK_FALSE(leaver.ended);
}

// Asks for something else as soon as its own answer is complete.
struct Chained : Fetched {
  Transport* transport = nullptr;
  Fetched second{};
  std::unique_ptr<Exchange> exchange{};
  void on_end(const Ending& how) override {
    Fetched::on_end(how);
    exchange = transport->start(to("GET", "/b"), second);
  }
};

TEST_CASE("transport: a sink may start an exchange") {
  FakeApiServer server;
  server.expect("GET", "/a", test::answer(200, "first"));
  server.expect("GET", "/b", test::answer(200, "second"));
  const auto transport = test::transport_to(server);
  Chained chained;
  chained.transport = transport.get();
  const auto first = transport->start(to("GET", "/a"), chained);
  while (!chained.second.ended) transport->poll(kLong);
  CHECK(chained.body == "first");
  CHECK(chained.second.body == "second");
}

TEST_CASE("transport: a wait ends when the person interrupts") {
  FakeApiServer server;
  server.expect("GET", "/", Answer{}.ending(Answer::Then::kSilence));
  const Pipe pipe = make_pipe();
  bool raised = false;
  TransportSettings settings = test::settings_for(server);
  settings.interrupted = [&] { return raised; };
  settings.interrupt_fd = pipe.read.get();
  const auto transport = make_curl_transport(settings);
  Fetched fetched;
  const auto exchange = transport->start(to("GET", "/"), fetched);
  for (int i = 0; i < 3; ++i) transport->poll(std::chrono::milliseconds(1));
  raised = true;
  REQUIRE(::write(pipe.write.get(), "x", 1) == 1);
  try {
    transport->poll(kLong);
    FAIL("not interrupted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInterrupted);
  }
  // The transport stays usable: something may have to be deleted now.
  raised = false;
  server.expect("DELETE", "/", test::answer(200, "{}"));
  CHECK(test::fetch(*transport, to("DELETE", "/")).head.status == 200);
}

}  // namespace
}  // namespace algo::kube
