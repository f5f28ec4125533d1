#include "base/error.h"
#include "base/text.h"
#include "base/yaml_emit.h"
#include "growth_inputs.h"
#include "growth_report.h"
#include "judge/compare.h"
#include "kept_result.h"
#include "local_judge.h"
#include "perform.h"

#include <algorithm>

namespace algo {
namespace {

using result::Verdict;

// What one solution did with all inputs.
struct Ran {
  Measured measured{};
  std::vector<std::string> answers{};  // of the inputs it got through, in their order
  bool wrong = false;                  // it ended badly, and not for want of time or memory
};

std::string code_of(Verdict verdict) {
  return std::string(result::words(verdict).code);
}

// The first case is thrown away: caches, page faults and just-in-time compilers settle in it.
spec::Problem with_inputs(const spec::Problem& problem, const GrowthInputs& inputs) {
  spec::Problem measured = problem;
  measured.cases = {inputs.cases.front()};
  measured.cases.front().name = "warm-up";
  measured.cases.insert(measured.cases.end(), inputs.cases.begin(), inputs.cases.end());
  return measured;
}

// A size counts when every input of it was got through.
void take_points(const result::Report& report, const GrowthInputs& inputs, Ran& ran) {
  const std::size_t repeat = inputs.cases.size() / inputs.sizes.size();
  std::size_t at = 1;
  for (const std::uint64_t n : inputs.sizes) {
    growth::Point point{n};
    for (std::size_t i = 0; i < repeat && at < report.cases.size(); ++i, ++at) {
      const result::CaseResult& one = report.cases[at];
      if (one.verdict == Verdict::kAC) {
        point.nanos.push_back(std::max(1.0, static_cast<double>(one.time.count())));
        point.peak_memory = std::max(point.peak_memory, one.memory);
      } else if (ran.measured.stopped_at == 0) {
        ran.measured.stopped_at = n;
        ran.measured.verdict = code_of(one.verdict);
        ran.measured.cause = one.cause;
      }
    }
    if (point.nanos.size() == repeat) ran.measured.curve.series.points.push_back(std::move(point));
  }
}

[[noreturn]] void does_not_compile(const Submission& submission, const result::Report& report) {
  const result::CompileResult& compile = report.compile;
  throw Error(ErrorKind::kInput,
              submission.origin + " does not compile",
              printable(to_valid_utf8(compile.message.empty() ? shorten(compile.log, 1000)
                                                              : compile.message)));
}

Ran run_on_inputs(World& world,
                  const spec::Problem& problem,
                  const Submission& submission,
                  const GrowthInputs& inputs,
                  const BenchOp& op,
                  ColorWhen color) {
  world.err.write(submission.origin + "\n");
  Follower follower(world, Format::kJson, color);
  JudgingOp judging;
  judging.fail_fast = true;
  const Judged judged =
      judge_submission(world, with_inputs(problem, inputs), submission, judging, true, follower);
  if (judged.interrupted) throw Error(ErrorKind::kInterrupted, "interrupted");
  const result::Report& report = judged.report;
  if (report.verdict == Verdict::kCE) does_not_compile(submission, report);
  Ran ran;
  ran.measured.origin = submission.origin;
  ran.measured.language = report.language;
  ran.measured.compiler = report.compile.compiler;
  ran.measured.curve.series.label = submission.origin;
  take_points(report, inputs, ran);
  ran.measured.curve.fit = growth::fit(ran.measured.curve.series, op.seed);
  if (const result::CaseResult* failure = result::first_failure(report)) {
    ran.wrong = failure->verdict != Verdict::kTLE && failure->verdict != Verdict::kMLE;
    if (ran.measured.stopped_at == 0) ran.measured.stopped_at = inputs.sizes.front();
    ran.measured.verdict = code_of(failure->verdict);
    ran.measured.cause = failure->cause;
  }
  ran.answers = follower.answers();
  if (!ran.answers.empty()) ran.answers.erase(ran.answers.begin());
  return ran;
}

Json as_value(const spec::Problem& problem, const std::string& answer) {
  if (problem.contract == spec::Contract::kStdio) return answer;
  return parse_json(answer, "an answer");
}

std::vector<std::string> differing(const spec::Problem& problem,
                                   const GrowthInputs& inputs,
                                   const Ran& a,
                                   const Ran& b) {
  std::vector<std::string> names;
  const std::size_t both = std::min({a.answers.size(), b.answers.size(), inputs.cases.size()});
  for (std::size_t i = 0; i < both; ++i) {
    if (a.answers[i].empty() || b.answers[i].empty()) continue;  // it did not get that far
    const Json expected = as_value(problem, a.answers[i]);
    const Json got = as_value(problem, b.answers[i]);
    if (!judge::compare(problem.compare, expected, got).equal) {
      names.push_back(inputs.cases[i].name);
    }
  }
  return names;
}

void draw(World& world, const GrowthReport& report) {
  std::vector<growth::Curve> curves;
  for (const Measured& one : report.measured) {
    if (!one.curve.series.points.empty()) curves.push_back(one.curve);
  }
  if (curves.empty()) {
    const Measured& one = report.measured.front();
    throw Error(ErrorKind::kInput,
                one.origin + " got through no size",
                "n = " + std::to_string(one.stopped_at) + ": " + one.verdict + ", " + one.cause,
                "begin with smaller inputs: --from");
  }
  const std::string footnote = "time of the CPU per case, reading the input included; seed " +
                               std::to_string(report.seed) + ", inputs sha256 " +
                               report.inputs_sha256.substr(0, 12);
  world.files.write_atomically(report.plot,
                               growth::chart(curves, report.problem + ": time over n", footnote));
}

void show(World& world, const GrowthReport& report, Format format) {
  if (format == Format::kJson) {
    world.out.write(dump_json_pretty(to_json(report)));
  } else if (format == Format::kYaml) {
    world.out.write(to_yaml(to_json(report)));
  } else {
    world.out.write(growth_table(report) + growth_summary(report));
  }
}

}  // namespace

ExitCode perform(const BenchOp& op, ColorWhen color, World& world) {
  const LoadedProblem loaded = load(world, op.problem);
  GrowthReport report;
  report.problem = loaded.problem.name;
  report.seed = op.seed;
  report.plot = op.plot.empty() ? loaded.problem.name + ".bench.svg" : op.plot;
  check_writable(world, report.plot);
  std::vector<Submission> submissions;
  submissions.reserve(op.solutions.size());
  for (const std::string& solution : op.solutions) {
    submissions.push_back(find_submission(world, loaded, solution, op.language));
  }
  const GrowthInputs inputs = make_growth_inputs(world, loaded, op, color);
  report.generator = inputs.generator;
  report.inputs_sha256 = inputs.sha256;
  std::vector<Ran> runs;
  for (const Submission& submission : submissions) {
    runs.push_back(run_on_inputs(world, loaded.problem, submission, inputs, op, color));
    report.measured.push_back(runs.back().measured);
  }
  if (runs.size() == 2) report.differing = differing(loaded.problem, inputs, runs[0], runs[1]);
  draw(world, report);
  show(world, report, op.format);
  const bool wrong =
      std::any_of(runs.begin(), runs.end(), [](const Ran& run) { return run.wrong; });
  return wrong || !report.differing.empty() ? ExitCode::kNotAccepted : ExitCode::kAccepted;
}

}  // namespace algo
