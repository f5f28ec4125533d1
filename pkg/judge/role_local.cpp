#include "base/clock.h"
#include "base/error.h"
#include "base/files.h"
#include "judge/flags.h"
#include "judge/folders.h"
#include "judge/frame_log.h"
#include "judge/judging.h"
#include "judge/local_sides.h"
#include "judge/roles.h"

#include <sys/prctl.h>

#include <charconv>
#include <csignal>
#include <utility>

namespace algo::judge {
namespace {

constexpr int kFailed = 1;

// The user's side leads: it turns Ctrl-C into SIGTERM when it wants the judge to stop, and when it
// dies the judge stops too. The solution must not read the judge's memory, where the cases are.
void follow_the_caller() {
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  ::prctl(PR_SET_DUMPABLE, 0);
}

std::size_t parse_runs(const std::string& text) {
  std::size_t runs = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), runs);
  if (error == std::errc() && end == text.data() + text.size() && runs > 0) return runs;
  throw Error(ErrorKind::kUsage, "--runs=" + text + " is not a number of runs");
}

JudgingOptions judging_options(const Flags& flags) {
  JudgingOptions options;
  options.cases = flags.all("--case");
  options.fail_fast = flags.has("--fail-fast");
  options.answers_only = flags.has("--answer");
  if (flags.has("--runs")) options.runs = parse_runs(flags.get("--runs"));
  return options;
}

void judge_here(const Flags& flags,
                const Files& files,
                const Clock& clock,
                const Interrupt& interrupt,
                Journal& journal) {
  const std::string folder = flags.required("--bundle");
  VerifiedBundle bundle = read_verified_bundle(files, folder, flags.required("--digest"));
  const auto sources = read_verified_sources(files, folder, bundle.manifest);
  const auto solution = sources.find(bundle.manifest.recipe.solution_file);
  const uid_t run_uid = pick_run_uid();
  const Places places =
      make_places(flags.required("--work"), sources, flags.get("--cache"), run_uid);
  const std::string path = flags.get("--path");
  sandbox::LocalHelper build = launch_build(places, path, run_uid);
  const auto calls = sandbox::parse_calls(bundle.manifest.recipe.calls);
  LocalSandboxes sandboxes(places, path, calls.value_or(sandbox::Calls::kNative), run_uid);
  judge_bundle(std::move(bundle),
               solution == sources.end() ? "" : solution->second,
               judging_options(flags),
               {&build.box(), "", sandboxes, places},
               clock,
               interrupt,
               journal);
}

}  // namespace

int role_local(const Arguments& arguments) {
  const Flags flags(arguments,
                    {"--bundle=",
                     "--digest=",
                     "--work=",
                     "--cache=",
                     "--result=",
                     "--path=",
                     "--case=",
                     "--runs=",
                     "--fail-fast",
                     "--answer"});
  Interrupt interrupt = Interrupt::on_sigterm();
  follow_the_caller();
  RealFiles files;
  const SystemClock clock;
  result::FrameWriter frames = frames_to_stdout();
  Journal journal(frames, files, clock, {flags.get("--result"), ""});
  journal.report().run = "local";
  journal.start();
  interrupt.set_pulse(kHeartbeatPeriod, [&] { journal.heartbeat(); });
  try {
    judge_here(flags, files, clock, interrupt, journal);
    return 0;
  } catch (const Error& error) {
    journal.failed(error);
    return kFailed;
  }
}

}  // namespace algo::judge
