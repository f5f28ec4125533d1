// Judges the solutions of one problem and compares verdicts.
//   verdicts_test PROGRAM PROBLEM-FOLDER [PREFIX [RUNS]]
// PREFIX: only solutions whose names begin so. RUNS: each case so many times while something else
// uses every processor; all must have the same verdict.
#include "base/error.h"
#include "base/files.h"
#include "catalog/sources.h"
#include "result/report.h"
#include "spec/load.h"
#include "support/process.h"
#include "support/temp_dir.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <vector>

namespace {

using namespace algo;

[[noreturn]] void burn() {
  for (volatile unsigned counter = 0;;) {
    static_cast<void>(counter);
  }
}

// Uses every processor until it goes.
class Load {
 public:
  explicit Load(unsigned processes) {
    constexpr rlim_t most_seconds = 3600;
    for (unsigned i = 0; i < processes; ++i) {
      const pid_t pid = ::fork();
      if (pid > 0) pids_.push_back(pid);
      if (pid != 0) continue;
      const rlimit seconds{most_seconds, most_seconds};
      ::setrlimit(RLIMIT_CPU, &seconds);
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      burn();
    }
  }
  ~Load() {
    for (const pid_t pid : pids_) {
      ::kill(pid, SIGKILL);
      ::waitpid(pid, nullptr, 0);
    }
  }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

 private:
  std::vector<pid_t> pids_;
};

std::string judge(const std::string& program,
                  const std::string& folder,
                  const std::string& path,
                  const std::string& runs) {
  const test::TempDir here;
  const test::ProcessResult ran = test::run_process(
      {.argv = {program, "test", folder, folder + "/" + path, "--runs=" + runs, "-o", "json"},
       .environment = {{"PATH", std::getenv("PATH")},
                       {"HOME", std::getenv("HOME") == nullptr ? "/" : std::getenv("HOME")}},
       .directory = here.path(),
       .timeout = std::chrono::seconds(runs == "1" ? 240 : 3600)});
  if (ran.timed_out) return "no verdict in time";
  try {
    const result::Report report = result::parse_report(ran.out, "report");
    std::string text(result::words(report.verdict).code);
    for (const result::CaseResult& one : report.cases) {
      // A verdict of the whole says little without the reasons, when it is the wrong one.
      if (one.spread && one.spread->verdicts.size() != 1) return one.name + ": " + one.note;
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
  const std::string runs = argc > 4 ? argv[4] : "1";
  const Load load(argc > 4 ? std::thread::hardware_concurrency() : 0);
  int judged = 0;
  int wrong = 0;
  const RealFiles files;
  const catalog::FolderSource source(files, folder);
  for (const spec::SolutionFile& solution : spec::load_problem(source).solutions) {
    if (!solution.path.substr(solution.path.find('/') + 1).starts_with(prefix)) continue;
    const std::string got = judge(program, folder, solution.path, runs);
    const bool right = got.substr(0, got.find(' ')) == solution.expected;
    std::cout << (right ? "ok    " : "WRONG ") << solution.path << "  " << got << '\n';
    ++judged;
    wrong += right ? 0 : 1;
  }
  return wrong == 0 && judged > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
