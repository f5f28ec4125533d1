#include "conclude.h"

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

}  // namespace

ExitCode conclude(World& world,
                  const result::Report& report,
                  Format format,
                  ColorWhen color,
                  const std::string& kept,
                  const std::string& again) {
  switch (format) {
    case Format::kJson:
      world.out.write(result::print_json(report));
      break;
    case Format::kYaml:
      world.out.write(result::print_yaml(report));
      break;
    case Format::kJunit:
      world.out.write(result::print_junit(report));
      break;
    default: {
      const result::Screen screen = screen_for(world.err, world.environment, color);
      if (report.verdict == result::Verdict::kCE) {
        world.err.write(result::compile_block(report.compile, screen));
      } else {
        show_failures(world, report, screen);
        world.err.write(result::final_line(report, again, screen));
      }
      if (!kept.empty()) world.err.write("result: " + kept + "\n");
    }
  }
  return exit_code(report.verdict);
}

}  // namespace algo
