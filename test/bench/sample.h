#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace algo::bench {

// Times of one thing, measured again and again.
struct Sample {
  std::vector<double> microseconds{};
  [[nodiscard]] double median() const;
  [[nodiscard]] double least() const;
  [[nodiscard]] double most() const;
};

// Both in turn, A B A B …, so that a machine that slows down slows both.
struct Pair {
  Sample ours{};
  Sample yardstick{};
};
[[nodiscard]] Pair measure_in_turn(int rounds,
                                   const std::function<void()>& ours,
                                   const std::function<void()>& yardstick);

// "3.2 ms (3.0–4.1)"
[[nodiscard]] std::string show(const Sample& sample);

// One row of the table.
struct Row {
  std::string what{};
  std::string ours{};
  std::string yardstick{};
  std::string target{};
};

// Starts a program, waits for its end, and throws when it fails.
void run_quietly(const std::vector<std::string>& argv, const std::string& folder);
// The same by the barest means: vfork, exec, wait.
void run_bare(const char* program);

// kubectl-algo and algo-judge are in `programs`.
[[nodiscard]] std::vector<Row> command_rows(const std::string& programs);
[[nodiscard]] std::vector<Row> sandbox_rows(const std::string& programs);

}  // namespace algo::bench
