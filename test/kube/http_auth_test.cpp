#include "kube/http_auth.h"

#include "base/error.h"
#include "kube/client_call.h"
#include "support/fake_transport.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

#include <optional>

namespace algo::kube {
namespace {

using test::Fetched;

// Gives tokens one after another; a refusal moves on to the next.
struct Tokens final : Credentials {
  std::vector<std::string> tokens{};
  std::size_t at = 0;
  std::vector<std::string> refusals{};
  std::optional<Error> trouble{};  // thrown while set

  Credential current() override {
    if (trouble) throw Error(*trouble);
    return {.authorization = "Bearer " + tokens.at(at), .certificate_pem = "", .key_pem = ""};
  }
  bool refused(const Credential& used) override {
    refusals.push_back(used.authorization);
    if (trouble) throw Error(*trouble);
    if (at + 1 >= tokens.size()) return false;
    ++at;
    return true;
  }
};

struct World {
  test::FakeClock clock{};
  Tokens credentials{};
  test::FakeTransport* fake = nullptr;
  std::unique_ptr<Transport> transport{};

  explicit World(std::vector<std::string> tokens) {
    credentials.tokens = std::move(tokens);
    auto inner = std::make_unique<test::FakeTransport>(clock);
    fake = inner.get();
    transport = authorize(std::move(inner), credentials);
  }
  Fetched post() {
    Request request;
    request.method = "POST";
    request.body = "body";
    return test::fetch(*transport, request);
  }
};

TEST_CASE("authorize: every request carries the credential of the moment") {
  World world({"one"});
  world.fake->expect(test::reply(200, "{}"));
  CHECK(world.post().head.status == 200);
  CHECK(world.fake->last().credential.authorization == "Bearer one");
  CHECK(world.credentials.refusals.empty());
}

TEST_CASE("authorize: a 401 is tried once more, with a credential that has changed") {
  World world({"one", "two"});
  world.fake->expect(test::reply(401, "no"));
  world.fake->expect(test::reply(201, "yes"));
  const Fetched fetched = world.post();
  CHECK(fetched.head.status == 201);
  CHECK(fetched.body == "yes");
  CHECK(fetched.heads == 1);
  CHECK(world.fake->last().credential.authorization == "Bearer two");
  CHECK(world.fake->last().body == "body");
  CHECK(world.credentials.refusals == std::vector<std::string>{"Bearer one"});
}

TEST_CASE("authorize: a 401 is the answer when the credential cannot change") {
  World world({"one"});
  world.fake->expect(test::reply(401, "no"));
  const Fetched fetched = world.post();
  CHECK(fetched.head.status == 401);
  CHECK(fetched.body == "no");
  CHECK(world.fake->requests().size() == 1);
}

TEST_CASE("authorize: a second 401 is the answer even if there were a third credential") {
  World world({"one", "two", "three"});
  world.fake->expect(test::reply(401, "no"));
  world.fake->expect(test::reply(401, "still no"));
  const Fetched fetched = world.post();
  CHECK(fetched.head.status == 401);
  CHECK(fetched.body == "still no");
  CHECK(world.fake->requests().size() == 2);
}

const Error kNoPlugin(ErrorKind::kEnvironment, "getting credentials: none", "why", "install it");

TEST_CASE("authorize: credentials that fail end their request, not everything else") {
  World world({"one"});
  world.fake->expect(test::streaming({"event"}));
  Fetched watch;
  const auto watching = world.transport->start({}, watch);
  world.credentials.trouble = kNoPlugin;
  const Fetched fetched = world.post();
  CHECK(fetched.heads == 0);
  CHECK(fetched.ending.failure == Failure::kCredentials);
  CHECK(fetched.ending.text == "getting credentials: none: why");
  const Error error = failure_error(fetched.ending, "do it");
  CHECK(error.kind() == ErrorKind::kEnvironment);
  CHECK(error.next() == "install it");
  CHECK(world.fake->requests().size() == 1);

  world.credentials.trouble.reset();
  world.fake->expect(test::reply(200, "{}"));
  CHECK(world.post().head.status == 200);
  CHECK(watch.body == "event");
  CHECK_FALSE(watch.ended);
}

TEST_CASE("authorize: a 401 whose credential cannot be refreshed says why") {
  World world({"one"});
  world.fake->expect(test::reply(401, "no"));
  Fetched fetched;
  const auto exchange = world.transport->start({}, fetched);
  world.credentials.trouble = kNoPlugin;
  while (!fetched.ended) world.transport->poll(std::chrono::seconds(1));
  CHECK(fetched.heads == 0);
  CHECK(fetched.ending.failure == Failure::kCredentials);
  CHECK(world.fake->active() == 0);
}

TEST_CASE("authorize: an interruption while a plugin asks is one of everything") {
  World world({"one"});
  world.credentials.trouble = Error(ErrorKind::kInterrupted, "interrupted");
  CHECK_THROWS_AS((void)world.post(), Error);
}

TEST_CASE("authorize: a request that is dropped before its failure is told hears nothing") {
  World world({"one"});
  world.credentials.trouble = kNoPlugin;
  Fetched gone;
  Fetched left;
  auto first = world.transport->start({}, gone);
  const auto second = world.transport->start({}, left);
  first.reset();
  world.transport->poll(std::chrono::seconds(1));
  CHECK_FALSE(gone.ended);
  CHECK(left.ended);
}

}  // namespace
}  // namespace algo::kube
