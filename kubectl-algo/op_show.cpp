#include "base/json.h"
#include "base/text.h"
#include "base/yaml_emit.h"
#include "language/language.h"
#include "perform.h"
#include "result/terminal_text.h"
#include "spec/problem_json.h"
#include "submission.h"

namespace algo {
namespace {

constexpr std::size_t kLanguageWidth = 12;  // the longest is javascript

Json as_document(const LoadedProblem& loaded) {
  Json json = spec::to_cases_json(loaded.problem);
  json["statement"] = loaded.problem.statement;
  Json signatures = Json::object();
  for (const language::Language& row : language::languages()) {
    signatures[std::string(row.id)] = row.recipe(loaded.problem).signature;
  }
  json["signatures"] = std::move(signatures);
  return json;
}

std::string as_text(const spec::Problem& problem) {
  std::string text = problem.title + "  (" + problem.name + ", " + problem.difficulty + ")\n";
  if (!problem.tags.empty()) text += join(problem.tags, ", ") + "\n";
  text += "\n" + problem.statement;
  if (!problem.statement.ends_with('\n')) text += "\n";
  text += "\nLimits per case: " + human_duration(problem.limits.time) + " of CPU time, " +
          human_bytes(problem.limits.memory) + " of memory\n";
  std::size_t samples = 0;
  for (const spec::Case& one : problem.cases) samples += one.sample ? 1 : 0;
  text += "Cases: " + std::to_string(problem.cases.size()) + ", " + std::to_string(samples) +
          " of them samples\n";
  if (problem.contract == spec::Contract::kStdio) return text;
  text += "\nSignatures:\n";
  for (const language::Language& row : language::languages()) {
    text += "  " + result::pad_right(std::string(row.id), kLanguageWidth) +
            replace_all(
                row.recipe(problem).signature, "\n", "\n" + std::string(kLanguageWidth + 2, ' ')) +
            "\n";
  }
  return text;
}

}  // namespace

ExitCode perform(const ShowOp& op, ColorWhen /*color*/, World& world) {
  const LoadedProblem loaded = load(world, op.problem);
  switch (op.format) {
    case Format::kJson:
      world.out.write(dump_json_pretty(as_document(loaded)));
      break;
    case Format::kYaml:
      world.out.write(to_yaml(as_document(loaded)));
      break;
    default:
      world.out.write(as_text(loaded.problem));
      world.err.write("Next: " + world.program + " init " + op.problem + " --lang go\n");
  }
  return ExitCode::kAccepted;
}

}  // namespace algo
