#pragma once

#include "exit_code.h"
#include "op.h"
#include "result/report.h"
#include "world.h"

#include <string>

namespace algo {

// The end of a judging: the report as a document on `world.out`, or the failures and the last line
// as talk. `kept` is where the report was written ("" = nowhere), `again` the command that judges
// the first failure again.
ExitCode conclude(World& world,
                  const result::Report& report,
                  Format format,
                  ColorWhen color,
                  const std::string& kept,
                  const std::string& again);

}  // namespace algo
