#pragma once

#include "base/clock.h"
#include "judge/case_judge.h"
#include "sandbox/client.h"

#include <memory>
#include <string>

namespace algo::judge {

// How long a sidecar may take to listen: the first time, and after it was killed. The kubelet
// starts it again after 0.7 s, then 12 s and 23 s, then 43 s (its back-off doubles).
inline constexpr Nanos kConnectTimeout = std::chrono::seconds(60);
// A solution that has ended its container so often gets no other one: each would be waited for
// longer than all cases take.
inline constexpr int kMostLost = 4;

// The sandbox in the other container. It comes back when the kubelet has restarted it.
class PodSandbox final : public SandboxSource {
 public:
  PodSandbox(std::string socket, sandbox::Pause pause, const Clock& clock);
  [[nodiscard]] sandbox::Sandbox& box() override;
  void replace() override;
  [[nodiscard]] bool recover() override;
  // Nothing but the kernel's out-of-memory killer ends PID 1 of a container from outside.
  [[nodiscard]] Ruling lost() const override { return {result::Verdict::kMLE, "container"}; }

 private:
  std::string socket_;
  sandbox::Pause pause_;
  const Clock& clock_;
  std::unique_ptr<sandbox::Sandbox> box_;
  int lost_ = 0;
};

}  // namespace algo::judge
