#pragma once

#include "result/frame.h"

namespace algo::judge {

// Frames to standard output. When nobody reads them any more, judging has lost its point: the
// process sends itself SIGTERM, which ends it like any other interruption.
[[nodiscard]] result::FrameWriter frames_to_stdout();

}  // namespace algo::judge
