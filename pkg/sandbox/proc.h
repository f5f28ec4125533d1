#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::sandbox {

struct ProcessState {
  pid_t pid = 0;
  pid_t parent = 0;
  Nanos reaped_cpu{};          // of children it has waited for; clock ticks, so 10 ms steps
  std::uint64_t resident = 0;  // bytes
};

// Numbers about the processes below this one, from a proc file system (proc(5)).
class Proc {
 public:
  // An instance of this process's own PID namespace if one can be had (the mounted one, or one
  // mounted nowhere), else the mounted one, which knows the same processes by other numbers.
  [[nodiscard]] static Proc open();

  // Whether `below` works.
  [[nodiscard]] bool lists_our_pids() const { return ours_; }
  [[nodiscard]] std::vector<pid_t> pids() const;  // all, zombies included
  [[nodiscard]] std::vector<ProcessState> all() const;
  // Every process whose ancestor this one is, zombies included; in a PID namespace of its own all
  // others are.
  [[nodiscard]] std::vector<ProcessState> below() const;
  // The folder of one process; `pidfd` is asked for its number if ours is not the right one.
  [[nodiscard]] Fd open_process(pid_t pid, int pidfd) const;
  // A file in it, for pread(2) again and again.
  [[nodiscard]] static Fd open_file(const Fd& process, const char* name, int flags);
  // Resident bytes now, each shared page in equal parts; where that cannot be read, with all of
  // each page. 0 once the process is gone, zombies included.
  [[nodiscard]] std::uint64_t proportional_memory(pid_t pid) const;
  // How long a process could have run but had to wait for a processor (proc(5), schedstat).
  [[nodiscard]] std::optional<Nanos> waited(pid_t pid) const;
  // Bytes that RLIMIT_DATA counts, of the process that a thread belongs to.
  [[nodiscard]] std::optional<std::uint64_t> data_bytes(pid_t thread) const;
  // This process's own children, orphans that it adopted included; one line.
  [[nodiscard]] Fd own_children() const;
  // How often the kernel's out-of-memory killer has struck on this machine.
  [[nodiscard]] std::optional<std::uint64_t> out_of_memory_kills() const;

 private:
  Proc(Fd folder, bool ours) : folder_(std::move(folder)), ours_(ours) {}
  Fd folder_;
  bool ours_;
};

// The content of a small proc file from its start; empty when the process is gone.
[[nodiscard]] std::string read_from_start(const Fd& file);
// The number after `label` ("VmHWM:") in text of "label value" lines.
[[nodiscard]] std::optional<std::uint64_t> labelled(std::string_view text, std::string_view label);
// From a /proc/PID/stat line.
[[nodiscard]] std::optional<ProcessState> parse_stat(std::string_view line);

}  // namespace algo::sandbox
