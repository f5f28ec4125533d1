#include "base/error.h"
#include "perform.h"
#include "submission.h"

namespace algo {
namespace {

bool is_only_solution(const World& world, const std::string& folder) {
  std::size_t solutions = 0;
  for (const language::Language& row : language::languages()) {
    if (world.files.exists(folder + "/solution" + std::string(row.extension))) ++solutions;
  }
  return solutions == 1;
}

}  // namespace

ExitCode perform(const InitOp& op, ColorWhen /*color*/, World& world) {
  const LoadedProblem loaded = load(world, op.problem);
  const spec::Problem& problem = loaded.problem;
  const language::Language& row = language::find_language(op.language.empty() ? "go" : op.language);
  const std::string folder = op.folder.empty() ? problem.name : op.folder;
  const std::string path = folder + "/solution" + std::string(row.extension);
  if (world.files.exists(path) && !op.force) {
    throw Error(ErrorKind::kInput, path + " is there already", "", "replace it with --force");
  }
  world.files.make_directories(folder);
  world.files.write_atomically(path, row.stub(problem));
  world.out.write(path + "\n");
  // `test` finds a solution by the problem's own folder name, and only when there is one.
  const bool found = folder == problem.name && is_only_solution(world, folder);
  world.err.write("Next: " + world.program + " show " + op.problem + "\n      " + world.program +
                  " test " + op.problem + (found ? "" : " " + path) + "\n");
  return ExitCode::kAccepted;
}

}  // namespace algo
