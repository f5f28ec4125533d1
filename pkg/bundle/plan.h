#pragma once

#include "bundle/bundle.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace algo::bundle {

// Beside the solution, the sandbox's container holds the helper, its buffers and the page tables.
inline constexpr std::uint64_t kHelperMemory = std::uint64_t{32} << 20U;

// Each deadline lies inside the next one, so that the judge writes its result before the kubelet
// ends the pod, and the pod with its log is kept rather than deleted with the Job.
struct Deadlines {
  std::chrono::seconds job{};    // spec.activeDeadlineSeconds: --timeout exactly
  std::chrono::seconds pod{};    // spec.template.spec.activeDeadlineSeconds
  std::chrono::seconds judge{};  // --deadline of the judge
};

// One uid per container, so that none can signal or inspect another's processes. (OpenShift gives
// each namespace a range of its own and refuses others: there runAsUser, runAsGroup and --peer-uid
// must follow it.)
struct Uids {
  std::uint32_t build = 0;
  std::uint32_t sandbox = 0;
  std::uint32_t judge = 0;
};

// Everything about the Job that has to be computed from the problem and the options.
struct Plan {
  std::string problem{};
  std::string language{};
  std::string calls{};     // spec::Recipe::calls
  std::string digest{};    // "sha256:…"
  std::string job_name{};  // at most kMaxJobName characters
  std::string runner_name{};
  std::string architecture{};  // "amd64"
  std::string image{};
  Deadlines deadlines{};
  Uids uids{};
  std::uint64_t sandbox_memory = 0;   // bytes …
  std::string sandbox_memory_text{};  // … and as Kubernetes quantities
  std::string judge_memory_text{};
  std::string build_memory_text{};
  std::string build_memory_request_text{};
  std::vector<std::string> warnings{};
};

// What the digest covers, and how large it is.
struct Contents {
  std::string digest{};
  std::uint64_t cases_bytes = 0;
};

// Throws Error(kUsage) for options that no Job can have.
[[nodiscard]] Plan make_plan(const spec::Problem& problem,
                             const spec::Recipe& recipe,
                             const Contents& contents,
                             const Options& options,
                             const Runner& runner,
                             std::string_view default_image);

// Pod names add an index and a random suffix, and must be DNS labels of at most 63 characters
// (kubernetes.io/docs/concepts/overview/working-with-objects/names).
inline constexpr std::size_t kMaxJobName = 40;
[[nodiscard]] std::string job_name(std::string_view problem,
                                   std::string_view language,
                                   std::string_view digest);
// Name of the ConfigMap in runner.yaml; make-runner.sh builds the same.
[[nodiscard]] std::string runner_config_map(const Runner& runner);

// The time that judging takes when every case uses all it may: compiling, then every case, twice
// where cases share a worker or a zygote, because a failed case is judged again alone.
[[nodiscard]] std::chrono::seconds worst_case(const spec::Problem& problem,
                                              const spec::Recipe& recipe);
// "128Mi", or the bare number of bytes where that is not exact.
[[nodiscard]] std::string quantity(std::uint64_t bytes);

}  // namespace algo::bundle
