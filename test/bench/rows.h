#pragma once

#include "bench/judging.h"
#include "bench/table.h"

#include <string>

namespace algo::bench {

struct Setting {
  std::string programs{};  // folder of kubectl-algo and algo-judge
  int rounds = 0;          // of what takes milliseconds; what is faster takes more
};

// One function per row of the table; each measures both of its sides in turns.
[[nodiscard]] Row start_up(const Setting& setting);
[[nodiscard]] Row build_two_sum(const Setting& setting);
[[nodiscard]] Row stdio_case(const Setting& setting);
[[nodiscard]] Row function_case(const Setting& setting, const JudgedTwoSum& judged);
[[nodiscard]] Row cpu_kill_error(const Setting& setting);
[[nodiscard]] Row judge_size(const Setting& setting);
[[nodiscard]] Row judge_memory(const JudgedTwoSum& judged);

}  // namespace algo::bench
