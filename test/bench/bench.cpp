// Prints a table of what things cost, each beside its yardstick: median (least–most).
//   algo-bench FOLDER        FOLDER holds kubectl-algo and algo-judge
#include "bench/sample.h"

#include <exception>
#include <filesystem>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: algo-bench FOLDER\n";
    return 2;
  }
  try {
    const std::string programs = std::filesystem::absolute(argv[1]).string();
    std::vector<algo::bench::Row> rows = algo::bench::command_rows(programs);
    for (algo::bench::Row& row : algo::bench::sandbox_rows(programs))
      rows.push_back(std::move(row));
    std::cout << "| what | ours | beside | target |\n|---|---|---|---|\n";
    for (const algo::bench::Row& row : rows) {
      std::cout << "| " << row.what << " | " << row.ours << " | " << row.yardstick << " | "
                << row.target << " |\n";
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "algo-bench: " << error.what() << '\n';
    return 1;
  }
}
