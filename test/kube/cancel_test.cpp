// Whatever is under way can be given up at any moment, and what comes after still works.
#include "kube/client_fixture.h"
#include "kube/log_fixture.h"
#include "kube/watch_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

// An interruption comes at one of the polls.
class Interrupting final : public Transport {
 public:
  Interrupting(Transport& inner, int polls) : inner_(inner), left_(polls) {}
  std::unique_ptr<Exchange> start(Request request, Sink& sink) override {
    return inner_.start(std::move(request), sink);
  }
  void poll(Nanos limit) override {
    if (left_-- == 0) throw Error(ErrorKind::kInterrupted, "interrupted");
    inner_.poll(limit);
  }
  [[nodiscard]] bool raised() const { return left_ < 0; }

 private:
  Transport& inner_;
  int left_;
};

void write_answers(test::FakeTransport& transport) {
  transport.expect_for("/log",
                       test::streaming_until({lines(1, 2)}, Failure::kReset, {}, "text/plain"));
  transport.expect_for("/log", test::reply(429, "", {{.name = "retry-after", .value = "2"}}));
  transport.expect_for("/log", test::streaming({lines(2, 5)}, "text/plain"));
  transport.expect(test::reply(200, pods("7", {pod("a", "3")})));
  transport.expect(test::streaming({event("ADDED", pod("b", "8")), error_event(410, "Expired")}));
  transport.expect(test::reply(503, "<html>"));
  transport.expect(test::reply(200, pods("9", {pod("b", "8")})));
  transport.expect(test::streaming({event("DELETED", pod("b", "10"))}));
}

// Drives both until there is nothing more to hear. False when an interruption ended that.
bool drive_both(LogWorld& world, Transport& transport) {
  Watch watch(
      transport,
      world.clock,
      {.resource = kPods, .namespace_name = "n"},
      {},
      [] { return 0.0; },
      [](const WatchEvent&) {});
  LogFollower log(
      transport, world.clock, {"n", "p", "judge"}, world.rules, [] { return 0.0; }, world);
  try {
    while (world.transport.left() > 0 || !world.transport.quiet()) {
      const Nanos due = std::min(watch.step(), log.step());
      transport.poll(due == Nanos::max() ? Nanos(std::chrono::seconds(1))
                                         : std::max(Nanos{0}, due - world.clock.monotonic()));
    }
    return true;
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInterrupted);
    return false;
  }
}

TEST_CASE("cancel: a watch and a log end at any poll, and nothing of them is left") {
  int polls = 0;
  for (bool complete = false; !complete; ++polls) {
    CAPTURE(polls);
    REQUIRE(polls < 100);
    LogWorld world;
    write_answers(world.transport);
    Interrupting transport(world.transport, polls);
    complete = drive_both(world, transport);
    CHECK(world.transport.active() == 0);
    world.transport.expect_for("/jobs/x", test::reply(200, "{}"));
    Client client(world.transport, world.clock, {}, [] { return 0.0; }, nullptr);
    CHECK(client.remove(kJobs, "n", "x").ok());
  }
  CHECK(polls > 15);
}

TEST_CASE("cancel: a call ends at any poll, also between two tries") {
  for (int polls = 0;; ++polls) {
    CAPTURE(polls);
    test::FakeClock clock;
    test::FakeTransport inner(clock);
    inner.expect(test::reply(429, "", {{.name = "retry-after", .value = "7"}}));
    inner.expect(test::failing(Failure::kReset));
    inner.expect(test::reply(200, "{}"));
    Interrupting transport(inner, polls);
    Client client(transport, clock, {}, [] { return 0.0; }, nullptr);
    bool done = false;
    try {
      done = client.get(kJobs, "n", "x").ok();
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInterrupted);
    }
    CHECK(inner.active() == 0);
    CHECK(done != transport.raised());
    if (done) break;
    REQUIRE(polls < 100);
  }
}

}  // namespace
}  // namespace algo::kube
