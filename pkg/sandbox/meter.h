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
  explicit Meter(const Proc& proc) : proc_(proc), own_children_(proc.own_children()) {}

  // Once it runs; it may be gone already, but must not have been waited for.
  void follow(pid_t main, Fd pidfd);
  // A process besides those of the case; 0 = none.
  void leave_out(pid_t pid) { left_out_ = pid; }
  // It was waited for: what it used is not the case's.
  void leave_out(const rusage& usage);
  // To be told of every other process that was waited for.
  void reaped(pid_t pid, const rusage& usage);

  // CPU time of the process and all descendants since `follow`. While some are alive, what they
  // have waited for themselves is counted in 10 ms steps.
  [[nodiscard]] Nanos cpu_of_tree() const;
  // The same in a few microseconds: other live processes are looked for only if the first process
  // has children now or has left orphans, and what it has waited for only if it was `long_enough`
  // to show in 10 ms steps (what is missed then shows in a later call).
  [[nodiscard]] Nanos cpu_quick(bool long_enough);
  // CPU time when everything has been waited for; exact.
  [[nodiscard]] Nanos cpu_at_end() const;

  // Resident bytes now: of the largest process, and of all together (each shared page once, and a
  // child in its parent's memory not at all, if the plain sum is above `limit`). Processes come and
  // go while they are looked at one after another, so that one such sum may count too much; what
  // many looks in a row say is so. The largest is remembered for `peak`.
  struct Memory {
    std::uint64_t largest = 0;
    std::uint64_t together = 0;
  };
  [[nodiscard]] Memory memory(std::uint64_t limit);
  // Makes the peak of the first process start again from what it has now.
  void reset_peak();
  // When everything has been waited for: of the largest process.
  [[nodiscard]] std::uint64_t peak_at_end() const { return peak_; }
  // Bytes that RLIMIT_DATA counts for the process of `thread`.
  [[nodiscard]] std::uint64_t data_bytes(pid_t thread);

  // How it was scheduled since its start.
  struct Scheduling {
    std::uint64_t voluntary = 0;  // context switches
    std::uint64_t forced = 0;
    Nanos waited{};  // able to run, but no processor was free

    [[nodiscard]] Scheduling since(const Scheduling& earlier) const;
  };
  // The first process while there is something of it.
  struct Standing {
    std::uint64_t peak_memory = 0;  // since the start or the reset: VmHWM, and what `memory` saw
    Scheduling scheduling{};        // of its main thread
  };
  [[nodiscard]] Standing standing();
  // Switches of all processes when everything has been waited for; what `look_at_waiting` saw last.
  [[nodiscard]] Scheduling scheduling_at_end() const;
  // For `scheduling_at_end`: to be called when the first process may have ended, before it is
  // waited for.
  void look_at_waiting();
  // The same of all processes together, which takes longer.
  void look_at_waiting_of_tree();

 private:
  struct Files {  // of the first process, opened when first needed
    Fd folder{};
    Fd stat{};
    Fd status{};
    Fd children{};
    Fd clear_refs{};
    Fd schedstat{};
    bool opened = false;
  };
  [[nodiscard]] Files& files();
  [[nodiscard]] Nanos waited_for() const;
  [[nodiscard]] std::vector<ProcessState> tree() const;
  [[nodiscard]] std::uint64_t memory_of(const std::vector<ProcessState>& states) const;
  [[nodiscard]] bool has_orphans() const;

  const Proc& proc_;
  Fd own_children_;
  pid_t main_ = -1;
  pid_t left_out_ = 0;
  Fd pidfd_;
  Files files_;
  Nanos reaped_cpu_{};  // of the first process, when last looked at
  rusage before_{};
  std::uint64_t peak_ = 0;
  Nanos waited_{};
};

}  // namespace algo::sandbox
