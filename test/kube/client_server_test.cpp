#include "base/text.h"
#include "kube/client.h"
#include "kube/http_auth.h"
#include "kube/log_fixture.h"
#include "kube/log_follow.h"
#include "kube/watch.h"
#include "kube/watch_fixture.h"
#include "support/fake_api_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

// The whole client over a real connection to a hostile server. Waits are short and nobody measures
// them.
namespace algo::kube {
namespace {

using test::Answer;
using test::FakeApiServer;

constexpr BackoffRule kShort{
    std::chrono::milliseconds(1), std::chrono::milliseconds(5), 0.0, std::chrono::minutes(2)};

WatchRules short_watch() {
  WatchRules rules;
  rules.backoff = kShort;
  rules.shortest = std::chrono::milliseconds(1);
  return rules;
}

// One TLS server, one transport, and everything that talks over it at the same time.
struct Everything {
  test::TlsAuthority authority{};
  FakeApiServer server{{.tls = authority.server({"IP:127.0.0.1"}),
                        .client_ca_pem = "",
                        .front = test::ServerOptions::Front::kNone}};
  SystemClock clock{};
  std::unique_ptr<Transport> transport = make_curl_transport([this] {
    TransportSettings settings = test::settings_for(server);
    settings.ca_pem = authority.pem();
    return settings;
  }());
  std::vector<std::string> changes{};
  Watch watch{*transport,
              clock,
              WatchTarget{kPods, "n", {}, "", std::nullopt},
              short_watch(),
              [] { return 0.0; },
              [this](const WatchEvent& event) {
                changes.push_back(event.change == Change::kSynced
                                      ? "="
                                      : metadata_text(event.object, "resourceVersion"));
              }};
  LogWorld log{};
  std::unique_ptr<LogFollower> follower{};

  Everything() {
    log.rules.backoff = kShort;
    follower = std::make_unique<LogFollower>(
        *transport, clock, LogTarget{"n", "p", "judge"}, log.rules, [] { return 0.0; }, log);
  }
  void run_until(const std::function<bool()>& done) {
    while (!done()) {
      const Nanos due = std::min(watch.step(), follower->step());
      if (done()) return;
      transport->poll(due == Nanos::max() ? Nanos(std::chrono::seconds(1))
                                          : std::max(Nanos{0}, due - clock.monotonic()));
    }
  }
};

TEST_CASE("everything at once: watch, log and requests over connections that break at any byte") {
  Everything world;
  const std::string list = "/api/v1/namespaces/n/pods?watch";
  const std::string log = "/api/v1/namespaces/n/pods/p/log";
  world.server.expect("GET", "/api/v1/namespaces/n/pods", test::answer(200, pods("1")));
  const Answer events = test::open_stream({event("ADDED", pod("a", "2")), bookmark("3")});
  const Answer text = test::open_stream({line(1), line(2)}, "text/plain");
  for (std::size_t cut = test::head_size(events); cut < events.wire.size(); cut += 5) {
    // Not by RST: that may overtake what was sent before it, and is tried elsewhere.
    world.server.expect("GET", list, events.cut(cut, Answer::Then::kClose));
  }
  for (std::size_t cut = test::head_size(text); cut < text.wire.size(); cut += 3) {
    world.server.expect("GET", log, text.cut(cut, Answer::Then::kClose));
  }
  world.server.expect("GET", list, test::open_stream({event("MODIFIED", pod("a", "4"))}));
  world.server.expect("GET", log, test::open_stream({lines(1, 3)}, "text/plain"));
  world.server.expect("GET", "/version", test::answer(200, R"({"major":"1","minor":"36"})"));

  Client client(*world.transport, world.clock, {}, [] { return 0.0; }, nullptr);
  world.run_until([&] { return world.changes.size() >= 2 && world.log.told.size() >= 2; });
  CHECK(client.version().minor == 36);
  world.run_until([&] { return world.changes.back() == "4" && world.log.told.back() == "3"; });
  CHECK(join(world.changes, " ") == "= 2 4");
  std::vector<std::string> numbered;
  for (const std::string& told : world.log.told) {
    if (told.front() != '~') numbered.push_back(told);
  }
  CHECK(join(numbered, " ") == "1 2 3");
}

TEST_CASE("everything at once: an API server that restarts is waited for") {
  Everything world;
  world.server.expect("GET", "/api/v1/namespaces/n/pods", Answer{}.ending(Answer::Then::kReset));
  world.server.expect("GET",
                      "/api/v1/namespaces/n/pods",
                      test::answer(502, "<html>", {{"Content-Type", "text/html"}}));
  world.server.expect("GET", "/api/v1/namespaces/n/pods", test::answer(200, pods("1")));
  world.server.expect(
      "GET", "/api/v1/namespaces/n/pods?watch", test::refusal(410, "Expired", "too old"));
  world.server.expect(
      "GET", "/api/v1/namespaces/n/pods", test::answer(200, pods("5", {pod("a", "4")})));
  world.server.expect("GET", "/api/v1/namespaces/n/pods?watch", test::open_stream({}));
  world.server.expect("GET",
                      "/api/v1/namespaces/n/pods/p/log",
                      test::refusal(400, "BadRequest", "waiting to start: ContainerCreating"));
  world.server.expect(
      "GET", "/api/v1/namespaces/n/pods/p/log", test::open_stream({line(1)}, "text/plain"));
  world.run_until([&] { return world.changes.size() == 2 && world.log.told.size() == 1; });
  CHECK(join(world.changes, " ") == "= 4");
}

TEST_CASE("client: a POST whose answer is lost makes one object") {
  FakeApiServer server;
  const Json job{{"metadata", Json{{"name", "x"}, {"labels", Json{{"run-id", "1"}}}}}};
  const Answer created = test::answer(201, dump_json(job));
  for (std::size_t cut = 1; cut < created.wire.size(); cut += 7) {
    CAPTURE(cut);
    server.expect("POST", "/apis/batch/v1/namespaces/n/jobs", created.cut(cut));
    server.expect("GET", "/apis/batch/v1/namespaces/n/jobs/x", test::answer(200, dump_json(job)));
    const auto transport = test::transport_to(server);
    const SystemClock clock;
    Client client(
        *transport,
        clock,
        {.field_manager = "t", .identity_label = "run-id", .rules = {}},
        [] { return 0.0; },
        nullptr);
    CHECK(client.create(kJobs, "n", job).object() == job);
    CHECK(server.requests().back().method == "GET");
  }
}

}  // namespace
}  // namespace algo::kube
