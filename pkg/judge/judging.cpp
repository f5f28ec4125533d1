#include "judge/judging.h"

#include "base/error.h"
#include "base/text.h"
#include "judge/live_log.h"
#include "judge/repeat.h"
#include "judge/signature.h"
#include "spec/problem_json.h"

#include <malloc.h>

#include <algorithm>
#include <utility>

namespace algo::judge {
namespace {

using result::Verdict;

void check_names(const std::vector<spec::Case>& all, const std::vector<std::string>& names) {
  std::vector<std::string> known;
  known.reserve(all.size());
  for (const spec::Case& one : all) known.push_back(one.name);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::vector<std::string> near = nearest(name, known);
    throw Error(ErrorKind::kInput,
                "there is no case \"" + shorten(name, 64) + "\"",
                "",
                near.empty() ? "" : "did you mean " + join(near, ", ") + "?");
  }
}

// All, if no names are given.
Cases selected(std::vector<spec::Case>& all, const std::vector<std::string>& names) {
  if (!names.empty()) check_names(all, names);
  Cases some;
  for (spec::Case& one : all) {
    const bool wanted =
        names.empty() || std::find(names.begin(), names.end(), one.name) != names.end();
    if (wanted) some.push_back(&one);
  }
  return some;
}

RunPlan make_plan(const spec::Problem& problem, const spec::Recipe& recipe, const Places& places) {
  RunPlan plan;
  plan.command = run_command(recipe, places);
  plan.output = problem.limits.output;
  plan.out_of_memory_marks = recipe.out_of_memory_marks;
  plan.limits.cpu = problem.limits.time;
  plan.limits.wall = problem.limits.wall;
  plan.limits.memory = problem.limits.memory;
  plan.limits.data = problem.limits.memory + recipe.data_overhead;
  plan.limits.file_size = problem.limits.output;
  plan.limits.processes = problem.limits.processes;
  return plan;
}

void fill_head(result::Report& report, const VerifiedBundle& bundle, std::size_t cases) {
  report.tool_version = ALGO_VERSION;
  report.problem = bundle.problem.name;
  report.language = bundle.manifest.recipe.language;
  report.bundle_digest = spec::manifest_digest(bundle.manifest);
  report.total = cases;
  const spec::Limits& limits = bundle.problem.limits;
  report.limits = {limits.time, limits.wall, limits.memory, limits.output, limits.processes};
}

void fill_evidence(result::Report& report, const sandbox::Hello& hello) {
  report.protections = hello.protections;
  report.measured_by = hello.measured_by;
  report.kernel = hello.kernel;
}

result::CaseResult skipped(const spec::Case& one, const char* cause) {
  result::CaseResult judged;
  judged.name = one.name;
  judged.group = one.group;
  judged.sample = one.sample;
  judged.cause = cause;
  return judged;
}

Compiled compile_in(const Sides& sides,
                    const spec::Recipe& recipe,
                    const Interrupt& interrupt,
                    const Clock& clock,
                    Journal& journal) {
  if (sides.build == nullptr) return {{.compiler = sides.compiled_by, .ok = true}, {}};
  journal.phase("compile");
  fill_evidence(journal.report(), sides.build->hello());
  LiveLog live(journal, clock);
  return compile(
      *sides.build, recipe, sides.places, interrupt, [&](std::string_view log) { live.show(log); });
}

result::CaseResult judge_runs(const spec::Case& one,
                              const JudgingOptions& options,
                              CaseJudge& judge,
                              std::string* answer) {
  if (options.runs <= 1) return judge.judge(one, !options.answers_only, answer);
  std::vector<result::CaseResult> runs;
  while (runs.size() < options.runs && !judge.lost()) {
    runs.push_back(judge.judge(one, !options.answers_only, answer));
  }
  return merge_runs(std::move(runs));
}

// What was freed in small pieces stays the process's own otherwise.
void give_freed_memory_back() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

// Every case that has not been told to the journal.
void skip_rest(const Cases& cases, const char* cause, Journal& journal) {
  while (journal.cases() < cases.size()) {
    journal.judged(skipped(*cases[journal.cases()], cause), nullptr);
  }
}

void judge_cases(const spec::Problem& problem,
                 const Cases& cases,
                 const JudgingOptions& options,
                 CaseJudge& judge,
                 const Interrupt& interrupt,
                 Journal& journal) {
  constexpr std::size_t often = 512;  // cases; each time takes a tenth of a millisecond
  for (spec::Case* one : cases) {
    if (judge.lost()) {
      journal.phase("sandbox-restart");
      if (!judge.recover()) {
        skip_rest(cases, "sandbox-lost", journal);
        return;
      }
    }
    interrupt.check_deadline();
    if (journal.cases() % often == 0) give_freed_memory_back();
    spec::load_case(problem, *one);
    std::string answer;
    std::string* wanted = options.answers_only ? &answer : nullptr;
    const result::CaseResult judged = judge_runs(*one, options, judge, wanted);
    journal.judged(judged, wanted);
    one->input = nullptr;
    one->output = nullptr;
    if (judged.verdict != Verdict::kAC && options.fail_fast) {
      skip_rest(cases, "fail-fast", journal);
      return;
    }
  }
}

}  // namespace

void judge_bundle(VerifiedBundle bundle,
                  const std::string& solution_text,
                  const JudgingOptions& options,
                  Sides sides,
                  const Clock& clock,
                  const Interrupt& interrupt,
                  Journal& journal) {
  const spec::Recipe& recipe = bundle.manifest.recipe;
  const Cases cases = selected(bundle.problem.cases, options.cases);
  fill_head(journal.report(), bundle, cases.size());
  journal.hello(cases);
  try {
    Compiled done = compile_in(sides, recipe, interrupt, clock, journal);
    result::CompileResult& compiled = done.result;
    if (!compiled.ok && compiled.message.empty()) {
      compiled.message =
          explain_signature(recipe, bundle.problem.name, solution_text, compiled.log);
    }
    const bool ok = compiled.ok;
    journal.compiled(std::move(compiled));
    if (!ok) {
      journal.report().verdict = done.ruling.verdict;
      journal.report().cause = done.ruling.cause;
      journal.finish(true);
      return;
    }
    journal.phase("judge");
    CaseJudge judge(
        bundle.problem, make_plan(bundle.problem, recipe, sides.places), sides.sandbox, interrupt);
    fill_evidence(journal.report(), sides.sandbox.box().hello());
    judge_cases(bundle.problem, cases, options, judge, interrupt, journal);
    journal.finish(true);
  } catch (const OutOfTime&) {
    skip_rest(cases, "deadline", journal);
    journal.finish(true);
  } catch (const Interrupted&) {
    journal.finish(false);
  }
}

}  // namespace algo::judge
