#pragma once

#include "result/report.h"
#include "result/terminal_text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace algo::result {

// The live table of a judging. Every line ends with LF; nothing that a solution printed can move
// the cursor.
class CaseTable {
 public:
  CaseTable(std::size_t longest_name, Screen screen);

  //   CASE          VERDICT      TIME    MEMORY
  [[nodiscard]] std::string header() const;
  //   large-3       RTE        0.1 ms   6.1 MiB  signal:SIGSEGV
  [[nodiscard]] std::string row(const CaseResult& one) const;

 private:
  Screen screen_;
  std::size_t name_width_;
};

// One line per case for pipes, always five fields between single spaces, in fixed units:
//   sample-1 AC 0.118ms 6.1MiB -
// name, verdict, CPU time, peak memory ("-" when not judged), cause ("-" when there is none).
[[nodiscard]] std::string case_line(const CaseResult& one);

// What a person should see of a case that failed; `number` counts from 1.
//   WA  large-3  (case 12 of 14)
//       input     nums = [3, 3, 8, … 9997 more], target = 6
//       expected  [0, 1]
//       …
[[nodiscard]] std::string failure_block(const CaseResult& one,
                                        std::size_t number,
                                        std::size_t total,
                                        const Screen& screen);

// "CE  solution.go:3: …", or what the compiler said.
[[nodiscard]] std::string compile_block(const CompileResult& compile, const Screen& screen);

// "runs: 5 of each case; furthest apart: …\n" when cases were run several times, else "".
[[nodiscard]] std::string spread_line(const Report& report);

// "note: 3 cases were not judged: …\n" when time or the sandbox ran out, else "".
[[nodiscard]] std::string skipped_line(const Report& report);

// "note: the machine was busy: …\n" when that was enough to matter, else "".
[[nodiscard]] std::string busy_line(const Report& report);

// AC  14 of 14 · slowest 3.2 ms of 1 s · peak 9.8 MiB of 128 MiB
// WA  13 of 14 · first failure large-3 · again: COMMAND
// `again`, a command, is left out when it is "" and when there was no failure.
[[nodiscard]] std::string final_line(const Report& report,
                                     const std::string& again,
                                     const Screen& screen);

// The first case that was judged and not accepted, or nullptr.
[[nodiscard]] const CaseResult* first_failure(const Report& report);

[[nodiscard]] std::string print_json(const Report& report);
[[nodiscard]] std::string print_yaml(const Report& report);
// JUnit XML as CI systems read it: one <testsuite>, one <testcase> per case; a compile error or a
// failure of the judge itself is a <testcase> of its own. Only characters that XML 1.0 allows.
[[nodiscard]] std::string print_junit(const Report& report);

}  // namespace algo::result
