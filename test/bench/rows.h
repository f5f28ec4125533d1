#pragma once

#include "bench/judging.h"
#include "bench/table.h"

#include <string>
#include <vector>

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
// Loads: many cases, large cases, every language.
[[nodiscard]] Row many_cases(const Setting& setting);
[[nodiscard]] Row many_cases_memory(const Setting& setting);
[[nodiscard]] Row interpreted_cases(const Setting& setting);
[[nodiscard]] Row large_input(const Setting& setting);
[[nodiscard]] Row large_output(const Setting& setting);
[[nodiscard]] std::vector<Row> languages(const Setting& setting);

}  // namespace algo::bench
