#include "kube/http_auth.h"
#include "support/fake_api_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using test::FakeApiServer;
using test::Fetched;
using test::TlsAuthority;

test::ServerOptions with(const test::TlsIdentity& identity, const std::string& client_ca = "") {
  return {.tls = identity, .client_ca_pem = client_ca, .front = test::ServerOptions::Front::kNone};
}

void answer_all(FakeApiServer& server) {
  server.always("GET", "/", [](const test::Recorded&) { return test::answer(200, "{}"); });
}

TransportSettings trusting(const FakeApiServer& server, const TlsAuthority& authority) {
  TransportSettings settings = test::settings_for(server);
  settings.ca_pem = authority.pem();
  return settings;
}

Fetched get(Transport& transport, const Credential& credential = {}) {
  Request request;
  request.target = "/";
  request.credential = credential;
  return test::fetch(transport, request);
}

TEST_CASE("transport: TLS trusts the given authority") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"IP:127.0.0.1"})));
  answer_all(server);
  CHECK(get(*make_curl_transport(trusting(server, authority))).head.status == 200);
}

TEST_CASE("transport: TLS trusts nobody else") {
  const TlsAuthority authority;
  const TlsAuthority other("other authority");
  FakeApiServer server(with(authority.server({"IP:127.0.0.1"})));
  answer_all(server);
  CHECK(get(*make_curl_transport(trusting(server, other))).ending.failure == Failure::kTls);
  // Without an authority the system's roots decide.
  CHECK(get(*make_curl_transport(test::settings_for(server))).ending.failure == Failure::kTls);
  CHECK(server.requests().empty());
}

TEST_CASE("transport: TLS wants the server's name in the certificate") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"DNS:elsewhere.test"})));
  answer_all(server);
  CHECK(get(*make_curl_transport(trusting(server, authority))).ending.failure == Failure::kTls);
}

TEST_CASE("transport: insecure believes any certificate") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"DNS:elsewhere.test"})));
  answer_all(server);
  TransportSettings settings = test::settings_for(server);
  settings.insecure = true;
  CHECK(get(*make_curl_transport(settings)).head.status == 200);
}

TEST_CASE("transport: tls-server-name is asked for and verified, the Host stays the real one") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"DNS:api.test"})));
  answer_all(server);
  TransportSettings settings = trusting(server, authority);
  settings.tls_server_name = "api.test";
  CHECK(get(*make_curl_transport(settings)).head.status == 200);
  const test::Recorded seen = server.requests().at(0);
  CHECK(seen.server_name == "api.test");
  CHECK(seen.headers.at("host") == "127.0.0.1:" + std::to_string(server.port()));

  settings.tls_server_name = "wrong.test";
  CHECK(get(*make_curl_transport(settings)).ending.failure == Failure::kTls);
}

TEST_CASE("transport: a client certificate comes from memory, a new one on a new connection") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"IP:127.0.0.1"}), authority.pem()));
  answer_all(server);
  const auto transport = make_curl_transport(trusting(server, authority));
  const auto credential = [&](const std::string& name) {
    const test::TlsIdentity identity = authority.client(name);
    return Credential{.authorization = "",
                      .certificate_pem = identity.certificate_pem,
                      .key_pem = identity.key_pem};
  };
  const Credential alice = credential("alice");
  CHECK(get(*transport, alice).head.status == 200);
  CHECK(get(*transport, alice).head.status == 200);
  CHECK(get(*transport, credential("bob")).head.status == 200);
  const auto requests = server.requests();
  CHECK(requests.at(0).peer_name == "alice");
  CHECK(requests.at(1).connection == requests.at(0).connection);
  CHECK(requests.at(2).peer_name == "bob");
  CHECK(requests.at(2).connection != requests.at(0).connection);
}

TEST_CASE("transport: without the certificate that the server wants nothing is answered") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"IP:127.0.0.1"}), authority.pem()));
  answer_all(server);
  CHECK(get(*make_curl_transport(trusting(server, authority))).ending.failure != Failure::kNone);
  CHECK(server.requests().empty());
}

struct FixedCredentials final : Credentials {
  int asked = 0;
  Credential current() override {
    ++asked;
    return {.authorization = "Bearer secret", .certificate_pem = "", .key_pem = ""};
  }
  bool refused(const Credential& /*used*/) override { return false; }
};

TEST_CASE("transport: credentials go to a TLS server") {
  const TlsAuthority authority;
  FakeApiServer server(with(authority.server({"IP:127.0.0.1"})));
  answer_all(server);
  FixedCredentials credentials;
  CHECK(get(*connect(trusting(server, authority), credentials)).head.status == 200);
  CHECK(server.requests().at(0).headers.at("authorization") == "Bearer secret");
}

TEST_CASE("transport: a plain http server never sees credentials, nor are they asked for") {
  FakeApiServer server;
  answer_all(server);
  FixedCredentials credentials;
  CHECK(get(*connect(test::settings_for(server), credentials)).head.status == 200);
  CHECK(server.requests().at(0).headers.count("authorization") == 0);
  CHECK(credentials.asked == 0);
}

}  // namespace
}  // namespace algo::kube
