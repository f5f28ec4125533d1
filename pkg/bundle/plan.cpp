#include "bundle/plan.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace algo::bundle {
namespace {

using std::chrono::seconds;

constexpr std::uint64_t kMi = std::uint64_t{1} << 20U;
// Scheduling, pulling an image of some 100 MB, starting three containers.
constexpr seconds kStartAllowance{120};
constexpr seconds kMaxDefaultDeadline{3600};
// pkg/apis/core/validation: a pod's activeDeadlineSeconds is at most MaxInt32.
constexpr std::int64_t kMaxDeadline = std::numeric_limits<std::int32_t>::max();
constexpr std::uint64_t kMinSandboxMemory = 16 * kMi;
// The container must hold what RLIMIT_DATA allows, or the kernel would end the sandbox before the
// limit ends the solution; past this much, an overhead is address space rather than memory.
constexpr std::uint64_t kMaxRuntimeOverhead = 256 * kMi;
// What compilers mostly need; the build is idle for the rest of the run, so the node need not keep
// the whole limit for it.
constexpr std::uint64_t kBuildMemoryRequest = 256 * kMi;
// Below 65536, the size of the id map of a pod with user namespaces; above what people and daemons
// of a node have.
constexpr std::uint32_t kFirstUid = 20000;
constexpr std::uint32_t kUidTriples = 15000;

std::uint64_t round_up_to_mi(std::uint64_t bytes) {
  return ((bytes + kMi - 1) / kMi) * kMi;
}

std::string_view hex_of(std::string_view digest) {
  return digest.substr(digest.find(':') + 1);
}

// RLIMIT_NPROC counts the processes of a uid over the whole node, so runs should differ.
Uids uids_of(std::string_view digest) {
  const std::string_view hex = hex_of(digest).substr(0, 8);
  std::uint32_t number = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  const std::uint32_t first = kFirstUid + ((number % kUidTriples) * 3);
  return {.build = first, .sandbox = first + 1, .judge = first + 2};
}

seconds given_deadline(std::chrono::nanoseconds timeout) {
  const auto whole = std::chrono::duration_cast<seconds>(timeout);
  if (whole != timeout || whole.count() < 1 || whole.count() > kMaxDeadline) {
    throw Error(ErrorKind::kUsage,
                "--timeout must be a whole number of seconds, at least 1s",
                "it becomes the Job's activeDeadlineSeconds, exactly as given",
                "for example --timeout=30s");
  }
  return whole;
}

seconds job_deadline(const Options& options, seconds worst, std::vector<std::string>& warnings) {
  if (!options.timeout) {
    const seconds wanted = worst + kStartAllowance;
    if (wanted <= kMaxDefaultDeadline) return wanted;
    warnings.push_back("a solution that uses its whole time in every case needs " +
                       human_duration(worst) + ", the deadline is " +
                       human_duration(kMaxDefaultDeadline) + ": set a longer --timeout");
    return kMaxDefaultDeadline;
  }
  const seconds given = given_deadline(*options.timeout);
  if (given < worst) {
    warnings.push_back("--timeout=" + std::to_string(given.count()) +
                       "s does not cover the worst case of " + std::to_string(worst.count()) +
                       "s (compiling, then every case at its limit): a slow solution is cut off "
                       "with the cases judged so far");
  }
  return given;
}

// Both the Job controller and the kubelet count from a time that was cut to a whole second, each
// from its own; and a pod starts after its Job.
Deadlines nested(seconds job) {
  const seconds slack = std::clamp(job / 20, seconds(2), seconds(5));
  const seconds pod = std::max(seconds(1), job - slack);
  return {.job = job, .pod = pod, .judge = std::max(seconds(1), pod - slack)};
}

void plan_sandbox_memory(Plan& plan,
                         const spec::Problem& problem,
                         const spec::Recipe& recipe,
                         const Options& options) {
  if (!options.memory_limit) {
    plan.sandbox_memory =
        round_up_to_mi(problem.limits.memory + std::min(recipe.data_overhead, kMaxRuntimeOverhead) +
                       kHelperMemory);
    plan.sandbox_memory_text = quantity(plan.sandbox_memory);
    return;
  }
  plan.sandbox_memory = *options.memory_limit;
  plan.sandbox_memory_text = options.memory_limit_text;
  if (plan.sandbox_memory < kMinSandboxMemory) {
    throw Error(
        ErrorKind::kUsage,
        "--memory-limit=" + options.memory_limit_text + " is too small",
        "no container with the sandbox starts below " + quantity(kMinSandboxMemory),
        "leave it out, or give at least " + quantity(problem.limits.memory + kHelperMemory));
  }
  if (plan.sandbox_memory < problem.limits.memory + kHelperMemory) {
    plan.warnings.push_back(
        "--memory-limit=" + options.memory_limit_text + " is less than the problem's " +
        quantity(problem.limits.memory) + " and " + quantity(kHelperMemory) +
        " for the sandbox itself: a solution near the limit ends the whole sandbox, which then "
        "restarts");
  }
}

// Cases and answers are held as JSON values of 16 bytes and more each, where the text or the typed
// bytes of a number may be one byte.
std::uint64_t judge_memory(const spec::Problem& problem, std::uint64_t cases_bytes) {
  return round_up_to_mi((64 * kMi) + (16 * (cases_bytes + problem.limits.output)));
}

}  // namespace

std::string quantity(std::uint64_t bytes) {
  return bytes % kMi == 0 ? std::to_string(bytes / kMi) + "Mi" : std::to_string(bytes);
}

std::string job_name(std::string_view problem, std::string_view language, std::string_view digest) {
  std::string suffix("-");
  suffix.append(language).append("-").append(hex_of(digest).substr(0, 8));
  std::string name(problem.substr(0, kMaxJobName - suffix.size()));
  while (name.ends_with('-')) name.pop_back();
  return name + suffix;
}

std::string runner_config_map(const Runner& runner) {
  return "algo-judge-" + std::string(runner.version) + "-" +
         std::string(runner.sha256.substr(0, 8));
}

seconds worst_case(const spec::Problem& problem, const spec::Recipe& recipe) {
  using std::chrono::milliseconds;
  const bool shared = problem.contract == spec::Contract::kFunction || !recipe.zygote_env.empty();
  const int rounds = shared ? 2 : 1;
  // A longer limit would pass every deadline anyway, and the product must not overflow.
  const auto wall = std::min<milliseconds>(std::chrono::ceil<milliseconds>(problem.limits.wall),
                                           std::chrono::hours(24));
  const auto judging = wall * rounds * static_cast<std::int64_t>(problem.cases.size());
  return std::chrono::ceil<seconds>(judging) + std::chrono::ceil<seconds>(recipe.compile_time);
}

Plan make_plan(const spec::Problem& problem,
               const spec::Recipe& recipe,
               const Contents& contents,
               const Options& options,
               const Runner& runner,
               std::string_view default_image) {
  Plan plan;
  plan.problem = problem.name;
  plan.language = recipe.language;
  plan.calls = recipe.calls;
  plan.digest = contents.digest;
  plan.job_name = job_name(problem.name, recipe.language, contents.digest);
  plan.runner_name = runner_config_map(runner);
  plan.architecture = runner.platform.substr(runner.platform.find('/') + 1);
  plan.image = options.image.empty() ? std::string(default_image) : options.image;
  plan.deadlines = nested(job_deadline(options, worst_case(problem, recipe), plan.warnings));
  plan.uids = uids_of(contents.digest);
  plan_sandbox_memory(plan, problem, recipe, options);
  plan.judge_memory_text = quantity(judge_memory(problem, contents.cases_bytes));
  const std::uint64_t build_memory = round_up_to_mi(recipe.compile_memory + kHelperMemory);
  plan.build_memory_text = quantity(build_memory);
  plan.build_memory_request_text = quantity(std::min(build_memory, kBuildMemoryRequest));
  return plan;
}

}  // namespace algo::bundle
