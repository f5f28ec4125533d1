#include "judge/classify.h"

#include "support/fake_sandbox.h"

#include <doctest/doctest.h>

#include <csignal>

namespace algo::judge {
namespace {

using result::Verdict;
using sandbox::Ended;
using sandbox::Limits;
using sandbox::Nanos;
using sandbox::Stop;
using std::chrono::milliseconds;

Limits limits() {
  Limits limits;
  limits.cpu = milliseconds(1000);
  limits.wall = milliseconds(3000);
  limits.memory = 1000;
  return limits;
}

Ended with(Ended ended, Nanos cpu, Nanos wall, std::uint64_t peak = 0) {
  ended.usage.cpu = cpu;
  ended.usage.wall = wall;
  ended.usage.peak_memory = peak;
  return ended;
}

Ended forbidden(const char* act) {
  Ended ended = test::stopped(Stop::kForbidden);
  ended.act = act;
  return ended;
}

Ended out_of_memory() {
  Ended ended = test::signalled(SIGKILL);
  ended.out_of_memory = true;
  return ended;
}

Ended refused(Ended ended) {
  ended.memory_refused = true;
  return ended;
}

Ended starved(Ended ended, Nanos waited) {
  ended.usage.waited = waited;
  return ended;
}

TEST_CASE("classify: the first rule that fits decides") {
  struct Row {
    const char* name;
    Ended ended;
    const char* err;
    Verdict verdict;
    const char* cause;
  };
  const Row rows[] = {
      {"clean", test::exited(0), "", Verdict::kAC, ""},
      {"exit code", test::exited(3), "", Verdict::kRTE, "exit:3"},
      {"exit code with a memory mark",
       test::exited(1),
       "MemoryError\n",
       Verdict::kMLE,
       "allocation"},
      {"mark, but a clean end", test::exited(0), "MemoryError\n", Verdict::kAC, ""},
      {"segmentation fault", test::signalled(SIGSEGV), "", Verdict::kRTE, "signal:SIGSEGV"},
      {"abort with a memory mark",
       test::signalled(SIGABRT),
       "x MemoryError",
       Verdict::kMLE,
       "allocation"},
      {"killed, by nobody else's hand",
       test::signalled(SIGKILL),
       "",
       Verdict::kRTE,
       "signal:SIGKILL"},
      {"kernel's out-of-memory killer", out_of_memory(), "", Verdict::kMLE, "killed"},
      {"crash after memory was refused",
       refused(test::signalled(SIGSEGV)),
       "",
       Verdict::kMLE,
       "allocation"},
      {"exit code after memory was refused",
       refused(test::exited(1)),
       "",
       Verdict::kMLE,
       "allocation"},
      {"coped with refused memory", refused(test::exited(0)), "", Verdict::kAC, ""},
      {"backstop of the CPU limit", test::signalled(SIGXCPU), "", Verdict::kTLE, "cpu"},
      {"file size", test::signalled(SIGXFSZ), "", Verdict::kOLE, "file-size"},
      {"seccomp without a name", test::signalled(SIGSYS), "", Verdict::kSEC, "syscall"},
      {"forbidden act", forbidden("ptrace"), "", Verdict::kSEC, "syscall:ptrace"},
      {"CPU limit", test::stopped(Stop::kCpuLimit), "", Verdict::kTLE, "cpu"},
      {"memory limit", test::stopped(Stop::kMemoryLimit), "", Verdict::kMLE, "memory"},
      {"asleep",
       with(test::stopped(Stop::kWallLimit), milliseconds(5), milliseconds(3000)),
       "",
       Verdict::kILE,
       "idle"},
      {"busy, but starved",
       with(test::stopped(Stop::kWallLimit), milliseconds(900), milliseconds(1700)),
       "",
       Verdict::kTLE,
       "wall"},
      {"runnable, but others had the processors",
       starved(with(test::stopped(Stop::kWallLimit), milliseconds(900), milliseconds(9000)),
               milliseconds(8000)),
       "",
       Verdict::kTLE,
       "wall"},
      {"peak found after a clean exit",
       with(test::exited(0), Nanos(0), Nanos(0), 1001),
       "",
       Verdict::kMLE,
       "memory"},
      {"peak exactly at the limit",
       with(test::exited(0), Nanos(0), Nanos(0), 1000),
       "",
       Verdict::kAC,
       ""},
      {"CPU found after a clean exit",
       with(test::exited(0), milliseconds(1001), Nanos(0)),
       "",
       Verdict::kTLE,
       "cpu"},
      {"memory beats the exit code",
       with(test::exited(1), Nanos(0), Nanos(0), 2000),
       "",
       Verdict::kMLE,
       "memory"},
      {"killed by the judge", test::stopped(Stop::kKilled), "", Verdict::kAC, ""},
      {"helper gone", test::stopped(Stop::kLost), "", Verdict::kIE, "sandbox-lost"},
      {"not started", test::stopped(Stop::kNotStarted), "", Verdict::kIE, "start: "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Ruling ruling = classify(row.ended, limits(), row.err, {"MemoryError"});
    CHECK(ruling.verdict == row.verdict);
    CHECK(ruling.cause == row.cause);
  }
}

}  // namespace
}  // namespace algo::judge
