#pragma once

#include "exit_code.h"
#include "local_judge.h"
#include "op.h"
#include "world.h"

#include <string>

namespace algo {

struct Conclusion {
  Format format = Format::kTable;
  ColorWhen color = ColorWhen::kAuto;
  std::string kept{};   // where the report was written; "" = nowhere
  std::string again{};  // the command that judges the first failure again
};

// The end of a judging: the report as a document on `world.out`, or the failures and the last line
// as talk.
ExitCode conclude(World& world, const Judged& judged, const Conclusion& how);

}  // namespace algo
