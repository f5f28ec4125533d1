// Which files count, how they merge, and what their paths mean.
#include "kube/kubeconfig_load.h"

#include "kube/kube_fakes.h"
#include "kube/kubeconfig_path.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

using Strings = std::vector<std::string>;

std::string cluster_file(const std::string& name, const std::string& server) {
  return "clusters: [{name: " + name + ", cluster: {server: " + server + "}}]\n";
}

Kubeconfig load(const Strings& paths, const FileReader& files) {
  return load_kubeconfig({.files = paths}, files).config;
}

TEST_CASE("kubeconfig_paths: flag, then KUBECONFIG, then home") {
  struct Case {
    std::string flag;
    Variables environment;
    Strings files;
  };
  const std::vector<Case> cases{
      {"", {{"HOME", "/h"}}, {"/h/.kube/config"}},
      {"", {{"HOME", "/h"}, {"KUBECONFIG", ""}}, {"/h/.kube/config"}},
      {"f", {{"HOME", "/h"}, {"KUBECONFIG", "/e"}}, {"f"}},
      {"", {{"HOME", "/h"}, {"KUBECONFIG", "/e"}}, {"/e"}},
      {"", {{"HOME", "/h"}, {"KUBECONFIG", "/e:f:/g"}}, {"/e", "f", "/g"}},
      {"", {{"HOME", "/h"}, {"KUBECONFIG", "a:b:a::b:c"}}, {"a", "b", "c"}},
      {"", {{"HOME", "/h"}, {"KUBECONFIG", ":"}}, {}},
      {"", {}, {}},
  };
  for (const Case& test_case : cases) {
    CAPTURE(test_case.files);
    const KubeconfigPaths paths = kubeconfig_paths(test_case.flag, test_case.environment);
    CHECK(paths.files == test_case.files);
    CHECK(paths.given == !test_case.flag.empty());
  }
}

TEST_CASE("load_kubeconfig: only a file that was asked for by name must be there") {
  const test::VirtualFiles files;
  CHECK(test::refusal([&] { return load_kubeconfig({.files = {"no"}, .given = true}, files); }) ==
        "error loading config file \"no\": No such file or directory");
  const LoadedKubeconfig loaded = load_kubeconfig({.files = {"no", "neither"}}, files);
  CHECK(loaded.missing == Strings{"no", "neither"});
  CHECK(loaded.config.clusters.empty());
}

TEST_CASE("load_kubeconfig: whatever else is wrong with a file is an error that names it") {
  test::VirtualFiles files;
  files.make_directories("/d");
  files.write_new("/bad", "bogus");
  files.write_new("/closed", "");
  files.fail_read("/closed", "Permission denied");
  files.write_new("/huge", std::string((std::size_t{4} << 20U) + 1, ' '));
  for (const std::string path : {"/d", "/bad", "/closed", "/huge"}) {
    CAPTURE(path);
    const std::string why = test::refusal([&] { return load({"/none", path}, files); });
    CHECK(why.starts_with("error loading config file \"" + path + "\": "));
  }
}

TEST_CASE("load_kubeconfig: /dev/null and an empty file are empty") {
  test::VirtualFiles files;
  files.write_new("/empty", "");
  CHECK(load({"/dev/null", "/empty"}, files).clusters.empty());
}

TEST_CASE("load_kubeconfig: the first file that defines a name gives the whole entry") {
  test::VirtualFiles files;
  files.write_new("/a",
                  "clusters: [{name: x, cluster: {server: from-a}}, {name: e}]\n"
                  "current-context: \"\"\nusers: [{name: u, user: {token: a}}]\n");
  files.write_new("/b",
                  "clusters: [{name: x, cluster: {server: from-b, tls-server-name: b}},\n"
                  "  {name: e, cluster: {server: from-b}}, {name: y}]\ncurrent-context: b\n"
                  "contexts: [{name: k, context: {user: b}}]\n");
  files.write_new("/c",
                  "current-context: c\ncontexts: [{name: k, context: {cluster: c}}]\n"
                  "users: [{name: u, user: {username: c}}]\n");
  const Kubeconfig config = load({"/a", "/b", "/c"}, files);
  CHECK(config.clusters.size() == 3);
  CHECK(config.clusters.at("x").server == "from-a");
  CHECK(config.clusters.at("x").tls_server_name.empty());
  CHECK(config.clusters.at("e").server.empty());
  CHECK(config.users.at("u").token == "a");
  CHECK(config.users.at("u").username.empty());
  CHECK(config.contexts.at("k").user == "b");
  CHECK(config.contexts.at("k").cluster.empty());
  CHECK(config.current_context == "b");
}

TEST_CASE("load_kubeconfig: paths start from the folder of the file that they stand in") {
  test::VirtualFiles files;
  files.write_new("/one/config", R"(
clusters:
- {name: absolute, cluster: {certificate-authority: /abs/ca}}
- {name: relative, cluster: {certificate-authority: sub/../ca}}
users:
- {name: absolute, user: {client-certificate: /abs/c, client-key: /abs/k, tokenFile: /abs/t}}
- {name: relative, user: {client-certificate: c, client-key: sub/k, tokenFile: ../t}}
- {name: exec-absolute, user: {exec: {command: /abs/x}}}
- {name: exec-relative, user: {exec: {command: ./bin/x}}}
- {name: exec-path, user: {exec: {command: x}}}
)");
  files.write_new("/two/config", R"(
clusters:
- {name: absolute2, cluster: {certificate-authority: /abs/ca2}}
- {name: relative2, cluster: {certificate-authority: ./ca2}}
users:
- {name: relative2, user: {client-certificate: c2}}
- {name: relative, user: {client-certificate: other}}
- {name: exec-relative2, user: {exec: {command: ../x}}}
)");
  const Kubeconfig config = load({"/one/config", "/two/config"}, files);
  CHECK(config.clusters.at("absolute").certificate_authority == "/abs/ca");
  CHECK(config.clusters.at("relative").certificate_authority == "/one/ca");
  CHECK(config.clusters.at("absolute2").certificate_authority == "/abs/ca2");
  CHECK(config.clusters.at("relative2").certificate_authority == "/two/ca2");
  CHECK(config.users.at("absolute").client_certificate == "/abs/c");
  CHECK(config.users.at("absolute").client_key == "/abs/k");
  CHECK(config.users.at("absolute").token_file == "/abs/t");
  CHECK(config.users.at("relative").client_certificate == "/one/c");
  CHECK(config.users.at("relative").client_key == "/one/sub/k");
  CHECK(config.users.at("relative").token_file == "/t");
  CHECK(config.users.at("relative2").client_certificate == "/two/c2");
  CHECK(config.users.at("exec-absolute").exec->command == "/abs/x");
  CHECK(config.users.at("exec-relative").exec->command == "/one/bin/x");
  CHECK(config.users.at("exec-path").exec->command == "x");
  CHECK(config.users.at("exec-relative2").exec->command == "/x");
}

TEST_CASE("resolve_path: relative to the file, as text") {
  struct Case {
    std::string file;
    std::string path;
    std::string resolved;
  };
  const std::vector<Case> cases{
      {"/a/b/config", "x", "/a/b/x"},
      {"/a/b/config", "", ""},
      {"/a/b/config", "/x/../y", "/x/../y"},
      {"/a/b/config", "../../../x", "/x"},
      {"/config", "x//y/.", "/x/y"},
      {"config", "x", "x"},
      {"config", "../x", "../x"},
      {"d/config", "../../x/", "../x"},
      {"d/config", "..", "."},
  };
  for (const Case& test_case : cases) {
    CAPTURE(test_case.file);
    CAPTURE(test_case.path);
    CHECK(resolve_path(test_case.file, test_case.path) == test_case.resolved);
  }
}

TEST_CASE("resolve_command: a path never turns into a name for PATH") {
  CHECK(resolve_command("config", "./x") == "./x");
  CHECK(resolve_command("d/config", "../x") == "./x");
  CHECK(resolve_command("/d/config", "./x") == "/d/x");
  CHECK(resolve_command("/d/config", "x") == "x");
  CHECK(resolve_command("/d/config", "").empty());
}

TEST_CASE("load_kubeconfig: an explicit file is read alone") {
  test::VirtualFiles files;
  files.write_new("/a", cluster_file("a", "https://a"));
  files.write_new("/b", cluster_file("b", "https://b") + "current-context: b\n");
  const Variables environment{{"KUBECONFIG", "/b"}, {"HOME", "/h"}};
  const Kubeconfig config = load_kubeconfig(kubeconfig_paths("/a", environment), files).config;
  CHECK(config.clusters.contains("a"));
  CHECK_FALSE(config.clusters.contains("b"));
  CHECK(config.current_context.empty());
}

}  // namespace
}  // namespace algo::kube
