// Judges the solutions of one problem and compares verdicts.
//   verdicts_test PROGRAM PROBLEM-FOLDER [PREFIX]     PREFIX: only solutions whose names begin so
#include "base/error.h"
#include "base/files.h"
#include "catalog/sources.h"
#include "result/report.h"
#include "spec/load.h"
#include "support/process.h"
#include "support/temp_dir.h"

#include <cstdlib>
#include <iostream>

namespace {

using namespace algo;

std::string judge(const std::string& program, const std::string& folder, const std::string& path) {
  const test::TempDir here;
  const test::ProcessResult ran = test::run_process(
      {.argv = {program, "test", folder, folder + "/" + path, "-o", "json"},
       .environment = {{"PATH", std::getenv("PATH")},
                       {"HOME", std::getenv("HOME") == nullptr ? "/" : std::getenv("HOME")}},
       .directory = here.path(),
       .timeout = std::chrono::seconds(240)});
  if (ran.timed_out) return "no verdict in time";
  try {
    const result::Report report = result::parse_report(ran.out, "report");
    std::string text(result::words(report.verdict).code);
    for (const result::CaseResult& one : report.cases) {
      // A verdict of the whole says little without the reasons, when it is the wrong one.
      if (one.verdict != result::Verdict::kAC) text += " " + one.name + ":" + one.cause;
    }
    return text;
  } catch (const Error& error) {
    return std::string(error.what()) + "; " + ran.err;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string program = argv[1];
  const std::string folder = argv[2];
  const std::string prefix = argc > 3 ? argv[3] : "";
  int judged = 0;
  int wrong = 0;
  const RealFiles files;
  const catalog::FolderSource source(files, folder);
  for (const spec::SolutionFile& solution : spec::load_problem(source).solutions) {
    if (!solution.path.substr(solution.path.find('/') + 1).starts_with(prefix)) continue;
    const std::string got = judge(program, folder, solution.path);
    const bool right = got.substr(0, got.find(' ')) == solution.expected;
    std::cout << (right ? "ok    " : "WRONG ") << solution.path << "  " << got << '\n';
    ++judged;
    wrong += right ? 0 : 1;
  }
  return wrong == 0 && judged > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
