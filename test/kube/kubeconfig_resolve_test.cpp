// From flags, files and the environment to one server and identity.
#include "kube/kube_fakes.h"
#include "kube/rest_config.h"
#include "kube/rest_config_url.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

struct World {
  test::VirtualFiles files;
  Variables environment{{"HOME", "/h"}};

  void config(const std::string& cluster, const std::string& user, const std::string& more = "") {
    files.write_atomically("/h/.kube/config",
                           "clusters: [{name: c, cluster: {" + cluster +
                               "}}]\nusers: [{name: u, "
                               "user: {" +
                               user +
                               "}}]\ncontexts: [{name: x, context: {cluster: c, "
                               "user: u" +
                               more + "}}]\ncurrent-context: x\n");
  }
  [[nodiscard]] RestConfig resolve(const ConnectionFlags& flags = {}) const {
    return resolve_rest_config(flags, environment, files);
  }
  [[nodiscard]] std::string why_not(const ConnectionFlags& flags = {}) const {
    return test::refusal([&] { return resolve(flags); });
  }
};

TEST_CASE("resolve_rest_config: everything reaches the value") {
  World world;
  world.files.write_new("/h/.kube/ca.crt", test::make_pair().certificate_pem);
  world.config(R"(server: "https://c:6443/k8s/c-1/?x=1#y", certificate-authority: ca.crt,
    tls-server-name: name, proxy-url: "socks5://p:1", disable-compression: true)",
               "token: t, as: me, as-groups: [g]",
               ", namespace: ns");
  const RestConfig rest = world.resolve({.request_timeout = "30"});
  CHECK(rest.server == "https://c:6443");
  CHECK(rest.path_prefix == "/k8s/c-1");
  CHECK(rest.tls_server_name == "name");
  CHECK(rest.ca_pem.starts_with("-----BEGIN CERTIFICATE-----"));
  CHECK(rest.proxy_url == "socks5://p:1");
  CHECK(rest.disable_compression);
  CHECK(rest.credentials.token == "t");
  CHECK(rest.request_timeout == std::chrono::seconds(30));
  CHECK(rest.impersonation ==
        std::vector<Header>{{"Impersonate-User", "me"}, {"Impersonate-Group", "g"}});
  CHECK(rest.namespace_name == "ns");
  CHECK(rest.context_name == "x");
  CHECK(rest.cluster_name == "c");
  CHECK(rest.user_name == "u");
  CHECK_FALSE(rest.in_cluster);
  CHECK(rest.warnings.empty());
}

TEST_CASE("resolve_rest_config: a server without TLS gets no credentials, and says so") {
  World world;
  world.config("server: \"http://c\", certificate-authority-data: eA==", "token: secret, as: me");
  const RestConfig rest = world.resolve();
  CHECK(rest.server == "http://c");
  CHECK(rest.credentials.token.empty());
  CHECK(rest.ca_pem.empty());
  REQUIRE(rest.warnings.size() == 1);
  CHECK(test::contains(rest.warnings[0], "without credentials"));
  CHECK(rest.impersonation.size() == 1);
  world.config("server: \"c:1\"", "");
  CHECK(world.resolve().server == "http://c:1");
  CHECK(world.resolve().warnings.empty());
}

TEST_CASE("resolve_rest_config: a token file that goes before --token is told") {
  World world;
  world.config("server: \"https://c\"", "tokenFile: t");
  CHECK(world.resolve().warnings.empty());
  const RestConfig rest = world.resolve({.token = "mine"});
  CHECK_FALSE(rest.credentials.token_file.empty());
  REQUIRE(rest.warnings.size() == 1);
  CHECK(test::contains(rest.warnings[0], "--token"));
}

TEST_CASE("resolve_rest_config: roots without a certificate are no roots") {
  World world;
  world.config("server: \"https://c\", certificate-authority-data: eA==", "");
  CHECK(world.why_not() ==
        "no certificate in the certificate-authority of cluster \"c\": /h/.kube/config:1");
  world.files.write_new("/h/.kube/empty", "");
  world.config("server: \"https://c\", certificate-authority: empty", "");
  CHECK(test::contains(world.why_not(), "/h/.kube/empty"));
}

TEST_CASE("resolve_rest_config: nothing configured is an error that says what was looked for") {
  World world;
  CHECK(world.why_not() ==
        "no configuration of a cluster has been provided: config not found: /h/.kube/config");
  CHECK(test::contains(world.why_not({.token = "t"}), "no configuration of a cluster"));
  CHECK(world.resolve({.server = "https://s"}).server == "https://s");
  world.files.write_new("/h/.kube/config", "users: [{name: u, user: {token: t}}]");
  CHECK(test::contains(world.why_not({.user = "u"}), "no context is selected"));
}

TEST_CASE("resolve_rest_config: the namespace is a flag, the context's, or default") {
  World world;
  world.config("server: \"https://c\"", "");
  CHECK(world.resolve().namespace_name == "default");
  CHECK(world.resolve({.namespace_name = "n"}).namespace_name == "n");
  CHECK(test::contains(world.why_not({.namespace_name = "../x"}), "namespace \"../x\" is no name"));
  world.config("server: \"https://c\"", "", ", namespace: Bad");
  CHECK(test::contains(world.why_not(), "the context stands in /h/.kube/config:3"));
  CHECK(world.resolve({.namespace_name = "n"}).namespace_name == "n");
}

TEST_CASE("parse_server_url: scheme, authority and prefix") {
  struct Case {
    std::string url;
    std::string server;
    std::string prefix;
  };
  for (const Case& test_case :
       std::vector<Case>{{"https://h", "https://h", ""},
                         {"HTTPS://h:443/", "https://h:443", ""},
                         {"https://h/a/b/", "https://h", "/a/b"},
                         {"https://h?q", "https://h", ""},
                         {"https://[::1]:6443/p#f", "https://[::1]:6443", "/p"},
                         {"h:8080", "http://h:8080", ""},
                         {"localhost", "http://localhost", ""}}) {
    CAPTURE(test_case.url);
    const ServerUrl url = parse_server_url(test_case.url);
    CHECK(url.server == test_case.server);
    CHECK(url.path_prefix == test_case.prefix);
  }
  for (const std::string url : {"",
                                "https://",
                                "ftp://h",
                                "unix:///x",
                                "https://n:secret@h",
                                "https://h:0",
                                "https://h:x",
                                "https://h:70000",
                                "https://[::1",
                                "https://[::1]x",
                                "https://h h",
                                "https://h\r\nX: y",
                                "h/path",
                                "https://h\\x",
                                "https://:1",
                                "https://h:1:2"}) {
    CAPTURE(url);
    const std::string why = test::refusal([&] { return parse_server_url(url); });
    CHECK(test::contains(why, "the server is no address that can be reached: "));
    CHECK_FALSE(test::contains(why, "secret"));
  }
}

TEST_CASE("escape_header_key: only what a header's name may hold stays") {
  struct Case {
    std::string key;
    std::string escaped;
  };
  for (const Case& test_case : std::vector<Case>{{"alpha", "alpha"},
                                                 {"AlPha9", "AlPha9"},
                                                 {"a.b-c_d~!#$&'*+^`|", "a.b-c_d~!#$&'*+^`|"},
                                                 {"test/with/slash", "test%2Fwith%2Fslash"},
                                                 {"a%b", "a%25b"},
                                                 {"scopes:x y", "scopes%3Ax%20y"},
                                                 {"\u1234", "%E1%88%B4"},
                                                 {"", ""}}) {
    CAPTURE(test_case.key);
    CHECK(escape_header_key(test_case.key) == test_case.escaped);
  }
}

TEST_CASE("impersonation_headers: in order, repeated, and only with a user") {
  CHECK(impersonation_headers({}).empty());
  CHECK(impersonation_headers({.as_groups = {"g"}}).empty());
  CHECK(impersonation_headers({.as = "me",
                               .as_uid = "7",
                               .as_groups = {"g", "h"},
                               .as_user_extra = {{"a/b", {"1", "2"}}, {"c", {"3"}}}}) ==
        std::vector<Header>{{"Impersonate-User", "me"},
                            {"Impersonate-Uid", "7"},
                            {"Impersonate-Group", "g"},
                            {"Impersonate-Group", "h"},
                            {"Impersonate-Extra-a%2Fb", "1"},
                            {"Impersonate-Extra-a%2Fb", "2"},
                            {"Impersonate-Extra-c", "3"}});
  CHECK(test::contains(test::refusal([] { return impersonation_headers({.as = "me\r\nX: y"}); }),
                       "as holds a control character"));
}

TEST_CASE("parse_request_timeout: seconds or a duration") {
  using std::chrono::seconds;
  CHECK(parse_request_timeout("") == seconds(0));
  CHECK(parse_request_timeout("0") == seconds(0));
  CHECK(parse_request_timeout("15") == seconds(15));
  CHECK(parse_request_timeout("1m30s") == seconds(90));
  for (const std::string text : {"x", "-1", "1 s", "1x", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK(test::contains(test::refusal([&] { return parse_request_timeout(text); }),
                         "is no time-out"));
  }
}

}  // namespace
}  // namespace algo::kube
