#include "kube/watch_fixture.h"
#include "support/fake_http2_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using test::FakeHttp2Server;
using test::Fetched;
using test::Http2Answer;

constexpr Nanos kLong = std::chrono::seconds(60);

struct World {
  test::TlsAuthority authority{};
  FakeHttp2Server server{authority.server({"IP:127.0.0.1"})};
  std::unique_ptr<Transport> transport = make_curl_transport([this] {
    TransportSettings settings;
    settings.server = server.url();
    settings.ca_pem = authority.pem();
    return settings;
  }());

  static Request request(const std::string& method) {
    Request out;
    out.method = method;
    out.target = "/x";
    if (method != "GET") out.body = "{}";
    return out;
  }
  [[nodiscard]] Fetched send(const std::string& method) const {
    return test::fetch(*transport, request(method));
  }
};

TEST_CASE("HTTP/2: streams and requests share one connection") {
  World world;
  world.server.expect({.data = "one", .end = false});
  world.server.expect({.data = "two", .end = false});
  world.server.expect({.data = "three"});
  Fetched watch;
  const auto watching = world.transport->start(World::request("GET"), watch);
  while (watch.body.empty()) world.transport->poll(kLong);
  Fetched log;
  const auto following = world.transport->start(World::request("GET"), log);
  while (log.body.empty()) world.transport->poll(kLong);
  CHECK(world.send("POST").body == "three");
  CHECK(watch.body + log.body == "onetwo");
  CHECK_FALSE(watch.ended);
  CHECK(world.server.requests() == std::vector<int>{1, 1, 1});
}

TEST_CASE("HTTP/2: a stream that GOAWAY lets finish is whole, the next request goes elsewhere") {
  World world;
  world.server.expect({.goaway_before = 1, .data = "whole"});
  world.server.expect({.data = "next"});
  const Fetched first = world.send("GET");
  CHECK(first.body == "whole");
  CHECK(first.ending.failure == Failure::kNone);
  CHECK(world.send("GET").body == "next");
  CHECK(world.server.requests() == std::vector<int>{1, 2});
}

TEST_CASE("HTTP/2: a watch goes on behind a GOAWAY, without loss or repetition") {
  for (const bool orderly : {true, false}) {
    CAPTURE(orderly);
    World world;
    const std::string added = event("ADDED", pod("a", "8"));
    world.server.expect({.data = pods("7")});
    world.server.expect({.data = added + event("MODIFIED", pod("a", "9")).substr(0, 20),
                         .end = orderly,
                         .goaway_after = true,
                         .close = !orderly});
    world.server.expect({.data = event("MODIFIED", pod("a", "9")), .end = false});
    const SystemClock clock;
    WatchRules rules;
    rules.shortest = std::chrono::milliseconds(1);
    rules.backoff.first = std::chrono::milliseconds(1);
    std::vector<std::string> versions;
    Watch watch(
        *world.transport,
        clock,
        {.resource = kPods, .namespace_name = "n"},
        rules,
        [] { return 0.0; },
        [&](const WatchEvent& what) {
          if (what.change != Change::kSynced) {
            versions.push_back(metadata_text(what.object, "resourceVersion"));
          }
        });
    test::drive(watch, *world.transport, clock, [&] { return versions.size() == 2; });
    CHECK(versions == std::vector<std::string>{"8", "9"});
    CHECK(world.server.requests() == std::vector<int>{1, 1, 2});
  }
}

TEST_CASE("HTTP/2: a broken connection or a reset stream is a reset, never a shorter answer") {
  for (const Http2Answer& answer : {Http2Answer{.data = "half", .end = false, .close = true},
                                    Http2Answer{.end = false, .close = true},
                                    Http2Answer{.data = "half", .end = false, .reset_code = 2},
                                    Http2Answer{.head = false, .end = false, .reset_code = 2}}) {
    World world;
    world.server.expect({.data = "first"});
    world.server.expect(answer);
    CHECK(world.send("GET").body == "first");
    CHECK(world.send("GET").ending.failure == Failure::kReset);
  }
}

TEST_CASE("HTTP/2: a write on a connection that breaks is not sent twice") {
  for (const std::string method : {"POST", "PATCH", "DELETE"}) {
    CAPTURE(method);
    World world;
    world.server.expect({.data = "first"});
    world.server.expect({.head = false, .end = false, .close = true});
    world.server.expect({.data = "twice"});
    CHECK(world.send("GET").body == "first");
    CHECK(world.send(method).ending.failure == Failure::kReset);
    CHECK(world.server.requests().size() == 2);
  }
}

TEST_CASE("HTTP/2: a write that the server says it has not begun is sent again or reported lost") {
  constexpr int kRefusedStream = 7;
  for (const Http2Answer& answer :
       {Http2Answer{.head = false, .end = false, .reset_code = kRefusedStream},
        Http2Answer{.goaway_before = 0, .head = false, .end = false, .close = true}}) {
    World world;
    world.server.expect({.data = "first"});
    world.server.expect(answer);
    world.server.expect({.data = "second"});
    CHECK(world.send("GET").body == "first");
    const Fetched fetched = world.send("POST");
    const bool again = fetched.ending.failure == Failure::kNone && fetched.body == "second";
    CHECK((again || fetched.ending.failure == Failure::kReset));
  }
}

}  // namespace
}  // namespace algo::kube
