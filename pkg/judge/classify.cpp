#include "judge/classify.h"

#include <algorithm>
#include <csignal>
#include <cstring>

namespace algo::judge {
namespace {

using result::Verdict;
using sandbox::Stop;

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  return name != nullptr ? std::string("SIG") + name : std::to_string(signal);
}

bool says_out_of_memory(std::string_view error_output, const std::vector<std::string>& marks) {
  return std::ranges::any_of(marks, [&](const std::string& mark) {
    return error_output.find(mark) != std::string_view::npos;
  });
}

Ruling of_signal(int signal) {
  switch (signal) {
    case SIGXCPU:
      return {Verdict::kTLE, "cpu"};
    case SIGXFSZ:
      return {Verdict::kOLE, "file-size"};
    case SIGSYS:
      return {Verdict::kSEC, "syscall"};
    default:
      return {Verdict::kRTE, "signal:" + signal_name(signal)};
  }
}

Ruling of_wall_limit(const sandbox::Usage& usage) {
  if (usage.cpu * 2 < usage.wall - usage.waited) return {Verdict::kILE, "idle"};
  return {Verdict::kTLE, "wall"};
}

}  // namespace

Ruling classify(const sandbox::Ended& ended,
                const sandbox::Limits& limits,
                std::string_view error_output,
                const std::vector<std::string>& out_of_memory_marks) {
  switch (ended.stop) {
    case Stop::kForbidden:
      return {Verdict::kSEC, "syscall:" + ended.act};
    case Stop::kLost:
      return {Verdict::kIE, "sandbox-lost"};
    case Stop::kNotStarted:
      return {Verdict::kIE, "start: " + ended.act};
    case Stop::kCpuLimit:
      return {Verdict::kTLE, "cpu"};
    case Stop::kMemoryLimit:
      return {Verdict::kMLE, "memory"};
    default:
      break;
  }
  if (ended.usage.cpu > limits.cpu) return {Verdict::kTLE, "cpu"};
  if (ended.usage.peak_memory > limits.memory) return {Verdict::kMLE, "memory"};
  if (ended.stop == Stop::kWallLimit) return of_wall_limit(ended.usage);
  if (ended.stop == Stop::kKilled) return {};  // the judge asked for it and knows why
  const bool badly = ended.stop == Stop::kSignalled || ended.exit_code != 0;
  if (badly && (ended.memory_refused || says_out_of_memory(error_output, out_of_memory_marks))) {
    return {Verdict::kMLE, "allocation"};
  }
  if (ended.out_of_memory) return {Verdict::kMLE, "killed"};
  if (ended.stop == Stop::kSignalled) return of_signal(ended.signal);
  if (ended.exit_code != 0) return {Verdict::kRTE, "exit:" + std::to_string(ended.exit_code)};
  return {};
}

}  // namespace algo::judge
