#pragma once

#include "base/json.h"
#include "result/verdict.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::result {

inline constexpr std::string_view kReportSchema = "kubectl-algo/result/v1";
inline constexpr std::string_view kSummarySchema = "kubectl-algo/summary/v1";

// What a stream of the solution held: the kept part, byte-exact up to the limit, and how much there
// was.
struct Excerpt {
  std::string text{};
  std::uint64_t bytes = 0;  // seen in all
  bool truncated = false;
};

// What a person needs to understand a failed case. All texts are already cut to a sensible size.
struct Difference {
  std::string input{};  // "nums = [3, 3, 8, … 9997 more], target = 6"
  std::string expected{};
  std::string got{};
  std::string where{};  // "at [1]: expected 1, got 0"
};

// Several runs of one case (`--runs`).
struct Spread {
  std::size_t runs = 0;
  std::chrono::nanoseconds least{};  // CPU time
  std::chrono::nanoseconds median{};
  std::chrono::nanoseconds most{};
  std::map<std::string, std::size_t> verdicts{};  // "AC" -> 9, "TLE" -> 1
};

struct CaseResult {
  std::string name{};
  std::string group{};
  bool sample = false;
  Verdict verdict = Verdict::kSkip;
  std::string
      cause{};  // machine-readable: "cpu", "wall", "signal:SIGSEGV", "exit:3", "syscall:ptrace", …
  std::chrono::nanoseconds time{};  // CPU
  std::chrono::nanoseconds wall{};
  std::uint64_t memory = 0;                // peak, bytes
  std::optional<Difference> difference{};  // failed cases only
  Excerpt out{};
  Excerpt err{};
  bool judged_alone = false;  // judged (again) in a fresh process
  std::string note{};         // "passes alone: state leaks between cases"
  // How busy the machine was: context switches, and how long the solution could have run but had to
  // wait for a processor. 0 where the kernel does not tell.
  std::uint64_t switches_voluntary = 0;
  std::uint64_t switches_forced = 0;
  std::chrono::nanoseconds waited{};
  std::optional<Spread> spread{};
};

struct CompileResult {
  std::string compiler{};  // first line of the compiler's own version text
  bool ok = false;
  bool timed_out = false;
  std::chrono::nanoseconds time{};
  std::string message{};  // the one clear line, if there is one
  std::string log{};      // capped
  bool log_truncated = false;
};

struct ReportLimits {
  std::chrono::nanoseconds time{};
  std::chrono::nanoseconds wall{};
  std::uint64_t memory = 0;
  std::uint64_t output = 0;
  std::uint32_t processes = 0;
};

struct Report {
  std::string tool_version{};
  std::string run{};  // run id; "local" on this machine
  std::string problem{};
  std::string language{};
  std::string bundle_digest{};
  std::string started{};  // RFC 3339, UTC
  Verdict verdict = Verdict::kSkip;
  std::string cause{};
  bool complete = false;  // false while judging goes on, and after an interruption
  std::size_t total = 0;  // cases that the run was asked to judge
  CompileResult compile{};
  ReportLimits limits{};
  std::vector<CaseResult> cases{};
  std::map<std::string, std::string> measured_by{};  // "time" -> "wait4 rusage, user + system, …"
  std::map<std::string, std::string> protections{};  // "landlock" -> "ABI 7", "seccomp" -> "off: …"
  std::string kernel{};
  std::string node{};
  // What a hypervisor took from this machine while it was judging, summed over processors; 0 where
  // the kernel does not tell.
  std::chrono::nanoseconds stolen{};

  [[nodiscard]] std::size_t accepted() const;
};

// What of its cases the rest of a report depends on.
struct Tally {
  std::size_t judged = 0;
  std::size_t accepted = 0;
  // kSkip when there are none. kCE or kIE of the whole run win over it.
  Verdict worst = Verdict::kSkip;
  struct Failure {
    std::string name{};
    Verdict verdict = Verdict::kSkip;
    std::string cause{};
  };
  std::optional<Failure> first_failure{};

  void count(const CaseResult& one);
};
// The share of accepted cases, 0 to 1.
[[nodiscard]] double score(const Tally& tally, std::size_t total);
[[nodiscard]] Tally tally(const std::vector<CaseResult>& cases);

// result.json, as manifests/schema/result.schema.json describes it. Texts that are no UTF-8 become
// so when the JSON is written (base/json.h).
[[nodiscard]] Json to_json(const Report& report);
// The same as the file's bytes, made case by case: the Json of ten thousand takes ten times as
// much.
[[nodiscard]] std::string to_text(const Report& report);
// The same for a report whose cases are kept as text from the start: that takes a fifth of the
// memory. The whole is made in place, so that it is never there twice.
class ReportText {
 public:
  void add(const CaseResult& one);
  // `head` has no cases, `tally` is of all that were added. Valid until the next call.
  [[nodiscard]] const std::string& with(const Report& head, const Tally& tally);

 private:
  void take_head_away();
  void make_room(std::size_t bytes);

  std::string text_;  // the cases, or the whole
  std::size_t before_ = 0;
  std::size_t after_ = 0;
};
[[nodiscard]] Json to_json(const CaseResult& one);
[[nodiscard]] Json to_json(const CompileResult& compile);
// For bytes from outside: refuses unknown schema, keys and verdicts, values of the wrong type or
// out of range, and counts that contradict the cases. Throws Error(kInput) "NAME: cases[3].timeNs:
// …".
[[nodiscard]] Report parse_report(const std::string& bytes, const std::string& name);
[[nodiscard]] CaseResult parse_case(const Json& json);
[[nodiscard]] CompileResult parse_compile(const Json& json);

// The summary for the pod's termination message: JSON of at most 4096 bytes (core/v1
// ContainerStateTerminated) with schema, run, problem, verdict, cause, complete, accepted, judged,
// total, firstFailure {name, verdict, cause}, and bytes and sha256 of the report as written. Long
// texts are cut.
[[nodiscard]] std::string termination_message(const Report& head,
                                              const Tally& tally,
                                              const std::string& report_bytes);

}  // namespace algo::result
