#pragma once

#include "op.h"
#include "result/terminal_text.h"
#include "world.h"

namespace algo {

// How to write on `output`: kubectl's rule for colours. Only on a terminal that is not "dumb", and
// not when NO_COLOR is set to anything (no-color.org); --color says otherwise.
[[nodiscard]] result::Screen screen_for(const Output& output,
                                        const Environment& environment,
                                        ColorWhen when);

}  // namespace algo
