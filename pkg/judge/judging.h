#pragma once

#include "judge/case_judge.h"
#include "judge/compile.h"
#include "judge/journal.h"
#include "judge/verified_bundle.h"

#include <optional>
#include <string>
#include <vector>

namespace algo::judge {

struct JudgingOptions {
  std::vector<std::string> cases{};  // names; empty = all
  bool fail_fast = false;            // the rest is SKIP after the first failure
  std::size_t runs = 1;              // of each case, for the spread of its times
  bool answers_only = false;         // run, compare nothing, send the answers
};

// The two untrusted sides and where their files are.
struct Sides {
  sandbox::Sandbox* build = nullptr;  // null: the solution has been compiled …
  std::string compiled_by{};          // … by this
  SandboxSource& sandbox;
  Places places;
};

// One whole judging: compile, then every case, each told to the journal as it happens. Returns when
// the final report is written. The solution's failures are in the report; an Error is ours. Cases
// that had no verdict at the interrupt's deadline are SKIP. Takes the bundle: a case's values go
// when it has been judged.
void judge_bundle(VerifiedBundle bundle,
                  const std::string& solution_text,
                  const JudgingOptions& options,
                  Sides sides,
                  const Clock& clock,
                  const Interrupt& interrupt,
                  Journal& journal);

}  // namespace algo::judge
