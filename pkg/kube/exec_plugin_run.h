#pragma once

#include "kube/exec_plugin.h"

#include <functional>
#include <string>

namespace algo::kube {

// Starts real programs, in our process group: Ctrl-C on the terminal reaches them too.
class RealPluginRunner final : public PluginRunner {
 public:
  // `interrupted` is asked ten times a second; once true, the program gets SIGINT and a second to
  // end. An empty one is never asked.
  explicit RealPluginRunner(std::function<bool()> interrupted = {})
      : interrupted_(std::move(interrupted)) {}

  [[nodiscard]] PluginEnd run(const PluginCommand& command) override;
  [[nodiscard]] bool is_executable(const std::string& path) const override;
  [[nodiscard]] std::string absolute(const std::string& path) const override;

 private:
  std::function<bool()> interrupted_;
};

}  // namespace algo::kube
