#pragma once

#include "kube/client.h"
#include "kube/overrides.h"
#include "run/follow.h"
#include "run/submit.h"
#include "world.h"

#include <memory>
#include <string>

namespace algo {

// The cluster that the flags and the kubeconfig select, spoken to for one operation.
class Cluster {
 public:
  // Says the configuration's warnings. Throws Error: no such context, no credentials, …
  Cluster(World& world, const kube::ConnectionFlags& flags);
  ~Cluster() = default;
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  [[nodiscard]] kube::Client& client() { return client_; }
  [[nodiscard]] const kube::RestConfig& config() const { return config_; }
  [[nodiscard]] const std::string& namespace_name() const { return config_.namespace_name; }
  [[nodiscard]] run::Place place();
  [[nodiscard]] run::Line line();
  // "context kind-dev, namespace demo"
  [[nodiscard]] std::string where() const;
  // " -n demo", and the context when a flag chose it: what a command for the same place needs.
  [[nodiscard]] std::string flags_again() const;

 private:
  World& world_;
  kube::ConnectionFlags flags_;
  kube::RestConfig config_;
  int tolerated_ = 0;  // interrupts that no longer stop requests
  std::unique_ptr<kube::Transport> transport_;
  kube::Client client_;
};

}  // namespace algo
