#include "kube/overrides.h"

#include "kube/kube_fakes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

Kubeconfig sample() {
  return read_kubeconfig(R"(
clusters:
- name: c
  cluster: {server: "https://c:1", tls-server-name: tls, certificate-authority-data: Y2E=}
- {name: insecure, cluster: {server: "https://i:1", insecure-skip-tls-verify: true}}
- {name: other, cluster: {server: "https://o:1", certificate-authority: o.crt}}
users:
- name: u
  user: {token: config-token, client-certificate-data: Yw==, client-key-data: aw==, as: boss,
    as-groups: [g], as-user-extra: {k: [v], l: [w]}}
- {name: files, user: {client-certificate: c.crt, client-key: c.key, tokenFile: tf}}
contexts:
- {name: x, context: {cluster: c, user: u, namespace: n}}
- {name: no-user, context: {cluster: c, user: gone}}
- {name: no-cluster, context: {cluster: gone, user: u}}
- {name: bare, context: {}}
current-context: x
)",
                         "f");
}

std::string why_not(const ConnectionFlags& flags) {
  return test::refusal([&] { return select(sample(), flags); });
}

TEST_CASE("select: without flags it is the current context") {
  const Selection selection = select(sample(), {});
  CHECK(selection.context_name == "x");
  CHECK(selection.cluster_name == "c");
  CHECK(selection.user_name == "u");
  CHECK(selection.context.namespace_name == "n");
  CHECK(selection.cluster.server == "https://c:1");
  CHECK(selection.user.token == "config-token");
}

TEST_CASE("select: flags choose other entries, one by one") {
  const Selection selection = select(
      sample(), {.context = "no-user", .cluster = "other", .user = "files", .namespace_name = "m"});
  CHECK(selection.context_name == "no-user");
  CHECK(selection.cluster.server == "https://o:1");
  CHECK(selection.user.token_file == "tf");
  CHECK(selection.context.namespace_name == "m");
}

TEST_CASE("select: an entry that is not there is named") {
  CHECK(why_not({.context = "z"}) == "context \"z\" does not exist");
  CHECK(why_not({.cluster = "z"}) == "cluster \"z\" does not exist");
  CHECK(why_not({.user = "z"}) == "auth info \"z\" does not exist");
  CHECK(why_not({.context = "no-user"}) ==
        "user \"gone\" was not found for context \"no-user\": f:14");
  CHECK(why_not({.context = "no-cluster"}) ==
        "cluster \"gone\" was not found for context \"no-cluster\": f:15");
  Kubeconfig dangling = sample();
  dangling.current_context = "z";
  const auto with = [&](const ConnectionFlags& flags) {
    return test::refusal([&] { return select(dangling, flags); });
  };
  CHECK(test::contains(with({}), "context was not found for specified context: \"z\""));
  CHECK(test::contains(with({.server = "https://s"}), "context was not found"));
  CHECK(with({.context = "x"}).empty());
}

TEST_CASE("select: flags may say what a missing entry would have said") {
  CHECK(select(sample(), {.context = "no-user", .token = "t"}).user.token == "t");
  CHECK(select(sample(), {.context = "no-cluster", .server = "https://s"}).cluster.server ==
        "https://s");
}

TEST_CASE("select: --server takes the TLS name with it") {
  CHECK(select(sample(), {}).cluster.tls_server_name == "tls");
  CHECK(select(sample(), {.server = "https://s"}).cluster.tls_server_name.empty());
  CHECK(select(sample(), {.server = "https://s", .tls_server_name = "t"}).cluster.tls_server_name ==
        "t");
  CHECK(select(sample(), {.tls_server_name = "t"}).cluster.tls_server_name == "t");
}

TEST_CASE("select: --insecure-skip-tls-verify and --certificate-authority replace one group") {
  const Cluster insecure = select(sample(), {.insecure_skip_tls_verify = true}).cluster;
  CHECK(insecure.insecure_skip_tls_verify);
  CHECK(insecure.certificate_authority.empty());
  CHECK(insecure.certificate_authority_data.empty());

  const Cluster file = select(sample(), {.certificate_authority = "/ca"}).cluster;
  CHECK(file.certificate_authority == "/ca");
  CHECK(file.certificate_authority_data.empty());

  const ConnectionFlags flags{.cluster = "insecure", .certificate_authority = "/ca"};
  CHECK_FALSE(select(sample(), flags).cluster.insecure_skip_tls_verify);
  CHECK(select(sample(), {.cluster = "insecure"}).cluster.insecure_skip_tls_verify);
}

TEST_CASE("select: certificate flags replace files and data") {
  for (const std::string user : {"u", "files"}) {
    CAPTURE(user);
    const User merged =
        select(sample(), {.user = user, .client_certificate = "/c", .client_key = "/k"}).user;
    CHECK(merged.client_certificate == "/c");
    CHECK(merged.client_certificate_data.empty());
    CHECK(merged.client_key == "/k");
    CHECK(merged.client_key_data.empty());
  }
}

TEST_CASE("select: --token replaces the token, and a token file stays before it") {
  CHECK(select(sample(), {.token = "t"}).user.token == "t");
  const User user = select(sample(), {.user = "files", .token = "t"}).user;
  CHECK(user.token == "t");
  CHECK_FALSE(user.token_file.empty());
  CHECK(select(sample(), {.username = "n", .password = "p"}).user.password == "p");
}

TEST_CASE("select: impersonation flags replace field by field") {
  const User user = select(sample(),
                           {.as = "me",
                            .as_uid = "7",
                            .as_groups = {"h", "i"},
                            .as_user_extra = {"k=1", "m=2", "m=3=4"}})
                        .user;
  CHECK(user.as == "me");
  CHECK(user.as_uid == "7");
  CHECK(user.as_groups == std::vector<std::string>{"h", "i"});
  CHECK(user.as_user_extra.at("k") == std::vector<std::string>{"1"});
  CHECK(user.as_user_extra.at("l") == std::vector<std::string>{"w"});
  CHECK(user.as_user_extra.at("m") == std::vector<std::string>{"2", "3=4"});
  CHECK(select(sample(), {}).user.as == "boss");
  CHECK(why_not({.as_user_extra = {"k"}}) == "--as-user-extra \"k\" is not KEY=VALUE");
  CHECK(why_not({.as_user_extra = {"=v"}}) == "--as-user-extra \"=v\" is not KEY=VALUE");
}

TEST_CASE("select: --disable-compression adds to the cluster's wish") {
  CHECK_FALSE(select(sample(), {}).cluster.disable_compression);
  CHECK(select(sample(), {.disable_compression = true}).cluster.disable_compression);
}

}  // namespace
}  // namespace algo::kube
