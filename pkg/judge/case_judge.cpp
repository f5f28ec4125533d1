#include "judge/case_judge.h"

#include "base/error.h"
#include "base/text.h"
#include "judge/compare.h"
#include "judge/describe.h"
#include "judge/stdio.h"

namespace algo::judge {
namespace {

using result::Verdict;

result::Excerpt excerpt(const std::string& kept, std::uint64_t bytes) {
  return {kept, bytes, bytes > kept.size()};
}

std::string as_text(const Json& answer) {
  return answer.is_string() ? answer.get<std::string>() : dump_json(answer);
}

}  // namespace

CaseJudge::CaseJudge(const spec::Problem& problem,
                     RunPlan plan,
                     SandboxSource& source,
                     const Interrupt& interrupt)
    : problem_(problem), plan_(std::move(plan)), source_(source), interrupt_(interrupt) {}

CaseJudge::~CaseJudge() = default;

Outcome CaseJudge::run(const spec::Case& one) {
  if (problem_.contract == spec::Contract::kStdio) {
    return run_stdio(source_.box(), plan_, one.input.get_ref<const std::string&>(), interrupt_);
  }
  if (!worker_) worker_ = std::make_unique<Worker>(source_.box(), plan_, interrupt_);
  Outcome outcome = worker_->ask(problem_.function, one.input);
  if (!worker_->alive()) worker_.reset();
  return outcome;
}

result::CaseResult CaseJudge::rule(const spec::Case& one, Outcome& outcome, bool compare) const {
  result::CaseResult judged;
  judged.name = one.name;
  judged.group = one.group;
  judged.sample = one.sample;
  judged.time = outcome.usage.cpu;
  judged.wall = outcome.usage.wall;
  judged.memory = outcome.usage.peak_memory;
  judged.verdict = outcome.ruling.verdict;
  judged.cause = outcome.ruling.cause;
  judged.note = outcome.note;
  judged.out = excerpt(outcome.out, outcome.out_bytes);
  judged.err = excerpt(outcome.err, outcome.err_bytes);
  if (judged.verdict != Verdict::kAC) {
    judged.difference = describe(problem_, one, nullptr, {});
  } else if (compare && outcome.answer) {
    const Json& answer = *outcome.answer;
    const Comparison compared = judge::compare(problem_.compare, one.output, answer);
    if (!compared.equal) {
      judged.verdict = Verdict::kWA;
      judged.cause = "answer";
      judged.difference = describe(problem_, one, &answer, compared);
    }
  }
  return judged;
}

result::CaseResult CaseJudge::judge(const spec::Case& one, bool compare, std::string* answer) {
  const bool fresh = !worker_ || worker_->cases() == 0;
  Outcome outcome = run(one);
  result::CaseResult judged = rule(one, outcome, compare);
  const bool reused = problem_.contract == spec::Contract::kFunction && !fresh;
  if (judged.verdict != Verdict::kAC && reused && judged.cause != "sandbox-lost") {
    if (worker_) worker_->stop();
    worker_.reset();
    const Verdict before = judged.verdict;
    outcome = run(one);
    judged = rule(one, outcome, compare);
    judged.judged_alone = true;
    if (judged.verdict == Verdict::kAC) {
      judged.note = std::string(result::words(before).code) +
                    " after other cases, accepted alone: state leaks from case to case";
    }
  }
  if (judged.cause == "sandbox-lost") {
    worker_.reset();
    source_.replace();
    lost_ = true;
    const Ruling lost = source_.lost();
    judged.verdict = lost.verdict;
    judged.cause = lost.cause;
  }
  if (answer != nullptr && outcome.answer) *answer = as_text(*outcome.answer);
  return judged;
}

bool CaseJudge::recover() {
  if (!lost_) return true;
  if (!source_.recover()) return false;
  lost_ = false;
  return true;
}

}  // namespace algo::judge
