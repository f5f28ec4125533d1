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

// A solution that is stopped at the limit again so many times is simply slow; one that fails alone
// as in a copy so many times fails.
constexpr int kMostConfirmations = 3;

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

Outcome CaseJudge::run(const spec::Case& one, bool alone) {
  if (problem_.contract == spec::Contract::kStdio) {
    const auto& input = one.input.get_ref<const std::string&>();
    return run_stdio(source_.box(), plan_, input, !alone, interrupt_);
  }
  if (worker_ && alone) {
    worker_->stop();
    worker_.reset();
  }
  if (!worker_) worker_ = std::make_unique<Worker>(source_.box(), plan_, interrupt_);
  const bool first = worker_->cases() == 0;
  Outcome outcome = worker_->ask(problem_.function, one.input);
  outcome.alone = first;
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
  judged.switches_voluntary = outcome.usage.switches_voluntary;
  judged.switches_forced = outcome.usage.switches_forced;
  judged.waited = outcome.usage.waited;
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

bool CaseJudge::must_fail_alone(const result::CaseResult& judged, const Outcome& outcome) const {
  return judged.verdict != Verdict::kAC && !outcome.alone && confirmed_copies_ < kMostConfirmations;
}

bool CaseJudge::near_time_limit(const result::CaseResult& judged) const {
  return judged.verdict == Verdict::kTLE && judged.cause == "cpu" &&
         judged.time <= plan_.limits.cpu + plan_.limits.cpu / 10 &&
         confirmed_slow_ < kMostConfirmations;
}

result::CaseResult CaseJudge::judge_alone(const spec::Case& one,
                                          bool compare,
                                          const result::CaseResult& first,
                                          Outcome& outcome) {
  const bool reused = !outcome.alone;
  outcome = run(one, true);
  result::CaseResult judged = rule(one, outcome, compare);
  judged.judged_alone = true;
  const bool slow = near_time_limit(first);
  if (slow && judged.verdict == Verdict::kTLE) ++confirmed_slow_;
  const bool copy = reused && problem_.contract == spec::Contract::kStdio;
  if (copy && judged.verdict == first.verdict) ++confirmed_copies_;
  if (judged.verdict != Verdict::kAC) return judged;
  judged.note = std::string(result::words(first.verdict).code);
  if (slow) {
    judged.note += " at " + human_duration(first.time) + ", accepted when run again at " +
                   human_duration(judged.time) + ": close to the time limit";
    if (reused) judged.note += ", or slowed down by the cases before";
  } else {
    judged.note += " after other cases, accepted alone: state leaks from case to case";
  }
  return judged;
}

result::CaseResult CaseJudge::judge(const spec::Case& one, bool compare, std::string* answer) {
  Outcome outcome = run(one, false);
  result::CaseResult judged = rule(one, outcome, compare);
  if (judged.cause != "sandbox-lost" &&
      (must_fail_alone(judged, outcome) || near_time_limit(judged))) {
    judged = judge_alone(one, compare, judged, outcome);
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
