#include "kube/logged_transport.h"

#include "kube/client.h"
#include "kube/http_auth.h"
#include "support/fake_transport.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::milliseconds;

constexpr const char* kSecret = "s3cr3t-t0ken";

// Gives every request a token, a password and a key; takes each for refused once.
class SecretCredentials final : public Credentials {
 public:
  [[nodiscard]] Credential current() override {
    Credential credential;
    credential.authorization = std::string("Bearer ") + kSecret;
    credential.key_pem = kSecret;
    return credential;
  }
  [[nodiscard]] bool refused(const Credential& /*used*/) override { return true; }
};

struct World {
  test::FakeClock clock{};
  test::FakeTransport* fake = nullptr;
  SecretCredentials credentials{};
  std::string said{};
  std::unique_ptr<Transport> transport{};

  explicit World(int level) {
    auto made = std::make_unique<test::FakeTransport>(clock);
    fake = made.get();
    transport = log_requests(authorize(std::move(made), credentials),
                             clock,
                             level,
                             "https://api:6443",
                             [this](const std::string& line) { said += line + "\n"; });
  }
  Client client() {
    return {*transport, clock, {}, [] { return 0.0; }, {}};
  }
};

TEST_CASE("log_requests: level 6 shows method, address, status and time") {
  World world(6);
  world.fake->expect({test::head_act(200, {{"content-type", "application/json"}}, milliseconds(12)),
                      test::data_act(R"({"kind":"Job"})"),
                      test::end_act()});
  CHECK(world.client().get(kJobs, "demo", "x").ok());
  CHECK(world.said == "GET https://api:6443/apis/batch/v1/namespaces/demo/jobs/x 200 in 12 ms\n");
}

TEST_CASE("log_requests: below level 6 nothing is said") {
  World world(5);
  world.fake->expect(test::reply(200, "{}"));
  CHECK(world.client().get(kJobs, "demo", "x").ok());
  CHECK(world.said.empty());
}

TEST_CASE("log_requests: a failure is shown with its reason") {
  World world(6);
  for (int i = 0; i < 30; ++i) world.fake->expect(test::failing(Failure::kRefused));
  CHECK_THROWS(static_cast<void>(world.client().get(kJobs, "demo", "x")));
  CHECK(world.said.find("jobs/x failed in 0 ms: ") != std::string::npos);
}

TEST_CASE("log_requests: level 8 shows bodies, cut, and a terminal is safe from them") {
  World world(8);
  world.fake->expect(test::reply(201, R"({"x":")" + std::string(5000, 'y') + "\x1b[2J" + R"("})"));
  static_cast<void>(
      world.client().create(kConfigMaps, "demo", {{"metadata", {{"name", "cases"}}}}));
  CHECK(world.said.find("request body: {\"metadata\":{\"name\":\"cases\"}}") != std::string::npos);
  CHECK(world.said.find("response body: {\"x\":\"yyy") != std::string::npos);
  CHECK(world.said.find("more bytes)") != std::string::npos);
  CHECK(world.said.size() < 2500);
  CHECK(world.said.find('\x1b') == std::string::npos);
}

TEST_CASE("log_requests: no secret at any level, not even when a proxy repeats the request") {
  for (int level = 0; level <= 10; ++level) {
    CAPTURE(level);
    World world(level);
    world.fake->expect(test::reply(401, R"({"kind":"Status","code":401})"));
    world.fake->expect(test::reply(502,
                                   "<pre>GET / HTTP/1.1\nAuthorization: Bearer " +
                                       std::string(kSecret) + "\nProxy-Authorization: Basic " +
                                       kSecret + "</pre>",
                                   {{"content-type", "text/html"}}));
    CHECK_FALSE(world.client().get(kJobs, "demo", "x").ok());
    CHECK(world.fake->last().credential.authorization.find(kSecret) != std::string::npos);
    CHECK(world.said.find(kSecret) == std::string::npos);
  }
}

}  // namespace
}  // namespace algo::kube
