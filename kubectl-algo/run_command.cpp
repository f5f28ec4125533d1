#include "args.h"
#include "base/error.h"
#include "base/text.h"
#include "perform.h"
#include "screen.h"

namespace algo {
namespace {

// error: what
//   why   the reason
//   do    what to do next
void show(const Error& error, World& world, ColorWhen color) {
  const result::Screen screen = screen_for(world.err, world.environment, color);
  std::string text =
      screen.palette.paint(result::Style::kBad, "error:") + " " + error.what() + "\n";
  if (!error.why().empty())
    text += "  why   " + replace_all(error.why(), "\n", "\n        ") + "\n";
  if (!error.next().empty()) text += "  do    " + error.next() + "\n";
  world.err.write(text);
}

}  // namespace

ExitCode run_command(const std::vector<std::string>& words, World& world) {
  ColorWhen color = ColorWhen::kAuto;
  try {
    const Invocation invocation = parse(words, world.program);
    color = invocation.color;
    return std::visit([&](const auto& op) { return perform(op, color, world); }, invocation.op);
  } catch (const Error& error) {
    show(error, world, color);
    return exit_code(error.kind());
  } catch (const OutputClosed&) {
    return ExitCode::kOutputClosed;
  } catch (const std::exception& error) {
    show(Error(ErrorKind::kInternal, "this is a bug", error.what()), world, color);
    return ExitCode::kInternal;
  }
}

}  // namespace algo
