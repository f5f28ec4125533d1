// One file: types, defaults and refusals.
#include "kube/kube_fakes.h"
#include "kube/kubeconfig.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

std::string why_not(const std::string& text) {
  return test::refusal([&] { return read_kubeconfig(text, "dir/f"); });
}

User only_user(const std::string& fields) {
  return read_kubeconfig("users: [{name: u, user: {" + fields + "}}]", "f").users.at("u");
}

TEST_CASE("read_kubeconfig: every field, and none that it does not know") {
  const Kubeconfig config = read_kubeconfig(R"(
apiVersion: v1
kind: Config
preferences: {colors: true}
future: [1, {2: 3}]
clusters:
- name: c
  cluster:
    server: https://c:1
    tls-server-name: name
    insecure-skip-tls-verify: true
    certificate-authority: ca.crt
    certificate-authority-data: Y2E=
    proxy-url: socks5://p
    disable-compression: yes
    unknown: 1
    extensions:
    - {name: other, extension: {a: 1}}
    - {name: client.authentication.k8s.io/exec, extension: {audience: x, n: 3}}
users:
- name: u
  user:
    client-certificate: a.crt
    client-certificate-data: |
      YWFh
      YmJi
    client-key: a.key
    client-key-data: a2V5
    token: t
    tokenFile: tf
    as: boss
    as-uid: "7"
    as-groups: [g, h]
    as-user-extra: {k: [v, w]}
    username: n
    password: p
    auth-provider: {name: oidc, config: {id-token: x}}
    exec:
      command: ./bin/x
      args: [a, "1"]
      env: [{name: E, value: 5}]
      apiVersion: client.authentication.k8s.io/v1
      installHint: get it
      provideClusterInfo: true
      interactiveMode: Never
contexts:
- name: x
  context: {cluster: c, user: u, namespace: n}
current-context: x
)",
                                            "f");
  const Cluster& cluster = config.clusters.at("c");
  CHECK(cluster.server == "https://c:1");
  CHECK(cluster.tls_server_name == "name");
  CHECK(cluster.insecure_skip_tls_verify);
  CHECK(cluster.certificate_authority == "ca.crt");
  CHECK(cluster.certificate_authority_data == "ca");
  CHECK(cluster.proxy_url == "socks5://p");
  CHECK(cluster.disable_compression);
  REQUIRE(cluster.exec_config);
  CHECK(dump_json(*cluster.exec_config) == R"({"audience":"x","n":3})");
  CHECK(cluster.place.text() == "f:7");

  const User& user = config.users.at("u");
  CHECK(user.client_certificate == "a.crt");
  CHECK(user.client_certificate_data == "aaabbb");
  CHECK(user.client_key == "a.key");
  CHECK(user.client_key_data == "key");
  CHECK(user.token == "t");
  CHECK(user.token_file == "tf");
  CHECK(user.as == "boss");
  CHECK(user.as_uid == "7");
  CHECK(user.as_groups == std::vector<std::string>{"g", "h"});
  CHECK(user.as_user_extra.at("k") == std::vector<std::string>{"v", "w"});
  CHECK(user.username == "n");
  CHECK(user.password == "p");
  REQUIRE(user.auth_provider);
  CHECK(user.auth_provider->name == "oidc");
  CHECK(user.auth_provider->config.at("id-token") == "x");
  REQUIRE(user.exec);
  CHECK(user.exec->command == "./bin/x");
  CHECK(user.exec->args == std::vector<std::string>{"a", "1"});
  REQUIRE(user.exec->env.size() == 1);
  CHECK(user.exec->env[0].name == "E");
  CHECK(user.exec->env[0].value == "5");
  CHECK(user.exec->install_hint == "get it");
  CHECK(user.exec->provide_cluster_info);
  CHECK(user.exec->interactive_mode == "Never");

  CHECK(config.contexts.at("x").cluster == "c");
  CHECK(config.contexts.at("x").user == "u");
  CHECK(config.contexts.at("x").namespace_name == "n");
  CHECK(config.current_context == "x");
}

TEST_CASE("read_kubeconfig: names that look like numbers stay text") {
  const Kubeconfig config = read_kubeconfig(
      "clusters: [{name: \"0\"}, {name: 1}, {name: '433e40'}]\ncurrent-context: 433e40\n", "f");
  CHECK(config.clusters.contains("0"));
  CHECK(config.clusters.contains("1"));
  CHECK(config.clusters.contains("433e40"));
  CHECK(config.current_context == "433e40");
}

TEST_CASE("read_kubeconfig: null is empty everywhere") {
  const Kubeconfig config = read_kubeconfig(
      "clusters: null\nusers:\n- name: u\n  user:\n- {name: v, user: {exec: null, token: null}}\n"
      "contexts:\ncurrent-context: null\napiVersion:\n",
      "f");
  CHECK(config.clusters.empty());
  CHECK(config.contexts.empty());
  CHECK(config.current_context.empty());
  REQUIRE(config.users.size() == 2);
  CHECK(config.users.at("u").token.empty());
  CHECK_FALSE(config.users.at("v").exec.has_value());
  CHECK(read_kubeconfig("", "f").users.empty());
  CHECK(read_kubeconfig("{}", "f").users.empty());
}

TEST_CASE("read_kubeconfig: JSON is a kubeconfig too") {
  const Kubeconfig config = read_kubeconfig(
      R"({"clusters":[{"name":"c","cluster":{"server":"https://c","disable-compression":true}}]})",
      "f");
  CHECK(config.clusters.at("c").server == "https://c");
  CHECK(config.clusters.at("c").disable_compression);
}

TEST_CASE("read_kubeconfig: a name stands once in its list") {
  struct Case {
    std::string text;
    std::string why;
  };
  const std::vector<Case> cases{
      {"clusters:\n- name: x\n- name: x\n", "dir/f:3: duplicate name \"x\" in list"},
      {"contexts:\n- name: x\n- name: x\n", "dir/f:3: duplicate name \"x\" in list"},
      {"users:\n- {name: x, user: {token: secret}}\n- {name: x}\n",
       "dir/f:3: duplicate name \"x\" in list"},
      {"extensions:\n- name: x\n- name: x\n", "dir/f:3: duplicate name \"x\" in list"},
      {"users:\n- name: u\n  user:\n    extensions: [{name: x}, {name: x}]\n",
       "dir/f:4: duplicate name \"x\" in list"},
      {"clusters:\n- name: \"\"\n- cluster: {}\n", "dir/f:3: duplicate name \"\" in list"},
  };
  for (const Case& test_case : cases) {
    CAPTURE(test_case.text);
    const std::string why = why_not(test_case.text);
    CHECK(why == "error loading config file \"dir/f\": " + test_case.why);
  }
}

TEST_CASE("read_kubeconfig: refuses what is of another kind, without showing it") {
  struct Case {
    std::string text;
    std::string why;
  };
  const std::vector<Case> cases{
      {"bogus", "f:1: no kubeconfig: it is no map of fields"},
      {"- secret", "f:1: no kubeconfig: it is no map of fields"},
      {"kind: Foo", "it is of kind \"Foo\" and version \"\""},
      {"apiVersion: v2", "version \"v2\", not \"Config\" and \"v1\""},
      {"clusters: secret", "f:1: clusters is no list"},
      {"clusters:\n- secret", "f:2: this is no map"},
      {"clusters:\n- name: x\n  cluster: secret", "f:3: cluster is no map"},
      {"users:\n- name: x\n  user:\n    token: [secret]", "f:4: token is no text"},
      {"users:\n- name: x\n  user:\n    as-groups: secret", "f:4: as-groups is no list"},
      {"users:\n- name: x\n  user:\n    exec: secret", "f:4: exec is no map"},
      {"users:\n- name: x\n  user:\n    client-key-data: secret!", "client-key-data is no padded"},
      {"clusters:\n- name: x\n  cluster: {insecure-skip-tls-verify: \"secret\"}",
       "f:3: insecure-skip-tls-verify is neither true nor false"},
      {"a: b: secret", "f:1: not valid YAML"},
  };
  for (const Case& test_case : cases) {
    CAPTURE(test_case.text);
    const std::string why = why_not(test_case.text);
    CAPTURE(why);
    CHECK(why.starts_with("error loading config file \"dir/f\": dir/f:"));
    CHECK(test::contains(why, test_case.why));
    CHECK_FALSE(test::contains(why, "secret"));
  }
}

TEST_CASE("read_kubeconfig: only the older exec versions have a default mode") {
  struct Case {
    std::string version;
    std::string given;
    std::string mode;
  };
  const std::string group = "client.authentication.k8s.io/";
  for (const Case& test_case : std::vector<Case>{{"v1alpha1", "", "IfAvailable"},
                                                 {"v1beta1", "", "IfAvailable"},
                                                 {"v1", "", ""},
                                                 {"v1beta1", "Never", "Never"},
                                                 {"v1", "Always", "Always"}}) {
    CAPTURE(test_case.version);
    const User user = only_user("exec: {command: x, apiVersion: " + group + test_case.version +
                                ", interactiveMode: \"" + test_case.given + "\"}");
    REQUIRE(user.exec);
    CHECK(user.exec->interactive_mode == test_case.mode);
  }
}

}  // namespace
}  // namespace algo::kube
