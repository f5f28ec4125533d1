// Oracles: rules of a kuberc file are either refused with Error(kInput) or say something clear;
// what a credential plugin printed is either refused with Error(kEnvironment) or something that can
// be sent.
#include "base/error.h"
#include "fuzz/fuzz.h"
#include "kube/exec_plugin_wire.h"
#include "kube/kuberc.h"

#include <algorithm>
#include <string>

namespace {

using algo::test::fuzz_check;

void check_rules(const std::string& text) {
  try {
    const algo::kube::PluginRules rules = algo::kube::read_plugin_rules(text, "/f");
    const bool list = rules.policy == algo::kube::PluginRules::Policy::kAllowlist;
    fuzz_check(list != rules.allowlist.empty(), "a policy that does not fit its list");
    for (const algo::kube::AllowedPlugin& plugin : rules.allowlist) {
      fuzz_check(!plugin.name.empty() || !plugin.command.empty(), "an entry that allows all");
    }
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kInput, "an error of the wrong kind");
  }
}

void check_answer(const std::string& text) {
  try {
    const algo::kube::ExecAnswer answer =
        algo::kube::read_exec_answer(text, "client.authentication.k8s.io/v1");
    const algo::kube::Credential& credential = answer.credential;
    fuzz_check(!credential.authorization.empty() || !credential.key_pem.empty(), "no credential");
    fuzz_check(credential.certificate_pem.empty() == credential.key_pem.empty(), "half a pair");
    const bool sent = std::none_of(credential.authorization.begin(),
                                   credential.authorization.end(),
                                   [](char c) { return c >= 0 && c < ' '; });
    fuzz_check(sent, "a header that ends early");
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kEnvironment, "an error of the wrong kind");
    fuzz_check(std::string(error.what()).size() < 1000, "an error that shows the answer");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  check_rules(text);
  check_answer(text);
  (void)algo::kube::parse_rfc3339(text);
  return 0;
}
