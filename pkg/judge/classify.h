#pragma once

#include "result/verdict.h"
#include "sandbox/sandbox.h"

#include <string>
#include <string_view>
#include <vector>

namespace algo::judge {

struct Ruling {
  result::Verdict verdict = result::Verdict::kAC;
  std::string cause{};
};

// What the way a process ended means, before its answer is looked at. kAC = nothing is wrong with
// it. The rules, first match wins:
//   forbidden act                          SEC  syscall:NAME
//   CPU limit, or SIGXCPU                  TLE  cpu
//   peak memory above the limit            MLE  memory
//   wall limit, CPU under half of it       ILE  idle
//   wall limit otherwise                   TLE  wall
//   file size limit (SIGXFSZ)              OLE  file-size
//   ended badly and says out of memory     MLE  allocation      (marks of the language, in stderr)
//   SIGKILL that we did not send           MLE  killed          (the kernel's out-of-memory killer)
//   other signal                           RTE  signal:NAME
//   exit code not 0                        RTE  exit:N
//   not started, or the helper is gone     IE   start: …, sandbox-lost
[[nodiscard]] Ruling classify(const sandbox::Ended& ended,
                              const sandbox::Limits& limits,
                              std::string_view error_output,
                              const std::vector<std::string>& out_of_memory_marks);

}  // namespace algo::judge
