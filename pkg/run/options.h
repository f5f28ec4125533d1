#pragma once

#include "base/json.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace algo::run {

// What a person asks of a run beyond what its bundle says; "" and empty mean: as the bundle has it.
struct Options {
  std::string image{};                                  // with the language's toolchain
  std::map<std::string, std::string> images_instead{};  // for the first, if the bundle names that
  std::string
      bundle_image{};  // built from the bundle's Dockerfile, in place of toolchain and runner
  std::string runner_image{};  // holds /algo-judge, in place of runner.yaml
  std::string service_account{};
  std::vector<std::string> pull_secrets{};
  std::vector<std::pair<std::string, std::string>> node_selector{};
  Json tolerations = Json::array();  // core/v1 Toleration
  std::string priority_class{};
  std::string runtime_class{};
  std::string queue{};               // Kueue's LocalQueue, which then starts the Job
  bool guaranteed = false;           // requests = limits: QoS class Guaranteed
  Json patch{};                      // of the Job: RFC 7386 (object) or RFC 6902 (array)
  std::vector<std::string> cases{};  // judge these only
  bool fail_fast = false;
};

// What tells one run from all others.
struct Identity {
  std::string id{};             // ten letters and digits, the value of the label kRunLabel
  std::string name{};           // of the Job: "two-sum-k7m2q9x4aa"
  std::uint32_t first_uid = 0;  // the build's; the next two are the sandbox's and the judge's
};

inline constexpr const char* kRunLabel = "run-id";
inline constexpr const char* kManagedLabel = "app.kubernetes.io/managed-by";
inline constexpr const char* kManagedBy = "kubectl-algo";
inline constexpr const char* kFieldManager = "kubectl-algo";
inline constexpr const char* kQueueLabel = "kueue.x-k8s.io/queue-name";

}  // namespace algo::run
