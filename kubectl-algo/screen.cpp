#include "screen.h"

namespace algo {

result::Screen screen_for(const Output& output, const Environment& environment, ColorWhen when) {
  result::Screen screen;
  screen.width = output.width();
  screen.palette.on = when == ColorWhen::kAlways ||
                      (when == ColorWhen::kAuto && output.is_terminal() &&
                       !environment.get("NO_COLOR") && environment.get("TERM") != "dumb");
  return screen;
}

}  // namespace algo
