#include "base/text.h"
#include "conclude.h"
#include "local_judge.h"
#include "perform.h"
#include "stdin_case.h"
#include "submission.h"

namespace algo {
namespace {

// What the solution answered is data, what it printed beside that is talk.
ExitCode print_answer(World& world,
                      const Judged& judged,
                      const std::string& answer,
                      bool raw,
                      const Conclusion& how) {
  if (judged.report.cases.empty() || judged.report.verdict != result::Verdict::kAC) {
    return conclude(world, judged, how);
  }
  world.out.write(raw ? answer : answer + "\n");
  const result::Excerpt& printed = judged.report.cases.front().out;
  if (!raw && !printed.text.empty()) {
    world.err.write("printed:\n" + printable(to_valid_utf8(printed.text)) + "\n");
  }
  return ExitCode::kAccepted;
}

std::string command_for_one_case(const World& world, const TestOp& op, const std::string& name) {
  return world.program + " test " + op.problem + (op.solution.empty() ? "" : " " + op.solution) +
         (op.language.empty() ? "" : " --lang " + op.language) + " --case " + name;
}

}  // namespace

ExitCode perform(const TestOp& op, ColorWhen color, World& world) {
  LoadedProblem loaded = load(world, op.problem);
  const Submission submission = find_submission(world, loaded, op.solution, op.language);
  if (op.from_stdin) loaded.problem.cases = {case_from_stdin(world, loaded.problem)};
  world.err.write(submission.origin + "\n");
  Follower follower(world, op.from_stdin ? Format::kJson : op.judging.format, color);
  const Judged judged =
      judge_submission(world, loaded.problem, submission, op.judging, op.from_stdin, follower);
  Conclusion how{op.judging.format, color, op.judging.result_file};
  if (op.from_stdin && op.judging.format == Format::kTable) {
    const std::vector<std::string> answers = follower.answers();
    const std::string answer = answers.empty() ? "" : answers.front();
    const bool raw = loaded.problem.contract == spec::Contract::kStdio;
    return print_answer(world, judged, answer, raw, how);
  }
  if (const result::CaseResult* failure = result::first_failure(judged.report)) {
    how.again = command_for_one_case(world, op, failure->name);
  }
  return conclude(world, judged, how);
}

}  // namespace algo
