#pragma once

#include "judge/interrupt.h"
#include "judge/outcome.h"
#include "judge/worker.h"
#include "result/report.h"
#include "spec/problem.h"

#include <functional>
#include <memory>
#include <optional>

namespace algo::judge {

// The sandbox in which solutions run, and a new one when the old one is lost.
class SandboxSource {
 public:
  virtual ~SandboxSource() = default;
  [[nodiscard]] virtual sandbox::Sandbox& box() = 0;  // started when first asked for
  virtual void replace() = 0;                         // the next `box` is another one
  // Waits until a lost sandbox has a successor; false when none comes, or none in time. True when
  // nothing was lost. Throws Interrupted and OutOfTime.
  [[nodiscard]] virtual bool recover() = 0;
  // What a lost sandbox means: in a pod the kernel's out-of-memory killer took it, locally it is
  // our own failure.
  [[nodiscard]] virtual Ruling lost() const = 0;
};

// Judges one case after the other. A case that was stopped at its CPU limit is run once more,
// because a busy machine makes programs slower; a solution that fails so three times is slow, and
// is not asked again. A worker (function contract) is used again for the next case, and a whole
// program may be a copy of a zygote (stdio contract, sandbox/zygote.h); a case that fails in a
// worker which had served others before, or in a copy, counts only after it has failed alone, in a
// fresh process. Copies share nothing that a case can change: when alone means the same a few
// times, they are believed.
class CaseJudge {
 public:
  CaseJudge(const spec::Problem& problem,
            RunPlan plan,
            SandboxSource& source,
            const Interrupt& interrupt);
  ~CaseJudge();

  // Compares the answer with the case's output, or (`compare` false) only runs the case.
  // `answer`, when not null, receives the answer as text: JSON, or what stdout was.
  [[nodiscard]] result::CaseResult judge(const spec::Case& one, bool compare, std::string* answer);

  // After a case in which the sandbox was lost (`lost`), whether another one can be judged.
  [[nodiscard]] bool lost() const { return lost_; }
  [[nodiscard]] bool recover();

 private:
  [[nodiscard]] Outcome run(const spec::Case& one, bool alone);
  [[nodiscard]] bool must_fail_alone(const result::CaseResult& judged,
                                     const Outcome& outcome) const;
  [[nodiscard]] bool near_time_limit(const result::CaseResult& judged) const;
  // Runs the case again in a fresh process; that counts. `outcome` is that of the first run, and
  // becomes that of this one.
  [[nodiscard]] result::CaseResult judge_alone(const spec::Case& one,
                                               bool compare,
                                               const result::CaseResult& first,
                                               Outcome& outcome);
  [[nodiscard]] result::CaseResult rule(const spec::Case& one,
                                        Outcome& outcome,
                                        bool compare) const;

  const spec::Problem& problem_;
  RunPlan plan_;
  SandboxSource& source_;
  const Interrupt& interrupt_;
  std::unique_ptr<Worker> worker_;  // function contract only
  bool lost_ = false;
  int confirmed_slow_ = 0;
  int confirmed_copies_ = 0;
};

}  // namespace algo::judge
