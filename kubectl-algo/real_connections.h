#pragma once

#include "kube/exec_plugin_run.h"
#include "real_interrupts.h"
#include "world.h"

namespace algo {

// Connections of the real world, over libcurl. Credential plugins are run when they are needed.
class RealConnections final : public Connections {
 public:
  RealConnections(const FileReader& files,
                  const Clock& clock,
                  const Environment& environment,
                  const Input& in,
                  const RealInterrupts& interrupts)
      : files_(files),
        clock_(clock),
        variables_(environment.all()),
        in_(in),
        interrupts_(interrupts),
        plugins_([&interrupts] { return interrupts.raised(); }) {}

  [[nodiscard]] std::unique_ptr<kube::Transport> open(const kube::RestConfig& config,
                                                      const int& tolerated) override;

 private:
  const FileReader& files_;
  const Clock& clock_;
  kube::Variables variables_;
  const Input& in_;
  const RealInterrupts& interrupts_;
  kube::RealPluginRunner plugins_;
};

}  // namespace algo
