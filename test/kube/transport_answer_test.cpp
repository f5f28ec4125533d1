#include "base/error.h"
#include "support/fake_api_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using test::Answer;
using test::FakeApiServer;
using test::Fetched;

Fetched get(Transport& transport, const std::string& target) {
  Request request;
  request.target = target;
  return test::fetch(transport, request);
}

TEST_CASE("transport: brings status, headers and body") {
  FakeApiServer server;
  server.expect("GET", "/version", test::answer(200, R"({"major":"1"})", {{"X-Thing", "a b"}}));
  const auto transport = test::transport_to(server);
  const Fetched fetched = get(*transport, "/version");
  CHECK(fetched.head.status == 200);
  CHECK(fetched.head.header("x-thing") == "a b");
  CHECK(fetched.head.header("x-other").empty());
  CHECK(fetched.body == R"({"major":"1"})");
  CHECK(fetched.ending.failure == Failure::kNone);
}

TEST_CASE("transport: sends method, prefix, target, headers and body") {
  FakeApiServer server;
  server.expect("PATCH", "/prefix/api?x=1", test::answer(200, "{}"));
  TransportSettings settings = test::settings_for(server);
  settings.path_prefix = "/prefix";
  settings.user_agent = "tester/1";
  settings.headers = {{.name = "Impersonate-User", .value = "alice"},
                      {.name = "Impersonate-Group", .value = "a"},
                      {.name = "Impersonate-Group", .value = "b"}};
  const auto transport = make_curl_transport(settings);
  Request request;
  request.method = "PATCH";
  request.target = "/api?x=1";
  request.headers = {{.name = "Content-Type", .value = "application/merge-patch+json"}};
  request.body = "{\"a\":1}";
  CHECK(test::fetch(*transport, request).head.status == 200);
  const test::Recorded seen = server.requests().at(0);
  CHECK(seen.body == "{\"a\":1}");
  CHECK(seen.headers.at("content-type") == "application/merge-patch+json");
  CHECK(seen.headers.at("user-agent") == "tester/1");
  CHECK(seen.headers.at("impersonate-user") == "alice");
  CHECK(seen.headers.at("impersonate-group") == "a, b");
  CHECK(seen.headers.count("expect") == 0);
}

TEST_CASE("transport: sends a body with DELETE") {
  FakeApiServer server;
  server.expect("DELETE", "/x", test::answer(200, "{}"));
  const auto transport = test::transport_to(server);
  Request request;
  request.method = "DELETE";
  request.target = "/x";
  request.body = R"({"propagationPolicy":"Background"})";
  CHECK(test::fetch(*transport, request).head.status == 200);
  CHECK(server.requests().at(0).method == "DELETE");
  CHECK(server.requests().at(0).body == request.body);
}

TEST_CASE("transport: a header with a line break is refused") {
  FakeApiServer server;
  const auto transport = test::transport_to(server);
  Request request;
  request.target = "/";
  request.headers = {{.name = "X-A", .value = "b\r\nX-Evil: yes"}};
  Fetched sink;
  CHECK_THROWS_AS((void)transport->start(request, sink), Error);
}

TEST_CASE("transport: an answer cut at any byte is whole or a reset, never a shorter one") {
  const Answer whole = test::chunked({"{\"a\":", "\"bc\"", "}"});
  FakeApiServer server;
  const auto transport = test::transport_to(server);
  for (const Answer::Then then : {Answer::Then::kReset, Answer::Then::kClose}) {
    for (std::size_t at = 0; at < whole.wire.size(); ++at) {
      CAPTURE(at);
      server.expect("GET", "/cut", whole.cut(at, then));
      // libcurl asks once more by itself when a kept connection broke before any answer.
      if (at == 0) server.expect("GET", "/cut", whole.cut(at, then));
      const Fetched fetched = get(*transport, "/cut");
      CHECK(fetched.ending.failure == Failure::kReset);
      CHECK(std::string(R"({"a":"bc"})").rfind(fetched.body, 0) == 0);
    }
  }
  server.expect("GET", "/cut", whole);
  CHECK(get(*transport, "/cut").body == R"({"a":"bc"})");
}

TEST_CASE("transport: a body shorter than its Content-Length is a reset") {
  FakeApiServer server;
  const Answer whole = test::answer(200, "0123456789");
  server.expect("GET", "/", whole.cut(whole.wire.size() - 1, Answer::Then::kClose));
  const auto transport = test::transport_to(server);
  const Fetched fetched = get(*transport, "/");
  CHECK(fetched.ending.failure == Failure::kReset);
  CHECK(fetched.body == "012345678");
}

TEST_CASE("transport: an endless body stops at its cap") {
  FakeApiServer server;
  Answer endless = test::open_stream({});
  endless.piece = "400\r\n" + std::string(1024, 'x') + "\r\n";
  endless.then = Answer::Then::kEndless;
  server.expect("GET", "/", endless);
  const auto transport = test::transport_to(server);
  Request request;
  request.target = "/";
  request.max_body = 100'000;
  const Fetched fetched = test::fetch(*transport, request);
  CHECK(fetched.ending.failure == Failure::kTooLarge);
  CHECK(fetched.body.size() <= request.max_body);
}

TEST_CASE("transport: endless headers end the exchange") {
  FakeApiServer server;
  Answer endless{.wire = "HTTP/1.1 200 OK\r\n", .piece = "X-More: " + std::string(1000, 'x')};
  endless.piece += "\r\n";
  server.expect("GET", "/", endless.ending(Answer::Then::kEndless));
  const auto transport = test::transport_to(server);
  const Fetched fetched = get(*transport, "/");
  CHECK(fetched.ending.failure != Failure::kNone);
  CHECK(fetched.heads == 0);
}

TEST_CASE("transport: a server that says nothing runs into the request's time-out") {
  FakeApiServer server;
  server.expect("GET", "/", Answer{}.ending(Answer::Then::kSilence));
  const auto transport = test::transport_to(server);
  Request request;
  request.target = "/";
  request.timeout = std::chrono::milliseconds(20);
  CHECK(test::fetch(*transport, request).ending.failure == Failure::kTimeout);
}

TEST_CASE("transport: a body that stops arriving runs into the request's time-out") {
  FakeApiServer server;
  const Answer whole = test::answer(200, "0123456789");
  server.expect("GET", "/", whole.cut(whole.wire.size() - 1, Answer::Then::kSilence));
  const auto transport = test::transport_to(server);
  Request request;
  request.target = "/";
  request.timeout = std::chrono::milliseconds(50);
  CHECK(test::fetch(*transport, request).ending.failure == Failure::kTimeout);
}

TEST_CASE("transport: what is not HTTP is no answer") {
  FakeApiServer server;
  server.expect("GET", "/", Answer{.wire = "SSH-2.0-OpenSSH_9.2\r\n"}.ending(Answer::Then::kClose));
  const auto transport = test::transport_to(server);
  const Fetched fetched = get(*transport, "/");
  CHECK(fetched.ending.failure == Failure::kProtocol);
  CHECK(fetched.heads == 0);
}

TEST_CASE("transport: a redirect is an answer, not a way to follow") {
  FakeApiServer server;
  server.expect("GET", "/a", test::answer(302, "", {{"Location", server.url() + "/b"}}));
  const auto transport = test::transport_to(server);
  CHECK(get(*transport, "/a").head.status == 302);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("transport: an interim answer is not the answer") {
  FakeApiServer server;
  Answer answer = test::answer(200, "{}");
  answer.wire.insert(0, "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n");
  server.expect("GET", "/", answer);
  const auto transport = test::transport_to(server);
  const Fetched fetched = get(*transport, "/");
  CHECK(fetched.head.status == 200);
  CHECK(fetched.heads == 1);
  CHECK(fetched.head.header("x-early").empty());
}

TEST_CASE("transport: asks for compression, but never for a stream's or when told not to") {
  FakeApiServer server;
  server.always("GET", "/", [](const test::Recorded&) { return test::answer(200, "{}"); });
  TransportSettings settings = test::settings_for(server);
  const auto transport = make_curl_transport(settings);
  (void)get(*transport, "/");
  Request stream;
  stream.target = "/";
  stream.stream = true;
  (void)test::fetch(*transport, stream);
  settings.disable_compression = true;
  (void)get(*make_curl_transport(settings), "/");
  const auto requests = server.requests();
  CHECK(requests.at(0).headers.at("accept-encoding") == "gzip");
  CHECK(requests.at(1).headers.count("accept-encoding") == 0);
  CHECK(requests.at(2).headers.count("accept-encoding") == 0);
}

}  // namespace
}  // namespace algo::kube
