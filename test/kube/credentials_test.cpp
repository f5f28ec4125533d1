#include "base/encoding.h"
#include "base/text.h"
#include "kube/credentials_make.h"
#include "kube/kube_fakes.h"
#include "support/fake_clock.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace algo::kube {
namespace {

struct World {
  test::VirtualFiles files;
  test::FakeClock clock;
  Variables environment{{"PATH", "/bin"}, {"HOME", "/h"}};
  test::FakePlugins plugins;
  RestConfig config{.server = "https://c", .path_prefix = "/p", .user_name = "u"};

  [[nodiscard]] std::unique_ptr<Credentials> make() {
    return make_credentials(
        config, {.files = files, .clock = clock, .environment = environment, .plugins = plugins});
  }
  [[nodiscard]] Credential current() { return make()->current(); }
  [[nodiscard]] std::string why_not() {
    return test::refusal([&] { return current(); });
  }
};

ExecConfig plugin() {
  return {.command = "plugin",
          .api_version = "client.authentication.k8s.io/v1",
          .provide_cluster_info = true,
          .interactive_mode = "Never"};
}

const std::string kAnswer =
    R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",)"
    R"("status":{"token":"from-plugin"}})";

TEST_CASE("make_credentials: nothing, a token, a name with password") {
  World world;
  CHECK(world.current() == Credential{});
  CHECK_FALSE(world.make()->refused({}));
  world.config.credentials = {.token = "t"};
  CHECK(world.current().authorization == "Bearer t");
  CHECK_FALSE(world.make()->refused(world.current()));
  world.config.credentials = {.username = "n", .password = "p:x"};
  CHECK(world.current().authorization == "Basic " + base64_encode("n:p:x"));
}

TEST_CASE("make_credentials: a token that would end the header is refused, unseen") {
  World world;
  world.config.credentials = {.token = "secret\r\nX: y"};
  CHECK(world.why_not() ==
        "the token of user \"u\" cannot be sent: it holds a control character, perhaps a line's "
        "end");
}

TEST_CASE("make_credentials: the token file wins over the token, and is read again") {
  World world;
  world.files.write_new("/t", "file");
  world.config.credentials = {.token = "given", .token_file = "/t"};
  const std::unique_ptr<Credentials> credentials = world.make();
  const Credential first = credentials->current();
  CHECK(first.authorization == "Bearer file");
  world.files.write_atomically("/t", "new");
  CHECK(credentials->refused(first));
  CHECK(credentials->current().authorization == "Bearer new");
}

TEST_CASE("make_credentials: certificates from memory stay, those from files are renewed") {
  World world;
  const test::TlsIdentity one = test::make_pair();
  const test::TlsIdentity two = test::make_pair();
  world.config.credentials = {.certificate_data = one.certificate_pem, .key_data = one.key_pem};
  CHECK(world.current().certificate_pem == one.certificate_pem);
  CHECK(world.current().key_pem == one.key_pem);

  world.files.write_new("/c", one.certificate_pem);
  world.files.write_new("/k", one.key_pem);
  world.config.credentials = {.certificate_file = "/c", .key_file = "/k"};
  const std::unique_ptr<Credentials> credentials = world.make();
  CHECK(credentials->current().certificate_pem == one.certificate_pem);
  world.files.write_atomically("/c", two.certificate_pem);
  world.clock.advance(std::chrono::seconds(1));
  CHECK(credentials->current().certificate_pem == one.certificate_pem);  // its key is not there yet
  world.files.write_atomically("/k", two.key_pem);
  CHECK(credentials->current().certificate_pem == one.certificate_pem);  // read a moment ago
  world.clock.advance(std::chrono::seconds(1));
  CHECK(credentials->current().certificate_pem == two.certificate_pem);
  CHECK(credentials->current().key_pem == two.key_pem);
  world.files.remove_file("/k");
  world.clock.advance(std::chrono::seconds(1));
  CHECK(credentials->current().key_pem == two.key_pem);
}

TEST_CASE("make_credentials: a pair that does not fit is refused") {
  World world;
  const test::TlsIdentity pair = test::make_pair();
  const std::string what = "cannot use the client certificate and key: ";
  world.config.credentials = {.certificate_data = pair.certificate_pem,
                              .key_data = test::make_pair().key_pem};
  CHECK(world.why_not() ==
        what + "the client certificate: the key does not belong to the certificate");
  world.config.credentials = {.certificate_data = "secret", .key_data = "secret"};
  CHECK_FALSE(test::contains(world.why_not(), "secret"));
  world.config.credentials = {.certificate_file = "/gone", .key_data = pair.key_pem};
  CHECK(test::contains(world.why_not(), "cannot read /gone"));
}

TEST_CASE("make_credentials: an exec plugin runs only when nothing else identifies the user") {
  const test::TlsIdentity pair = test::make_pair();
  World world;
  world.config.credentials = {.exec = plugin()};
  world.plugins.prints(kAnswer);
  CHECK(world.current().authorization == "Bearer from-plugin");
  for (CredentialSource source : std::vector<CredentialSource>{
           {.token = "t"},
           {.username = "n", .password = "p"},
           {.certificate_data = pair.certificate_pem, .key_data = pair.key_pem}}) {
    source.exec = plugin();
    world.config.credentials = source;
    CHECK_FALSE(world.current() == Credential{});
    CHECK(world.plugins.commands.size() == 1);
  }
}

TEST_CASE("make_credentials: a plugin learns all about its cluster") {
  World world;
  world.config.credentials = {.exec = plugin()};
  world.config.tls_server_name = "name";
  world.config.insecure_skip_tls_verify = true;
  world.config.ca_pem = "PEM";
  world.config.proxy_url = "http://p";
  world.config.disable_compression = true;
  world.config.exec_config = Json{{"a", 1}};
  world.plugins.prints(kAnswer);
  static_cast<void>(world.current());
  REQUIRE(world.plugins.commands.size() == 1);
  bool told = false;
  for (const std::string& variable : world.plugins.commands[0].environment) {
    told = told ||
           test::contains(variable,
                          R"("cluster":{"server":"https://c/p","tls-server-name":"name",)"
                          R"("insecure-skip-tls-verify":true,"certificate-authority-data":"UEVN",)"
                          R"("proxy-url":"http://p","disable-compression":true,"config":{"a":1}})");
  }
  CHECK(told);
}

TEST_CASE("make_credentials: kuberc keeps a plugin from running") {
  World world;
  world.config.credentials = {.exec = plugin()};
  world.files.write_new("/h/.kube/kuberc", "credentialPluginPolicy: DenyAll");
  CHECK(test::contains(world.why_not(), "not allowed: policy set to \"DenyAll\""));
  CHECK(world.plugins.commands.empty());
}

TEST_CASE("make_credentials: auth-providers say what took their place") {
  World world;
  const auto why = [&](const AuthProvider& provider) {
    world.config.credentials = {.auth_provider = provider};
    return world.why_not();
  };
  const auto id_token = [](const std::string& claims) {
    return AuthProvider{
        "oidc", {{"id-token", "e30." + replace_all(base64_encode(claims), "=", "") + ".secret"}}};
  };
  CHECK(test::contains(why({.name = "gcp"}), "the auth-provider gcp has been removed"));
  CHECK(test::contains(why({.name = "azure"}), "the auth-provider azure has been removed"));
  CHECK(test::contains(why({.name = "x"}), "no auth-provider is called \"x\""));
  CHECK(test::contains(why({.name = "oidc"}), "has no id-token"));
  CHECK(test::contains(why({"oidc", {{"id-token", "secret"}}}), "no token with an expiry"));
  CHECK(test::contains(why(id_token(R"({"exp":1704164645})")), "has expired"));
  CHECK(test::contains(why(id_token(R"({"exp":"secret"})")), "no token with an expiry"));
  CHECK_FALSE(test::contains(why(id_token("{\"secret")), "secret"));
  const AuthProvider good = id_token(R"({"exp":1704164646})");
  CHECK(why(good).empty());
  CHECK(world.current().authorization == "Bearer " + good.config.at("id-token"));
  world.config.credentials.auth_provider = AuthProvider{.name = "gcp"};
  world.config.credentials.token = "t";
  CHECK(world.current().authorization == "Bearer t");
}

}  // namespace
}  // namespace algo::kube
