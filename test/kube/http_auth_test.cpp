#include "kube/http_auth.h"

#include "support/fake_transport.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using test::Fetched;

// Gives tokens one after another; a refusal moves on to the next.
struct Tokens final : Credentials {
  std::vector<std::string> tokens{};
  std::size_t at = 0;
  std::vector<std::string> refusals{};

  Credential current() override {
    return {.authorization = "Bearer " + tokens.at(at), .certificate_pem = "", .key_pem = ""};
  }
  bool refused(const Credential& used) override {
    refusals.push_back(used.authorization);
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

}  // namespace
}  // namespace algo::kube
