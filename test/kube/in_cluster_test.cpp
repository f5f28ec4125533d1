#include "kube/in_cluster.h"

#include "kube/kube_fakes.h"
#include "kube/rest_config.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

const std::string kFolder = "/var/run/secrets/kubernetes.io/serviceaccount/";

struct Pod {
  test::VirtualFiles files;
  Variables environment{
      {"KUBERNETES_SERVICE_HOST", "10.0.0.1"}, {"KUBERNETES_SERVICE_PORT", "443"}, {"HOME", "/h"}};

  Pod() {
    files.write_new(kFolder + "token", "pod-token\n");
    files.write_new(kFolder + "ca.crt", test::make_pair().certificate_pem);
  }
  [[nodiscard]] RestConfig resolve(const ConnectionFlags& flags = {}) const {
    return resolve_rest_config(flags, environment, files);
  }
};

TEST_CASE("in_cluster_possible: needs host, port and a token that is a file") {
  CHECK(in_cluster_possible(Pod().environment, Pod().files));
  for (const std::string name : {"KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"}) {
    CAPTURE(name);
    Pod pod;
    pod.environment[name] = "";
    CHECK_FALSE(in_cluster_possible(pod.environment, pod.files));
    pod.environment.erase(name);
    CHECK_FALSE(in_cluster_possible(pod.environment, pod.files));
  }
  Pod pod;
  pod.files.remove_file(kFolder + "token");
  CHECK_FALSE(in_cluster_possible(pod.environment, pod.files));
  pod.files.make_directories(kFolder + "token");
  CHECK_FALSE(in_cluster_possible(pod.environment, pod.files));
}

TEST_CASE("resolve_rest_config: in a pod without configuration it is the pod's own access") {
  const Pod pod;
  const RestConfig rest = pod.resolve();
  CHECK(rest.in_cluster);
  CHECK(rest.server == "https://10.0.0.1:443");
  CHECK(rest.credentials.token_file == kFolder + "token");
  CHECK(rest.ca_pem.starts_with("-----BEGIN"));
  CHECK(rest.namespace_name == "default");
  CHECK(rest.warnings.empty());
}

TEST_CASE("in_cluster_kubeconfig: IPv6 hosts get brackets; missing roots a warning") {
  Pod pod;
  pod.environment["KUBERNETES_SERVICE_HOST"] = "fd00::1";
  pod.files.remove_file(kFolder + "ca.crt");
  const RestConfig rest = pod.resolve();
  CHECK(rest.server == "https://[fd00::1]:443");
  CHECK(rest.ca_pem.empty());
  REQUIRE(rest.warnings.size() == 1);
  CHECK(test::contains(rest.warnings[0], "trusting the system's roots"));
}

TEST_CASE("resolve_rest_config: token and roots flags replace the pod's, singly and together") {
  Pod pod;
  pod.files.write_new("/ca", test::make_pair().certificate_pem);
  for (const bool token : {false, true}) {
    for (const bool roots : {false, true}) {
      CAPTURE(token);
      CAPTURE(roots);
      ConnectionFlags flags{.as = "me"};
      if (token) flags.token = "mine";
      if (roots) flags.certificate_authority = "/ca";
      const RestConfig rest = pod.resolve(flags);
      CHECK(rest.in_cluster);
      CHECK(rest.credentials.token == (token ? "mine" : ""));
      CHECK(rest.credentials.token_file == (token ? "" : kFolder + "token"));
      CHECK(rest.ca_pem == pod.files.files().at(roots ? "/ca" : kFolder + "ca.crt"));
      CHECK(rest.impersonation.size() == 1);
      CHECK(rest.warnings.empty());
    }
  }
}

TEST_CASE("resolve_rest_config: whatever names a server keeps the pod's access out") {
  Pod pod;
  const RestConfig flag = pod.resolve({.server = "https://s"});
  CHECK_FALSE(flag.in_cluster);
  CHECK(flag.credentials.token_file.empty());
  pod.files.write_new("/h/.kube/config",
                      "clusters: [{name: c, cluster: {server: \"https://c\"}}]\n"
                      "contexts: [{name: x, context: {cluster: c}}]\n");
  CHECK(pod.resolve().in_cluster);  // no context is selected
  CHECK_FALSE(pod.resolve({.context = "x"}).in_cluster);
  CHECK_FALSE(pod.resolve({.cluster = "c"}).in_cluster);
  pod.files.write_atomically("/h/.kube/config", "bogus");
  CHECK_FALSE(test::refusal([&] { return pod.resolve(); }).empty());
}

TEST_CASE("resolve_rest_config: in a pod its namespace stands in for one that nobody named") {
  struct Case {
    std::string flag;
    std::string context;
    std::string variable;
    std::string file;
    std::string result;
  };
  for (const Case& test_case : std::vector<Case>{{"", "", "", "", "default"},
                                                 {"", "", "", "  in-file\n", "in-file"},
                                                 {"", "", "in-env", "in-file", "in-env"},
                                                 {"", "ctx", "in-env", "in-file", "ctx"},
                                                 {"", "default", "in-env", "in-file", "default"},
                                                 {"flag", "ctx", "in-env", "in-file", "flag"},
                                                 {"flag", "", "", "", "flag"}}) {
    CAPTURE(test_case.result);
    Pod pod;
    if (!test_case.variable.empty()) pod.environment["POD_NAMESPACE"] = test_case.variable;
    if (!test_case.file.empty()) pod.files.write_new(kFolder + "namespace", test_case.file);
    pod.files.write_new("/h/.kube/config",
                        "clusters: [{name: c, cluster: {server: \"https://c\"}}]\ncontexts: "
                        "[{name: x, context: {cluster: c, namespace: \"" +
                            test_case.context + "\"}}]\ncurrent-context: x\n");
    CHECK(pod.resolve({.namespace_name = test_case.flag}).namespace_name == test_case.result);
  }
}

}  // namespace
}  // namespace algo::kube
