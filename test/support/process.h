#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace algo::test {

struct ProcessSpec {
  std::vector<std::string> argv{};
  std::map<std::string, std::string> environment{};  // the whole of it
  std::string directory{};
  std::string input{};
  bool on_terminal = false;  // stdout and stderr are one pseudo terminal of 100 columns
  // Called with everything that came out so far, whenever there is more; may signal the process.
  std::function<void(pid_t, const std::string& out, const std::string& err)> on_output{};
  std::chrono::seconds timeout{60};
};

struct ProcessResult {
  int code = 0;  // 128 + N when signal N ended it, as shells say
  std::string out{};
  std::string err{};
  bool timed_out = false;  // it was killed then
};

// Runs a program to its end. Throws std::runtime_error when it cannot be started.
[[nodiscard]] ProcessResult run_process(const ProcessSpec& spec);

}  // namespace algo::test
