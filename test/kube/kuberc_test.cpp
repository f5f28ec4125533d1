#include "kube/kuberc.h"

#include "kube/kube_fakes.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

using Policy = PluginRules::Policy;

TEST_CASE("read_plugin_rules: policies, and everything else ignored") {
  CHECK(read_plugin_rules("", "f").policy == Policy::kAllowAll);
  CHECK(read_plugin_rules("aliases: [{name: x}]\ndefaults: 3\n", "f").policy == Policy::kAllowAll);
  CHECK(read_plugin_rules("credentialPluginPolicy: \"\"", "f").policy == Policy::kAllowAll);
  CHECK(read_plugin_rules("credentialPluginPolicy: AllowAll", "f").policy == Policy::kAllowAll);
  CHECK(read_plugin_rules("credentialPluginPolicy: DenyAll\ncredentialPluginAllowlist: []", "f")
            .policy == Policy::kDenyAll);
  const PluginRules rules = read_plugin_rules(
      "credentialPluginPolicy: Allowlist\n"
      "credentialPluginAllowlist: [{name: a}, {command: /b}, {name: c, command: d}]\n",
      "f");
  CHECK(rules.policy == Policy::kAllowlist);
  REQUIRE(rules.allowlist.size() == 3);
  CHECK(rules.allowlist[0].name == "a");
  CHECK(rules.allowlist[1].command == "/b");
  CHECK(rules.allowlist[2].name == "c");
  CHECK(rules.allowlist[2].command == "d");
}

TEST_CASE("read_plugin_rules: rules of a later document count too") {
  CHECK(read_plugin_rules("kind: Preference\n---\ncredentialPluginPolicy: DenyAll\n", "f").policy ==
        Policy::kDenyAll);
}

TEST_CASE("read_plugin_rules: unclear rules never read as everything is allowed") {
  for (const std::string text : {"credentialPluginPolicy: denyall",
                                 "credentialPluginPolicy: [DenyAll]",
                                 "credentialPluginPolicy: Allowlist",
                                 "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: []",
                                 "credentialPluginPolicy: AllowAll\ncredentialPluginAllowlist: "
                                 "[{name: a}]",
                                 "credentialPluginPolicy: DenyAll\ncredentialPluginAllowlist: "
                                 "[{name: a}]",
                                 "credentialPluginAllowlist: [{name: a}]",
                                 "credentialPluginAllowlist: a",
                                 "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: "
                                 "[{}]",
                                 "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: "
                                 "[a]",
                                 "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: "
                                 "[{name: [a]}]",
                                 "credentialPluginPolicy: {DenyAll"}) {
    CAPTURE(text);
    CHECK_FALSE(test::refusal([&] { return read_plugin_rules(text, "f"); }).empty());
  }
}

TEST_CASE("load_plugin_rules: KUBERC, else the home's file, else none") {
  test::VirtualFiles files;
  const auto policy = [&](const Variables& environment) {
    return load_plugin_rules(environment, files).policy;
  };
  CHECK(policy({{"HOME", "/h"}}) == Policy::kAllowAll);
  CHECK(policy({}) == Policy::kAllowAll);
  files.write_new("/h/.kube/kuberc", "credentialPluginPolicy: DenyAll");
  files.write_new("/other", "credentialPluginPolicy: AllowAll");
  CHECK(policy({{"HOME", "/h"}}) == Policy::kDenyAll);
  CHECK(policy({{"HOME", "/h"}, {"KUBERC", "/other"}}) == Policy::kAllowAll);
  CHECK(policy({{"HOME", "/h"}, {"KUBERC", "off"}}) == Policy::kAllowAll);
  CHECK(policy({{"HOME", "/h"}, {"KUBECTL_KUBERC", "False"}}) == Policy::kAllowAll);
  CHECK(policy({{"HOME", "/h"}, {"KUBECTL_KUBERC", "0"}}) == Policy::kDenyAll);
  CHECK_FALSE(
      test::refusal([&] { return load_plugin_rules({{"KUBERC", "/gone"}}, files); }).empty());
  files.fail_read("/h/.kube/kuberc", "Permission denied");
  CHECK_FALSE(test::refusal([&] { return load_plugin_rules({{"HOME", "/h"}}, files); }).empty());
}

}  // namespace
}  // namespace algo::kube
