#include "kube/client_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

Json job(const std::string& run_id) {
  return Json{{"metadata", Json{{"name", "x"}, {"labels", Json{{"run-id", run_id}}}}}};
}

const std::string kExists = refusal_text(409, "AlreadyExists", "jobs \"x\" already exists");
const std::string kMissing = refusal_text(404, "NotFound", "no x");

TEST_CASE("create: after a lost connection the server is asked; the same id is success") {
  for (const Failure failure : {Failure::kReset, Failure::kTimeout}) {
    ClientWorld world;
    world.transport.expect(test::failing(failure));
    world.transport.expect(test::reply(200, dump_json(job("1"))));
    CHECK(world.client.create(kJobs, "n", job("1")).object() == job("1"));
    CHECK(world.sent(1) == "GET /apis/batch/v1/namespaces/n/jobs/x");
    CHECK(world.transport.requests().size() == 2);
  }
}

TEST_CASE("create: an answer that tells nothing of the object has the server asked") {
  const Header html{.name = "content-type", .value = "text/html"};
  for (const test::Acts& acts :
       {test::reply(504, "<html>Gateway Time-out", {html}),
        test::reply(500, refusal_text(500, "InternalError", "etcdserver: request timed out")),
        test::reply(504, refusal_text(504, "Timeout", "request did not complete")),
        test::reply(200, "<html>Log in", {html}),
        test::reply(201, R"({"metadata":{"name)"),
        test::failing(Failure::kTooLarge),
        test::failing(Failure::kProtocol)}) {
    ClientWorld world;
    world.transport.expect(acts);
    world.transport.expect(test::reply(200, dump_json(job("1"))));
    CHECK(world.client.create(kJobs, "n", job("1")).object() == job("1"));

    ClientWorld absent;
    absent.transport.expect(acts);
    absent.transport.expect(test::reply(404, kMissing));
    CHECK_THROWS_AS((void)absent.client.create(kJobs, "n", job("1")).object(), Error);
    CHECK(absent.transport.requests().size() == 2);
  }
}

TEST_CASE("create: what was certainly not done is not asked about") {
  for (const test::Acts& acts : {test::reply(403, refusal_text(403, "Forbidden", "no")),
                                 test::reply(429, refusal_text(429, "TooManyRequests", "no")),
                                 test::failing(Failure::kRefused),
                                 test::failing(Failure::kTls),
                                 test::failing(Failure::kCredentials)}) {
    ClientWorld world;
    world.transport.expect(acts);
    CHECK_THROWS_AS((void)world.client.create(kJobs, "n", job("1")).object(), Error);
    CHECK(world.transport.requests().size() == 1);
  }
}

TEST_CASE("create: what did not arrive is sent again under the same name") {
  ClientWorld world;
  world.transport.expect(test::failing(Failure::kReset));
  world.transport.expect(test::reply(404, kMissing));
  world.transport.expect(test::reply(201, dump_json(job("1"))));
  CHECK(world.client.create(kJobs, "n", job("1")).ok());
}

TEST_CASE("create: the first try that arrives late makes no second object") {
  ClientWorld world;
  world.transport.expect(test::failing(Failure::kReset));
  world.transport.expect(test::reply(404, kMissing));
  world.transport.expect(test::reply(409, kExists));
  world.transport.expect(test::reply(200, dump_json(job("1"))));
  CHECK(world.client.create(kJobs, "n", job("1")).ok());
}

TEST_CASE("create: somebody else's object of the same name is not ours") {
  ClientWorld world;
  world.transport.expect(test::reply(409, kExists));
  world.transport.expect(test::reply(200, dump_json(job("2"))));
  CHECK(world.client.create(kJobs, "n", job("1")).is("AlreadyExists"));
}

TEST_CASE("create: a connection that keeps breaking is an error in the end") {
  ClientWorld world;
  for (int i = 0; i < 3; ++i) {
    world.transport.expect(test::failing(Failure::kReset));
    world.transport.expect(test::reply(404, kMissing));
  }
  try {
    (void)world.client.create(kJobs, "n", job("1"));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kLost);
    CHECK(std::string(error.what()) == "cannot create jobs/x");
  }
  CHECK(world.transport.left() == 0);
}

TEST_CASE("create: an object without identity is never sent twice") {
  ClientWorld world;
  world.transport.expect(test::failing(Failure::kReset));
  CHECK_THROWS_AS((void)world.client.create(kJobs, "n", Json{{"metadata", Json{{"name", "x"}}}}),
                  Error);
  CHECK(world.transport.requests().size() == 1);
}

TEST_CASE("create: 429 with Retry-After is waited for") {
  ClientWorld world;
  world.transport.expect(test::reply(429, "", {{.name = "retry-after", .value = "1"}}));
  world.transport.expect(test::reply(201, dump_json(job("1"))));
  CHECK(world.client.create(kJobs, "n", job("1")).ok());
}

TEST_CASE("list: joins pages") {
  ClientWorld world;
  world.transport.expect(test::reply(
      200, R"({"metadata":{"resourceVersion":"9","continue":"t/1"},"items":[{"a":1},{"a":2}]})"));
  world.transport.expect(
      test::reply(200, R"({"metadata":{"resourceVersion":"9"},"items":[{"a":3}]})"));
  const Json list = world.client.list(kPods, "n", {.labels = "a=b", .fields = "c=d"}).object();
  CHECK(list["items"] == parse_json(R"([{"a":1},{"a":2},{"a":3}])", "expected"));
  CHECK(list["metadata"]["resourceVersion"] == "9");
  CHECK(world.sent(1) ==
        "GET /api/v1/namespaces/n/pods?labelSelector=a%3Db&fieldSelector=c%3Dd&limit=500&"
        "continue=t%2F1");
}

TEST_CASE("list: pages that have expired are read again from the first") {
  ClientWorld world;
  const std::string first = R"({"metadata":{"continue":"t"},"items":[{"a":1}]})";
  world.transport.expect(test::reply(200, first));
  world.transport.expect(test::reply(410, refusal_text(410, "Expired", "too old")));
  world.transport.expect(test::reply(200, R"({"metadata":{},"items":[{"a":2}]})"));
  CHECK(world.client.list(kPods, "n").object()["items"] == parse_json(R"([{"a":2}])", "expected"));

  for (int i = 0; i < 5; ++i) {
    world.transport.expect(test::reply(200, first));
    world.transport.expect(test::reply(410, refusal_text(410, "Expired", "too old")));
  }
  CHECK(world.client.list(kPods, "n").is("Expired"));
}

TEST_CASE("list: pages that are too large together are an error") {
  ClientWorld world;
  CallRules rules;
  rules.max_answer = 100;
  Client client(world.transport, world.clock, {.rules = rules}, [] { return 0.0; }, nullptr);
  const std::string page = R"({"metadata":{"continue":"t"},"items":[]})" + std::string(55, ' ');
  for (int i = 0; i < 5; ++i) world.transport.expect(test::reply(200, page));
  try {
    (void)client.list(kPods, "n");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.why() == "it is larger than 400 B");
  }
  CHECK(world.transport.left() == 0);
}

TEST_CASE("list: one that does not end is an error") {
  ClientWorld world;
  for (int i = 0; i < 1001; ++i) {
    world.transport.expect(test::reply(200, R"({"metadata":{"continue":"t"},"items":[]})"));
  }
  CHECK_THROWS_AS((void)world.client.list(kPods, "n"), Error);
}

}  // namespace
}  // namespace algo::kube
