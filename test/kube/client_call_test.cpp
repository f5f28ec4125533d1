#include "kube/client_call.h"

#include "support/fake_transport.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct World {
  test::FakeClock clock{};
  test::FakeTransport transport{clock};
  CallRules rules{};

  Response send(Purpose purpose) {
    Request request;
    request.target = "/x";
    return Caller(transport, clock, rules, [] { return 0.0; }).send(request, purpose);
  }
};

TEST_CASE("Caller: waits as long as Retry-After says") {
  World world;
  world.transport.expect(test::reply(429, "", {{.name = "retry-after", .value = "7"}}));
  world.transport.expect(test::reply(503, "", {{.name = "retry-after", .value = "2"}}));
  world.transport.expect(test::reply(200, "{}"));
  CHECK(world.send(Purpose::kOnce).ok());
  CHECK(world.transport.times() == std::vector<Nanos>{Nanos{0}, seconds(7), seconds(9)});
}

TEST_CASE("Caller: an overload without Retry-After is the answer") {
  World world;
  world.transport.expect(test::reply(503, "busy"));
  const Response response = world.send(Purpose::kRepeatable);
  CHECK(response.head.status == 503);
  CHECK(response.body == "busy");
}

TEST_CASE("Caller: a lost connection is tried again for reads, not for writes") {
  World world;
  world.transport.expect(test::failing(Failure::kReset));
  CHECK(world.send(Purpose::kOnce).ending.failure == Failure::kReset);
  CHECK(world.transport.requests().size() == 1);
  world.transport.expect(test::streaming_until({"{\"half"}, Failure::kReset));
  world.transport.expect(test::reply(200, "{}"));
  const Response response = world.send(Purpose::kRepeatable);
  CHECK(response.ok());
  CHECK(response.body == "{}");
}

TEST_CASE("Caller: gives up after ten retries") {
  World world;
  for (int i = 0; i < 20; ++i) {
    world.transport.expect(test::reply(500, "", {{.name = "retry-after", .value = "1"}}));
  }
  CHECK(world.send(Purpose::kRepeatable).head.status == 500);
  CHECK(world.transport.requests().size() == 11);
}

TEST_CASE("Caller: a refused connection is an answer at once, unless patience is asked for") {
  World world;
  world.transport.expect(test::failing(Failure::kRefused));
  CHECK(world.send(Purpose::kRepeatable).ending.failure == Failure::kRefused);
  CHECK(world.transport.requests().size() == 1);

  World patient;
  patient.rules.refused_for = seconds(10);
  for (int i = 0; i < 3; ++i) patient.transport.expect(test::failing(Failure::kRefused));
  patient.transport.expect(test::reply(200, "{}"));
  CHECK(patient.send(Purpose::kOnce).ok());
  CHECK(patient.transport.times() ==
        std::vector<Nanos>{Nanos{0}, milliseconds(800), milliseconds(2400), milliseconds(5600)});

  World impatient;
  impatient.rules.refused_for = seconds(2);
  for (int i = 0; i < 3; ++i) impatient.transport.expect(test::failing(Failure::kRefused));
  CHECK(impatient.send(Purpose::kRepeatable).ending.failure == Failure::kRefused);
  CHECK(impatient.transport.requests().size() == 2);
}

TEST_CASE("Caller: the time-out is of all tries together") {
  World world;
  world.rules.timeout = seconds(5);
  world.transport.expect(test::reply(429, "", {{.name = "retry-after", .value = "3"}}));
  world.transport.expect(test::reply(429, "", {{.name = "retry-after", .value = "3"}}));
  CHECK(world.send(Purpose::kRepeatable).head.status == 429);
  CHECK(world.transport.requests().size() == 2);
  CHECK(world.transport.requests().at(0).timeout == seconds(5));
  CHECK(world.transport.requests().at(1).timeout == seconds(2));
}

TEST_CASE("Caller: answers have a cap") {
  World world;
  world.transport.expect(test::reply(200, "{}"));
  (void)world.send(Purpose::kRepeatable);
  CHECK(world.transport.last().max_body == world.rules.max_answer);
}

TEST_CASE("failure_error: says what to look at") {
  struct Row {
    Failure failure;
    ErrorKind kind;
    const char* hint;
  };
  for (const Row& row : {Row{Failure::kTls, ErrorKind::kEnvironment, "certificate authority"},
                         Row{Failure::kProxy, ErrorKind::kLost, "NO_PROXY"},
                         Row{Failure::kRefused, ErrorKind::kLost, "right context"},
                         Row{Failure::kResolve, ErrorKind::kLost, "right context"},
                         Row{Failure::kReset, ErrorKind::kLost, ""}}) {
    const Error error = failure_error({.failure = row.failure, .text = "words"}, "do it");
    CHECK(error.kind() == row.kind);
    CHECK(std::string(error.what()) == "cannot do it");
    CHECK(error.why().find("words") != std::string::npos);
    CHECK(error.next().find(row.hint) != std::string::npos);
  }
}

}  // namespace
}  // namespace algo::kube
