#include "base/error.h"
#include "base/text.h"
#include "bundle/embedded.h"
#include "conclude.h"
#include "local_judge.h"
#include "perform.h"
#include "spec/check.h"
#include "submission.h"

namespace algo {
namespace {

constexpr std::size_t kMaxInputBytes = std::size_t{32} << 20U;

// A value of the type, for the place where an expected output would stand. Nothing is compared.
Json some_value(const spec::Type& type) {
  using Base = spec::Type::Base;
  if (type.depth > 0 || type.base == Base::kListNode || type.base == Base::kTreeNode) {
    return Json::array();
  }
  switch (type.base) {
    case Base::kString:
      return "";
    case Base::kCharacter:
      return " ";
    case Base::kBoolean:
      return false;
    case Base::kVoid:
      return nullptr;
    default:
      return 0;
  }
}

Json some_output(const spec::Problem& problem, const Json& input) {
  const spec::Function& function = problem.function;
  if (!function.is_class()) {
    if (function.in_place.empty()) return some_value(function.call.returns);
    for (const spec::Param& param : function.call.params) {
      if (param.name == function.in_place) return some_value(param.type);
    }
  }
  Json outputs = Json::array();
  for (const Json& name : input.at(0)) {
    Json value = nullptr;
    for (const spec::Method& method : function.methods) {
      if (name == Json(method.name)) value = some_value(method.returns);
    }
    outputs.push_back(std::move(value));
  }
  return outputs;
}

// Standard input as a case: one JSON value per line, or for the contract stdio as it is.
spec::Case case_from_stdin(World& world, const spec::Problem& problem) {
  spec::Case one;
  one.name = "stdin";
  const std::string text = world.in.read_all(kMaxInputBytes);
  if (problem.contract == spec::Contract::kStdio) {
    one.input = text;
    one.output = "";
    return one;
  }
  one.input = Json::array();
  std::size_t number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    one.input.push_back(parse_json(line, "stdin line " + std::to_string(number)));
  }
  spec::apply_defaults(problem, one);
  const bool calls =
      !problem.function.is_class() || (one.input.size() == 2 && one.input.at(0).is_array());
  one.output = calls ? some_output(problem, one.input) : Json::array();
  if (const auto wrong = spec::check_case(problem, one)) {
    throw Error(ErrorKind::kInput,
                "the input does not fit " + problem.name + ": " + wrong->where,
                wrong->rule + (wrong->value.empty() ? "" : "; it is " + wrong->value),
                "give one JSON value per line: " + world.program + " show " + problem.name);
  }
  return one;
}

ExitCode print_answer(World& world,
                      const result::Report& report,
                      const std::string& answer,
                      ColorWhen color) {
  const bool answered = !report.cases.empty() && report.verdict == result::Verdict::kAC;
  if (!answered) return conclude(world, report, Format::kTable, color, "", "");
  world.out.write(answer.ends_with('\n') ? answer : answer + "\n");
  const result::CaseResult& one = report.cases.front();
  if (!one.out.text.empty() && one.out.text != answer) {
    world.err.write("printed:\n" + printable(one.out.text) + "\n");
  }
  return ExitCode::kAccepted;
}

}  // namespace

ExitCode perform(const TestOp& op, ColorWhen color, World& world) {
  LoadedProblem loaded = load(world, op.problem);
  const Submission submission = find_submission(world, loaded, op.solution, op.language);
  if (op.from_stdin) loaded.problem.cases = {case_from_stdin(world, loaded.problem)};
  const bundle::Bundle bundle = bundle::make_bundle(loaded.problem,
                                                    *submission.language,
                                                    submission.text,
                                                    {},
                                                    bundle::embedded_runner(),
                                                    ALGO_VERSION);
  world.err.write(submission.origin + "\n");
  const std::unique_ptr<WorkFolder> work = world.judges.make_work_folder();
  LocalRequest request;
  request.bundle = work->path() + "/" + bundle.id + ".bundle";
  write_bundle(world, bundle, request.bundle);
  request.manifest = bundle::verify_bundle(bundle.files, request.bundle);
  request.judging = op.judging;
  request.result_file = op.judging.result_file;
  request.answers_only = op.from_stdin;
  Follower follower(world, op.from_stdin ? Format::kJson : op.judging.format, color);
  const result::Report report = judge_locally(world, request, follower);
  if (op.from_stdin && op.judging.format == Format::kTable) {
    return print_answer(world, report, follower.answer(), color);
  }
  const result::CaseResult* failure = result::first_failure(report);
  std::string again;
  if (failure != nullptr) {
    again = world.program + " test " + op.problem + (op.solution.empty() ? "" : " " + op.solution) +
            (op.language.empty() ? "" : " --lang " + op.language) + " --case " + failure->name;
  }
  return conclude(world, report, op.judging.format, color, request.result_file, again);
}

}  // namespace algo
