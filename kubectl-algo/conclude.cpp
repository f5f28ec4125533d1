#include "conclude.h"

#include "base/text.h"
#include "result/print.h"
#include "screen.h"

namespace algo {
namespace {

constexpr std::size_t kMostFailures = 3;

void show_failures(World& world, const result::Report& report, const result::Screen& screen) {
  std::size_t shown = 0;
  std::size_t failed = 0;
  for (std::size_t i = 0; i < report.cases.size(); ++i) {
    const result::CaseResult& one = report.cases[i];
    if (one.verdict == result::Verdict::kAC || one.verdict == result::Verdict::kSkip) {
      if (!one.note.empty()) world.err.write("note: " + one.name + ": " + one.note + "\n");
      continue;
    }
    ++failed;
    if (shown == kMostFailures) continue;
    ++shown;
    world.err.write(result::failure_block(one, i + 1, report.cases.size(), screen));
  }
  if (failed > shown) {
    world.err.write("… and " + std::to_string(failed - shown) + " more that failed\n");
  }
}

void show_end(World& world, const Judged& judged, const Conclusion& how) {
  const result::Screen screen = screen_for(world.err, world.environment, how.color);
  const result::Report& report = judged.report;
  if (report.verdict == result::Verdict::kCE) {
    world.err.write(result::compile_block(report.compile, screen));
  } else {
    show_failures(world, report, screen);
    if (!report.compile.ok && !report.compile.message.empty()) {
      world.err.write("note: " + printable(report.compile.message) + "\n");
    }
    world.err.write(result::spread_line(report) + result::skipped_line(report) +
                    result::busy_line(report));
    world.err.write(result::final_line(report, how.again, screen));
  }
  if (!how.kept.empty()) {
    world.err.write("result verified (sha256 " + judged.sha256.substr(0, 8) + "…) → " + how.kept +
                    "\n");
  }
}

std::string why_stopped(const std::optional<Error>& error) {
  if (!error) return "  why   its pod was deleted, evicted or out of time\n";
  std::string text = "  why   " + std::string(error->what());
  if (!error->why().empty()) text += ": " + error->why();
  text += "\n";
  if (!error->next().empty()) text += "  do    " + error->next() + "\n";
  return text;
}

}  // namespace

ExitCode conclude(World& world, const Judged& judged, const Conclusion& how) {
  const result::Report& report = judged.report;
  switch (how.format) {
    case Format::kJson:
      world.out.write(result::print_json(report));
      break;
    case Format::kYaml:
      world.out.write(result::print_yaml(report));
      break;
    case Format::kJunit:
      world.out.write(result::print_junit(report));
      break;
    default:
      show_end(world, judged, how);
  }
  if (judged.interrupted) world.err.write("interrupted\n");
  if (!judged.interrupted && !report.complete) {
    // Whatever the verdict of the cases so far, it is not the solution's.
    world.err.write("error: the judging was stopped after " + std::to_string(report.cases.size()) +
                    " of " + std::to_string(report.total) + " cases\n" +
                    why_stopped(judged.ended_by));
    return ExitCode::kLost;
  }
  return judged.interrupted ? ExitCode::kInterrupted : exit_code(report.verdict);
}

}  // namespace algo
