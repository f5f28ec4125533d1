#include "growth_inputs.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
#include "growth/series.h"
#include "local_judge.h"
#include "stdin_case.h"

#include <limits>

namespace algo {
namespace {

constexpr std::chrono::seconds kGeneratorTime{20};
constexpr std::uint64_t kGeneratorMemory = std::uint64_t{512} << 20U;
constexpr std::uint64_t kMostInputBytes = std::uint64_t{64} << 20U;

const spec::Generator& generator_of(const LoadedProblem& loaded) {
  if (!loaded.problem.generator) {
    throw Error(ErrorKind::kInput,
                loaded.problem.name + " has no generator of inputs",
                "its problem.yaml holds no spec.generator",
                "add one: generator: {file: generators/growth.py, from: 100, to: 10000}");
  }
  return *loaded.problem.generator;
}

std::vector<std::uint64_t> sizes_of(const spec::Generator& generator, const BenchOp& op) {
  const std::uint64_t from = op.from.value_or(generator.from);
  const std::uint64_t to = op.to.value_or(generator.to);
  if (from >= to) {
    throw Error(ErrorKind::kUsage,
                "no sizes from " + std::to_string(from) + " to " + std::to_string(to),
                "",
                "--from is to be less than --to");
  }
  return growth::sizes_between(from, to, op.sizes);
}

// The generator as a problem of its own: a case is one size and one seed, its answer the input.
spec::Problem as_problem(const LoadedProblem& loaded,
                         const BenchOp& op,
                         const std::vector<std::uint64_t>& sizes) {
  spec::Problem problem;
  problem.name = loaded.problem.name;
  problem.title = loaded.problem.title;
  problem.contract = spec::Contract::kStdio;
  problem.limits.time = kGeneratorTime;
  problem.limits.wall = 2 * kGeneratorTime;
  problem.limits.memory = kGeneratorMemory;
  problem.limits.output = kMostInputBytes;
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  for (const std::uint64_t n : sizes) {
    for (std::uint64_t i = 0; i < op.repeat; ++i) {
      const std::uint64_t seed = (op.seed + i) & most;
      spec::Case one;
      one.name = "n-" + std::to_string(n) + "-" + std::to_string(i + 1);
      one.input = std::to_string(n) + " " + std::to_string(seed) + "\n";
      one.output = "";
      problem.cases.push_back(std::move(one));
    }
  }
  return problem;
}

[[noreturn]] void generator_failed(const std::string& path, const result::Report& report) {
  const result::CaseResult* failure = result::first_failure(report);
  const std::string said = failure != nullptr ? failure->err.text : report.compile.log;
  throw Error(ErrorKind::kInput,
              path + " failed" + (failure != nullptr ? " for " + failure->name : ""),
              std::string(result::words(report.verdict).code) + "; " +
                  printable(shorten(to_valid_utf8(said), 400)),
              "it reads one line \"N SEED\" and prints an input of that size");
}

}  // namespace

GrowthInputs make_growth_inputs(World& world,
                                const LoadedProblem& loaded,
                                const BenchOp& op,
                                ColorWhen color) {
  const spec::Generator& generator = generator_of(loaded);
  GrowthInputs inputs;
  inputs.generator = generator.path;
  inputs.sizes = sizes_of(generator, op);
  const Submission program = source_in_problem(loaded, generator.path);
  const spec::Problem problem = as_problem(loaded, op, inputs.sizes);
  world.err.write("inputs: " + program.origin + ", seed " + std::to_string(op.seed) + "\n");
  Follower follower(world, Format::kJson, color, "");
  JudgingOp judging;
  judging.fail_fast = true;
  const Judged judged = judge_submission(world, problem, program, judging, true, follower);
  if (judged.interrupted) throw Error(ErrorKind::kInterrupted, "interrupted");
  if (judged.report.verdict != result::Verdict::kAC) {
    generator_failed(program.origin, judged.report);
  }
  const std::vector<std::string> answers = follower.answers();
  std::string all;
  for (std::size_t i = 0; i < problem.cases.size(); ++i) {
    const std::string& text = answers.at(i);
    all += text;
    inputs.cases.push_back(case_from_text(loaded.problem,
                                          text,
                                          problem.cases[i].name,
                                          "mend " + program.origin + ", or choose other sizes"));
  }
  inputs.sha256 = sha256_hex(all);
  return inputs;
}

}  // namespace algo
