#pragma once

#include "base/error.h"
#include "kube/exec_plugin.h"
#include "kube/kubeconfig_path.h"
#include "support/tls_authority.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace algo::test {

// "WHAT: WHY" of the Error that the call throws; "" when it throws none.
template <typename Call>
[[nodiscard]] std::string refusal(const Call& call) {
  try {
    static_cast<void>(call());
  } catch (const Error& error) {
    return std::string(error.what()) + (error.why().empty() ? "" : ": " + error.why());
  }
  return "";
}

[[nodiscard]] inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Plays scripted ends, and records the commands.
class FakePlugins final : public kube::PluginRunner {
 public:
  [[nodiscard]] kube::PluginEnd run(const kube::PluginCommand& command) override {
    commands.push_back(command);
    if (ends.empty()) throw Error(ErrorKind::kInternal, "a run that the test did not expect");
    kube::PluginEnd end = ends.front();
    ends.pop_front();
    return end;
  }
  [[nodiscard]] bool is_executable(const std::string& path) const override {
    return executables.contains(path);
  }
  [[nodiscard]] std::string absolute(const std::string& path) const override {
    return path.starts_with('/') ? path : kube::clean_path("/here/" + path);
  }
  void prints(const std::string& out) { ends.push_back({.out = out}); }

  std::deque<kube::PluginEnd> ends;
  std::vector<kube::PluginCommand> commands;
  std::set<std::string> executables{"/bin/plugin"};
};

// A new certificate and its key.
[[nodiscard]] inline TlsIdentity make_pair() {
  return TlsAuthority().client("someone");
}

}  // namespace algo::test
