#include "support/fake_api_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <utility>

namespace algo::kube {
namespace {

using Front = test::ServerOptions::Front;
using test::FakeApiServer;
using test::Fetched;
using test::TlsAuthority;

Fetched get(Transport& transport) {
  Request request;
  request.target = "/version";
  return test::fetch(transport, request);
}

struct World {
  TlsAuthority authority{};
  FakeApiServer proxy;  // and the server behind it

  explicit World(Front front)
      : proxy({.tls = authority.server({"DNS:api.invalid"}), .client_ca_pem = "", .front = front}) {
    proxy.always("GET", "/", [](const test::Recorded&) { return test::answer(200, "{}"); });
  }
  [[nodiscard]] TransportSettings settings(const std::string& scheme) const {
    TransportSettings out;
    out.server = "https://api.invalid:6443";  // a name that only the proxy could know
    out.ca_pem = authority.pem();
    out.proxy_url = scheme + "://127.0.0.1:" + std::to_string(proxy.port());
    out.headers = {{.name = "Impersonate-User", .value = "alice"}};
    return out;
  }
};

TEST_CASE("transport: reaches the server through an HTTP proxy, which sees no header of ours") {
  World world(Front::kConnect);
  CHECK(get(*make_curl_transport(world.settings("http"))).head.status == 200);
  const auto requests = world.proxy.requests();
  REQUIRE(requests.size() == 2);
  CHECK(requests[0].method == "CONNECT");
  CHECK(requests[0].target == "api.invalid:6443");
  CHECK(requests[0].headers.count("impersonate-user") == 0);
  CHECK(requests[1].headers.at("impersonate-user") == "alice");
}

TEST_CASE("transport: a socks5 proxy gets the host's name, not an address") {
  World world(Front::kSocks);
  CHECK(get(*make_curl_transport(world.settings("socks5"))).head.status == 200);
  CHECK(world.proxy.requests().at(0).method == "SOCKS");
  CHECK(world.proxy.requests().at(0).target == "api.invalid");
}

TEST_CASE("transport: an https proxy is believed by the cluster's roots, as in Go") {
  const TlsAuthority authority;
  FakeApiServer proxy(
      {.tls = authority.server({"IP:127.0.0.1"}), .client_ca_pem = "", .front = Front::kNone});
  proxy.always(
      "GET", "http://api.invalid/", [](const test::Recorded&) { return test::answer(200, "{}"); });
  TransportSettings settings;
  settings.server = "http://api.invalid";
  settings.proxy_url = proxy.url();
  settings.ca_pem = TlsAuthority("other authority").pem();
  CHECK(get(*make_curl_transport(settings)).ending.failure != Failure::kNone);
  settings.ca_pem = authority.pem();
  CHECK(get(*make_curl_transport(settings)).head.status == 200);
  settings.ca_pem = "";
  settings.insecure = true;
  CHECK(get(*make_curl_transport(settings)).head.status == 200);
}

TEST_CASE("transport: a proxy's refusal is no lost connection") {
  World world(Front::kConnect);
  world.proxy.expect(
      "CONNECT", "", test::answer(403, "<html>go away</html>", {{"Content-Type", "text/html"}}));
  const Fetched fetched = get(*make_curl_transport(world.settings("http")));
  CHECK(fetched.ending.failure == Failure::kProxy);
  CHECK(fetched.ending.text == "the proxy answered 403");
  CHECK(fetched.heads == 0);
}

TEST_CASE("transport: a proxy of the environment is used for hosts elsewhere") {
  World world(Front::kConnect);
  TransportSettings settings = world.settings("http");
  settings.environment_proxy = std::exchange(settings.proxy_url, "");
  CHECK(get(*make_curl_transport(settings)).head.status == 200);
  CHECK(world.proxy.requests().at(0).method == "CONNECT");
}

TEST_CASE("transport: libcurl's own reading of the environment is switched off") {
  FakeApiServer server;
  server.expect("GET", "/version", test::answer(200, "{}"));
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  ::setenv("all_proxy", "http://127.0.0.1:1", 1);
  const Fetched fetched = get(*test::transport_to(server));
  ::unsetenv("http_proxy");
  ::unsetenv("all_proxy");
  CHECK(fetched.head.status == 200);
}

}  // namespace
}  // namespace algo::kube
