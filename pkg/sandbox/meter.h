#pragma once

#include "base/fd.h"
#include "sandbox/proc.h"
#include "sandbox/sandbox.h"

#include <sys/resource.h>
#include <sys/types.h>

#include <cstdint>

namespace algo::sandbox {

[[nodiscard]] Nanos monotonic_now();

// Measures one process and its descendants from outside, all from the kernel's own counters.
class Meter {
 public:
  explicit Meter(const Proc& proc) : proc_(proc) {}

  // Before the process is started: nothing may be running below this process.
  void arm();
  // Once it runs; it may be gone already.
  void follow(pid_t main, Fd pidfd);
  // To be told of every process that was waited for.
  void reaped(pid_t pid, const rusage& usage);

  // CPU time of the process and all descendants since `follow`. While some are alive, what they
  // have waited for themselves is counted in 10 ms steps.
  [[nodiscard]] Nanos cpu_of_tree() const;
  // The same, but other live processes are looked for only if the first process has children now;
  // that costs a few microseconds.
  [[nodiscard]] Nanos cpu_quick();
  // CPU time when everything has been waited for; exact.
  [[nodiscard]] Nanos cpu_at_end() const;

  // Resident bytes now: of the largest process, and of all together (each shared page once, if
  // the plain sum is above `limit`). Remembered for `peak`.
  struct Memory {
    std::uint64_t largest = 0;
    std::uint64_t together = 0;
  };
  [[nodiscard]] Memory memory(std::uint64_t limit);
  // Makes the peak of the first process start again from what it has now.
  void reset_peak();
  // Of the largest process since the start or the reset. At the end from wait4(2), before it from
  // the first process's VmHWM.
  [[nodiscard]] std::uint64_t peak();
  [[nodiscard]] std::uint64_t switches_forced();

 private:
  struct Files {  // of the first process, opened when first needed
    Fd folder{};
    Fd stat{};
    Fd status{};
    Fd children{};
    bool opened = false;
  };
  [[nodiscard]] Files& files();
  [[nodiscard]] Nanos waited_for() const;

  const Proc& proc_;
  pid_t main_ = -1;
  Fd pidfd_;
  Files files_;
  rusage before_{};
  std::uint64_t peak_ = 0;
};

}  // namespace algo::sandbox
