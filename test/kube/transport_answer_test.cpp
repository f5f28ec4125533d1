#include <doctest/doctest.h>

#include "support/fake_api_server.h"
#include "support/http_client.h"

namespace algo::kube {
namespace {

using test::Answer;
using test::FakeApiServer;

TEST_CASE("transport: brings status, headers and body") {
  FakeApiServer server;
  server.expect("GET", "/version", test::answer(200, "{\"major\":\"1\"}", {{"X-Thing", "a b"}}));
  const auto transport = test::transport_to(server);
  const test::Fetched fetched = test::fetch(*transport, {.target = "/version"});
  CHECK(fetched.head.status == 200);
  CHECK(fetched.head.header("x-thing") == "a b");
  CHECK(fetched.body == "{\"major\":\"1\"}");
  CHECK(fetched.ending.failure == Failure::kNone);
}

}  // namespace
}  // namespace algo::kube
