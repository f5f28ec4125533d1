#include "kube/kubeconfig_check.h"

#include "kube/kube_fakes.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

// check_usable's words about one user and one cluster, each in flow style.
std::string problems(const std::string& user,
                     const std::string& cluster = "server: \"https://c\"") {
  test::VirtualFiles files;
  files.write_new("/there", "x");
  const Kubeconfig config = read_kubeconfig("users: [{name: u, user: {" + user +
                                                "}}]\nclusters: [{name: c, cluster: {" + cluster +
                                                "}}]\ncontexts: [{name: x, context: {user: u, "
                                                "cluster: c}}]\ncurrent-context: x\n",
                                            "f");
  const Selection selection = select(config, {});
  return test::refusal([&] {
    check_usable(selection, files);
    return 0;
  });
}

std::string exec(const std::string& fields) {
  return problems("exec: {" + fields + "}");
}

TEST_CASE("check_usable: what can work passes") {
  CHECK(problems("").empty());
  CHECK(problems("token: t").empty());
  CHECK(problems("username: n, password: p").empty());
  CHECK(problems("client-certificate: /there, client-key: /there").empty());
  CHECK(problems("client-certificate-data: eA==, client-key-data: eA==").empty());
  CHECK(problems("client-certificate: /there, client-key: /there, token: t").empty());
  CHECK(problems("as: me, as-uid: x, as-groups: [g], as-user-extra: {k: [v]}").empty());
  CHECK(exec("command: x, apiVersion: v, interactiveMode: Never").empty());
  CHECK(exec("command: x, apiVersion: client.authentication.k8s.io/v1beta1").empty());
  CHECK(problems("", "server: \"https://c\", certificate-authority: /there").empty());
}

TEST_CASE("check_usable: each refusal names the entry and its place") {
  struct Case {
    std::string why;
    std::string said;
  };
  const std::string use = " must be specified for user \"u\" to use exec authentication plugin";
  const std::vector<Case> cases{
      {problems("", "tls-server-name: x"), "no server found for cluster \"c\" (f:2)"},
      {problems("", ""), "no server found for cluster \"c\" (f:2)"},
      {problems("", "server: s, certificate-authority: /gone"),
       "unable to read certificate-authority /gone for cluster \"c\": No such file or directory"},
      {problems("", "server: s, certificate-authority: /there, certificate-authority-data: eA=="),
       "certificate-authority-data and certificate-authority are both specified for cluster \"c\""},
      {problems("", "server: s, certificate-authority: /there, insecure-skip-tls-verify: true"),
       "certificate-authority and insecure-skip-tls-verify are both specified"},
      {problems("client-certificate: /gone, client-key: /there"),
       "unable to read client-certificate /gone for user \"u\": No such file or directory (f:1)"},
      {problems("client-certificate: /there, client-key: /gone"),
       "unable to read client-key /gone for user \"u\""},
      {problems("client-certificate: /there, client-certificate-data: eA==, client-key: /there"),
       "client-certificate-data and client-certificate are both specified for user \"u\""},
      {problems("client-certificate: /there, client-key: /there, client-key-data: eA=="),
       "client-key-data and client-key are both specified for user \"u\""},
      {problems("client-certificate-data: eA=="),
       "client-key-data or client-key must be specified for user \"u\""},
      {problems("token: secret, username: n"),
       "more than one authentication method found for user \"u\""},
      {problems("tokenFile: /there, password: secret"),
       "more than one authentication method found for user \"u\""},
      {exec("apiVersion: v, interactiveMode: Never"), "command" + use},
      {exec("command: x, interactiveMode: Never"), "apiVersion" + use},
      {exec("command: x, apiVersion: v, interactiveMode: Never, env: [{value: secret}]"),
       "env variable name" + use},
      {exec("command: x, apiVersion: client.authentication.k8s.io/v1"), "interactiveMode" + use},
      {exec("command: x, apiVersion: v, interactiveMode: Perhaps"),
       "invalid interactiveMode for user \"u\": \"Perhaps\""},
      {problems("auth-provider: {name: x}, exec: {command: x, apiVersion: v, interactiveMode: "
                "Never}"),
       "auth-provider cannot be provided in combination with an exec plugin for user \"u\""},
      {problems("as-uid: x"), "requesting uid, groups or user-extra for user \"u\" without"},
      {problems("as-groups: [g]"), "requesting uid, groups or user-extra for user \"u\" without"},
      {problems("as-user-extra: {k: [v]}"), "requesting uid, groups or user-extra for user"},
  };
  for (const Case& test_case : cases) {
    CAPTURE(test_case.said);
    CAPTURE(test_case.why);
    CHECK(test_case.why.starts_with("invalid configuration: "));
    CHECK(test::contains(test_case.why, test_case.said));
    CHECK_FALSE(test::contains(test_case.why, "secret"));
  }
}

TEST_CASE("check_usable: tells everything that is wrong at once") {
  const std::string why = problems("as-uid: x, token: t, username: n", "proxy-url: nonsense");
  CHECK(test::contains(why, "more than one authentication method"));
  CHECK(test::contains(why, "; requesting uid"));
  CHECK(test::contains(why, "; no server found for cluster \"c\""));
  CHECK(test::contains(why, "; invalid proxy-url for cluster \"c\": it has no scheme"));
}

TEST_CASE("proxy_problem: knows http, https and socks5") {
  for (const std::string url :
       {"http://p", "https://p:1/", "socks5://p:1080", "http://n:secret@p:1"}) {
    CAPTURE(url);
    CHECK(proxy_problem(url) == nullptr);
  }
  for (const std::string url : {"socks6://p",
                                "p:1",
                                "chewbacca@example.com",
                                "http://",
                                "http:///x",
                                "http://:1",
                                "http://a b",
                                "http://n@",
                                "HTTP//p"}) {
    CAPTURE(url);
    CHECK(proxy_problem(url) != nullptr);
  }
  CHECK_FALSE(test::contains(problems("", "server: s, proxy-url: \"ftp://n:secret@p\""), "secret"));
}

}  // namespace
}  // namespace algo::kube
