// What a watch and a log get over by themselves: everything that can pass.
#include "kube/log_fixture.h"
#include "kube/watch_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Passing {
  const char* name;
  test::Acts acts;
  Nanos least{0};  // before the next try
};

std::vector<Passing> passing() {
  const std::vector<Header> after{{.name = "retry-after", .value = "5"}};
  const std::vector<Header> html{{.name = "content-type", .value = "text/html"}};
  return {{"429", test::reply(429, refused(429, "TooManyRequests"))},
          {"429 with Retry-After", test::reply(429, "", after), seconds(5)},
          {"500", test::reply(500, refused(500, "InternalError"))},
          {"500 with Retry-After", test::reply(500, "", after), seconds(5)},
          {"502", test::reply(502, "<html>Bad Gateway", html)},
          {"503", test::reply(503, refused(503, "ServiceUnavailable"))},
          {"504", test::reply(504, refused(504, "Timeout"))},
          {"reset", test::failing(Failure::kReset)},
          {"refused", test::failing(Failure::kRefused)},
          {"no such host", test::failing(Failure::kResolve)},
          {"timeout", test::failing(Failure::kTimeout)},
          {"proxy", test::failing(Failure::kProxy)},
          {"no HTTP", test::failing(Failure::kProtocol)},
          {"no credentials", test::failing(Failure::kCredentials)}};
}

TEST_CASE("watch: goes on after every trouble that can pass, with the same version") {
  for (const Passing& row : passing()) {
    CAPTURE(std::string(row.name));
    WatchWorld world;
    world.transport.expect(row.acts);
    world.transport.expect(test::reply(200, pods("7")));
    world.transport.expect(row.acts);
    world.transport.expect(test::streaming({event("ADDED", pod("a", "8"))}));
    world.run();
    CHECK(world.asked() == "llww");
    CHECK(world.version_of(3) == "7");
    const std::vector<Nanos> times = world.transport.times();
    const Nanos least = std::max<Nanos>(row.least, milliseconds(800));
    CHECK(times.at(1) - times.at(0) >= least);
    CHECK(times.at(3) - times.at(2) >= least);
    CHECK(world.told == Told{"=", "+a"});
  }
}

TEST_CASE("log: goes on after every trouble that can pass, before and within the log") {
  for (const Passing& row : passing()) {
    CAPTURE(std::string(row.name));
    LogWorld world;
    world.transport.expect(row.acts);
    world.follow_until({lines(1, 2)}, Failure::kReset);
    world.transport.expect(row.acts);
    world.follow_with({lines(2, 3)});
    world.run();
    CHECK(world.told == Told{"1", "2", "3"});
    CHECK(world.transport.times().at(1) >= std::max<Nanos>(row.least, milliseconds(500)));
  }
}

}  // namespace
}  // namespace algo::kube
