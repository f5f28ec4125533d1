#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::sandbox {

using Nanos = std::chrono::nanoseconds;

// What the solution may see of the file system.
enum class Policy {
  kRun,      // the build's output and the system's libraries, read-only; nothing to write
  kCompile,  // also: write the output folder and scratch, read sources and caches, start programs
};

// Which system calls a solution may make; the wider ones hold the narrower. By language: see
// spec::Recipe::calls.
enum class Calls {
  kNative,   // compiled programs: C, C++, Rust
  kRuntime,  // also event loops: Go, Python
  kJit,      // also what virtual machines ask of memory: JVM, Node
};
[[nodiscard]] std::string_view word(Calls calls);  // "native", …
[[nodiscard]] std::optional<Calls> parse_calls(std::string_view word);

struct Command {
  std::vector<std::string> argv{};           // argv[0] is absolute, or looked up by the helper
  std::map<std::string, std::string> env{};  // the whole environment
  std::string directory{};                   // working directory
  // Variables that make the program a zygote (zygote.h), whose copies are the cases; without any,
  // every case is started anew. So it is as well where the helper cannot tell a case from it.
  std::map<std::string, std::string> zygote{};
};

struct Limits {
  Nanos cpu{};  // user + system, children included
  Nanos wall{};
  std::uint64_t memory = 0;     // peak resident bytes of one process above this = MLE
  std::uint64_t data = 0;       // RLIMIT_DATA
  std::uint64_t file_size = 0;  // RLIMIT_FSIZE
  // RLIMIT_STACK, at most what there may be. 0 = that, so that the stack counts as memory only: a
  // program with a smaller one dies of SIGSEGV, which nobody can tell from a wrong pointer.
  std::uint64_t stack = 0;
  std::uint32_t processes = 0;  // RLIMIT_NPROC
};

// Descriptors that become 0, 1, 2, 3 (answers, write) and 4 (requests, read) of the solution.
// -1 = /dev/null for the first three, closed for the others. The caller keeps and closes its own.
struct Channels {
  int in = -1;
  int out = -1;
  int err = -1;
  int answers = -1;
  int requests = -1;
};

struct Usage {
  Nanos cpu{};  // since `begin` (or since the start)
  Nanos wall{};
  std::uint64_t peak_memory = 0;  // bytes, of the largest single process
  // How busy the machine was: context switches, and how long the first process's main thread could
  // have run but had to wait for a processor (proc(5), schedstat; zero where there is none).
  std::uint64_t switches_voluntary = 0;
  std::uint64_t switches_forced = 0;
  Nanos waited{};
};

enum class Stop {
  kExited,
  kSignalled,
  kCpuLimit,
  kWallLimit,
  kMemoryLimit,
  kForbidden,   // seccomp stopped a forbidden act; `act` names it
  kKilled,      // because the judge asked for it
  kNotStarted,  // exec failed; `act` says why
  kLost,        // the helper itself is gone (killed, out of memory)
};

struct Ended {
  Stop stop = Stop::kLost;
  int exit_code = 0;
  int signal = 0;
  std::string act{};
  bool memory_refused = false;  // it asked for more than Limits::data leaves and did not get it
  bool out_of_memory = false;   // the kernel's out-of-memory killer was at work meanwhile
  bool copied = false;          // it was a copy of a zygote
  Usage usage{};
};

// What protects this sandbox, as found by probing; "off: reason" where the kernel lacks it.
struct Hello {
  std::map<std::string, std::string>
      protections{};  // landlock, seccomp, no_new_privs, uid, namespaces, kill, …
  std::map<std::string, std::string> measured_by{};  // time, memory
  std::string kernel{};
};

// The judge's view of the untrusted side. One solution process (with its descendants) at a time.
// Errors of the sandbox itself are Error(kInternal); what the solution does is data.
class Sandbox {
 public:
  virtual ~Sandbox() = default;
  [[nodiscard]] virtual const Hello& hello() const = 0;
  // Starts a process and arms its limits. The descriptors of `channels` are passed to the helper.
  // A helper that is gone is no error here: `wait` gives kLost.
  virtual void spawn(const Command& command, const Limits& limits, const Channels& channels) = 0;
  // A reused worker begins a case now: its wall time counts from here, all else from the last
  // `measure`. The limits are armed by `arm`, which a case that is over in microseconds can do
  // without, or by `wait`. Neither is awaited.
  virtual void begin(Nanos cpu, Nanos wall) = 0;
  virtual void arm() = 0;
  // A reused worker has answered: usage since `begin`; disarms cpu and wall. If the process has
  // ended meanwhile, that is what comes back.
  struct Measured {
    Usage usage{};
    std::optional<Ended> ended{};
  };
  [[nodiscard]] virtual Measured measure() = 0;
  // Asks the helper to kill the process and all its descendants; `wait` then gives kKilled.
  virtual void kill() = 0;
  // How the process ended, or nullopt when `timeout` passes first. After it nothing of it is left.
  [[nodiscard]] virtual std::optional<Ended> wait(Nanos timeout) = 0;
  // Readable when `wait` would not block; for poll(2) beside the solution's pipes.
  [[nodiscard]] virtual int event_fd() const = 0;
};

}  // namespace algo::sandbox
