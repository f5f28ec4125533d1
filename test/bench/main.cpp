#include "bench/rows.h"

#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string_view>

namespace algo::bench {
namespace {

constexpr int kRounds = 50;

int run(const Setting& setting) {
  const SharedDir shared;
  const JudgedTwoSum judged = judge_two_sum(setting.programs, shared.dir());
  std::vector<Row> rows{start_up(setting),
                        build_two_sum(setting),
                        stdio_case(setting),
                        function_case(setting, judged),
                        cpu_kill_error(setting),
                        judge_size(setting),
                        judge_memory(judged),
                        many_cases(setting),
                        many_cases_memory(setting),
                        interpreted_cases(setting),
                        large_input(setting),
                        large_output(setting)};
  for (Row& row : languages(setting)) rows.push_back(std::move(row));
  const std::string table = to_markdown(rows);
  std::printf("Medians (smallest to largest), both sides in turns in one run, on %s:\n\n%s",
              machine().c_str(),
              table.c_str());
  return 0;
}

}  // namespace
}  // namespace algo::bench

// usage: algo-bench FOLDER-OF-PROGRAMS [ROUNDS]
int main(int argc, char** argv) {
  try {
    const std::string_view rounds = argc > 2 ? argv[2] : "";
    // Absolute, because the programs run in folders of their own.
    algo::bench::Setting setting{.programs = argc > 1 ? std::filesystem::absolute(argv[1]) : "",
                                 .rounds = algo::bench::kRounds};
    if (!rounds.empty()) {
      std::from_chars(rounds.data(), rounds.data() + rounds.size(), setting.rounds);
    }
    if (setting.programs.empty() || setting.rounds < 1) {
      std::fprintf(stderr, "usage: algo-bench FOLDER-OF-PROGRAMS [ROUNDS]\n");
      return 2;
    }
    return algo::bench::run(setting);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "algo-bench: %s\n", error.what());
    return 1;
  }
}
