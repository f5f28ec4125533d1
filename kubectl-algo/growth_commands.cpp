#include "commands.h"

namespace algo {
namespace {

const std::vector<FlagInfo> kMeasuring{
    {"from", "", "N", "Smallest size (default: as the problem's generator says)"},
    {"to", "", "N", "Largest size (default: as the problem's generator says)"},
    {"sizes", "", "COUNT", "How many sizes between them (default 10)"},
    {"repeat", "", "COUNT", "Inputs of each size (default 5)"},
    {"seed", "", "NUMBER", "Seed of the inputs; the same seed gives the same ones (default 1)"},
    {"plot", "", "FILE", "Where to write the SVG picture (default: PROBLEM.bench.svg)"},
    {"output", "o", "FORMAT", "Output format: table, json or yaml"},
    kColorFlag,
    kHelpFlag};

std::vector<FlagInfo> with_measuring(std::vector<FlagInfo> flags) {
  flags.insert(flags.end(), kMeasuring.begin(), kMeasuring.end());
  return flags;
}

}  // namespace

const std::vector<CommandInfo>& growth_commands() {
  static const std::vector<CommandInfo> kAll{
      {"bench",
       "PROBLEM [SOLUTION]",
       2,
       "Measure how a solution's time grows with its input",
       "Runs the solution on growing inputs that the problem's generator writes, fits n, n log n, "
       "n² "
       "and\n"
       "others to the times, and says how sure that is. Reading the input is part of every time. "
       "Stops\n"
       "growing at the problem's limits. Without SOLUTION: as `test`.",
       {"# How does the solution in ./two-sum/ grow?",
        "bench two-sum",
        "# Other sizes, other inputs",
        "bench two-sum slow.py --from 50 --to 5000 --seed 7"},
       with_measuring({{"lang", "", "LANGUAGE", "Language of the solution"}})},
      {"compare",
       "A B",
       2,
       "Measure two solutions of a problem side by side",
       "Both get the same growing inputs; where their answers differ is told too. The problem is "
       "the "
       "one that\n"
       "the folder of A is named after, or that of --problem.",
       {"# Two solutions in ./two-sum/",
        "compare two-sum/fast.cpp two-sum/slow.py",
        "# From anywhere",
        "compare a.go b.go --problem two-sum"},
       with_measuring({{"problem", "", "PROBLEM", "The problem that both solve"}})}};
  return kAll;
}

}  // namespace algo
