#pragma once

#include "judge/case_judge.h"
#include "judge/compile.h"
#include "sandbox/launch.h"
#include "spec/problem.h"
#include "support/temp_dir.h"

#include <cstdint>
#include <string>

namespace algo::bench {

// The sandbox as it is in use: the helper is the built algo-judge, under all its protections.
class BenchSandbox final : public judge::SandboxSource {
 public:
  // `out`: the folder that holds the solution's program.
  BenchSandbox(const std::string& judge_program, const std::string& out);
  [[nodiscard]] sandbox::Sandbox& box() override { return helper_.box(); }
  void replace() override;  // throws: it must not come to that
  [[nodiscard]] bool recover() override { return true; }
  [[nodiscard]] judge::Ruling lost() const override { return {}; }

 private:
  sandbox::LocalHelper helper_;
};

// A folder that the sandbox's user can read.
class SharedDir {
 public:
  SharedDir();
  [[nodiscard]] const test::TempDir& dir() const { return dir_; }
  // Copies a program of test/bench/programs into the folder "out"; its path there.
  std::string add_program(const std::string& name) const;

 private:
  test::TempDir dir_;
};

// two-sum in C++, built and judged once by the built programs in `dir`.
struct JudgedTwoSum {
  spec::Problem problem{};
  judge::RunPlan plan{};           // runs what was compiled
  std::string out{};               // where that is
  std::uint64_t judge_memory = 0;  // peak of the judge's process, bytes
};
[[nodiscard]] JudgedTwoSum judge_two_sum(const std::string& programs, const test::TempDir& dir);

// A stdio problem with one case that programs/sum.c solves.
[[nodiscard]] spec::Problem sum_problem();
[[nodiscard]] sandbox::Limits usual_limits();

}  // namespace algo::bench
