#pragma once

#include "kube/overrides.h"
#include "run/options.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace algo {

// What one command line asks for, as a value. `parse` makes it; `perform` (perform.h) does it.

enum class Format { kTable, kJson, kYaml, kName, kJunit };

struct ListOp {
  Format format = Format::kTable;
};

struct ShowOp {
  std::string problem{};
  Format format = Format::kTable;
};

struct InitOp {
  std::string problem{};
  std::string language{};
  std::string folder{};  // "" = ./PROBLEM
  bool force = false;
};

struct BuildOp {
  std::string problem{};
  std::string solution{};  // "" = look for one
  std::string language{};
  std::optional<std::chrono::nanoseconds> timeout{};
  std::optional<std::uint64_t> memory_limit{};  // bytes …
  std::string memory_limit_text{};              // … and as given
  std::string image{};
  std::string folder{};  // "" = ./PROBLEM.bundle
};

// What `run` and `test` have in common.
struct JudgingOp {
  std::vector<std::string> cases{};
  bool fail_fast = false;
  std::string result_file{};
  Format format = Format::kTable;
  std::uint32_t runs = 1;  // of each case; on this machine only
};

// When a run's Job, and all that belongs to it, is deleted after following it.
enum class Cleanup {
  kAlways,
  kSuccess,  // when its verified result is here, whatever the verdict
  kNever,
};

enum class DryRun { kNone, kClient, kServer };

// What to do when the same bundle is being judged already.
enum class IfRunning {
  kAsk,     // the person, where there is one; else as kAgain, and say so
  kAttach,  // follow that run instead
  kAgain,   // judge it a second time
};

struct ClusterOp {
  kube::ConnectionFlags connection{};
  run::Options options{};
  Cleanup cleanup = Cleanup::kSuccess;
  DryRun dry_run = DryRun::kNone;
  IfRunning if_running = IfRunning::kAsk;
  bool detach = false;
  bool cancel_on_interrupt = false;
  bool wait_for_quota = false;
  std::chrono::nanoseconds schedule_timeout{};  // 0: wait for ever
};

struct RunOp {
  std::string bundle{};  // "" = the one here
  JudgingOp judging{};
  std::optional<ClusterOp> cluster{};  // nullopt = on this machine
};

// Which runs of a namespace.
struct RunName {
  std::string name{};
  bool last = false;  // the newest
};

struct AttachOp {
  RunName run{};
  JudgingOp judging{};
  ClusterOp cluster{};
};

struct LogsOp {
  RunName run{};
  std::string container{};  // "judge", "build" or "sandbox"
  bool follow = false;      // until the container ends
  kube::ConnectionFlags connection{};
};

struct ResultOp {
  RunName run{};
  JudgingOp judging{};
  kube::ConnectionFlags connection{};
};

struct RunsOp {
  std::string selector{};
  bool all_namespaces = false;
  Format format = Format::kTable;
  kube::ConnectionFlags connection{};
};

// `cancel` takes only runs that have not ended, `delete` any. Either names or labels choose them.
struct RemoveOp {
  std::vector<std::string> names{};
  bool last = false;       // the newest, in place of a name
  std::string selector{};  // labels
  bool all_namespaces = false;
  bool live_only = false;
  bool names_only = false;  // print "job.batch/NAME" and nothing else
  kube::ConnectionFlags connection{};
};

struct DoctorOp {
  bool role = false;   // print what an administrator should apply
  bool probe = false;  // look at a node from within a pod
  run::Options options{};
  kube::ConnectionFlags connection{};
};

struct GcOp {
  std::chrono::nanoseconds older_than = std::chrono::hours(1);
  std::string selector{};
  bool all_namespaces = false;
  DryRun dry_run = DryRun::kNone;
  kube::ConnectionFlags connection{};
};

struct TestOp {
  std::string problem{};
  std::string solution{};
  std::string language{};
  bool from_stdin = false;
  JudgingOp judging{};
};

// Measures how the time of one solution, or of two, grows with the size of its input.
struct BenchOp {
  std::string problem{};
  std::vector<std::string> solutions{};  // one or two; "" = look for one
  std::string language{};
  std::optional<std::uint64_t> from{};  // sizes; nullopt = the generator's own
  std::optional<std::uint64_t> to{};
  std::uint64_t sizes = 10;
  std::uint64_t repeat = 5;  // inputs of each size
  std::uint64_t seed = 1;
  std::string plot{};  // "" = PROBLEM.bench.svg
  Format format = Format::kTable;
};

struct VersionOp {
  Format format = Format::kTable;
};

struct HelpOp {
  std::string command{};  // "" = all of them
};

using Op = std::variant<ListOp,
                        ShowOp,
                        InitOp,
                        BuildOp,
                        RunOp,
                        AttachOp,
                        LogsOp,
                        ResultOp,
                        RunsOp,
                        RemoveOp,
                        GcOp,
                        DoctorOp,
                        TestOp,
                        BenchOp,
                        VersionOp,
                        HelpOp>;

enum class ColorWhen { kAuto, kAlways, kNever };

struct Invocation {
  Op op{};
  ColorWhen color = ColorWhen::kAuto;
};

}  // namespace algo
