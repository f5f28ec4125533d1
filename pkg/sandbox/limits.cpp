#include "sandbox/limits.h"

#include <algorithm>

namespace algo::sandbox {
namespace {

constexpr rlim_t kLockedBytes = rlim_t{64} << 10U;
constexpr rlim_t kRunFiles = 256;
constexpr rlim_t kCompileFiles = 4096;

class LimitList {
 public:
  void set(int resource, rlim_t soft, rlim_t hard) {
    rlimit present{};
    ::getrlimit(static_cast<__rlimit_resource_t>(resource), &present);
    hard = std::min(hard, present.rlim_max);
    limits_.push_back({resource, {.rlim_cur = std::min(soft, hard), .rlim_max = hard}});
  }
  // 0 = no limit but the one there is.
  void set_unless_zero(int resource, std::uint64_t value) {
    if (value != 0) set(resource, value, value);
  }
  [[nodiscard]] std::vector<ResourceLimit> take() { return std::move(limits_); }

 private:
  std::vector<ResourceLimit> limits_;
};

}  // namespace

std::vector<ResourceLimit> resource_limits(const Limits& limits,
                                           Policy policy,
                                           bool worker,
                                           std::uint64_t other_processes) {
  LimitList list;
  if (limits.cpu.count() > 0 && !worker) {
    // A backstop, per process and in whole seconds: the helper stops the tree long before. The
    // kernel kills at the hard limit, whatever the process does about SIGXCPU.
    const auto seconds =
        static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(limits.cpu).count());
    list.set(RLIMIT_CPU, seconds + 1, seconds + 2);
  }
  list.set_unless_zero(RLIMIT_DATA, limits.data);
  list.set_unless_zero(RLIMIT_FSIZE, limits.file_size);
  const rlim_t stack = limits.stack == 0 ? RLIM_INFINITY : limits.stack;
  list.set(RLIMIT_STACK, stack, stack);
  if (limits.processes != 0) {
    list.set_unless_zero(RLIMIT_NPROC, limits.processes + other_processes);
  }
  const rlim_t files = policy == Policy::kRun ? kRunFiles : kCompileFiles;
  list.set(RLIMIT_NOFILE, files, files);
  list.set(RLIMIT_CORE, 0, 0);
  list.set(RLIMIT_MEMLOCK, kLockedBytes, kLockedBytes);
  list.set(RLIMIT_MSGQUEUE, 0, 0);
  return list.take();
}

}  // namespace algo::sandbox
