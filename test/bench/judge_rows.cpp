#include "base/text.h"
#include "bench/program.h"
#include "bench/rows.h"
#include "bench/series.h"

#include <filesystem>
#include <stdexcept>
#include <unordered_map>

namespace algo::bench {
namespace {

constexpr int kInARow = 10;
constexpr int kFast = 20;  // what takes microseconds is done so many times as often
const judge::Interrupt kNever{};

// One case from its input to its verdict, comparison included.
Nanos time_case(judge::CaseJudge& judge, const spec::Case& one) {
  result::CaseResult judged;
  const Nanos time = time_of([&] { judged = judge.judge(one, true, nullptr); });
  if (judged.verdict == result::Verdict::kAC) return time;
  throw std::runtime_error("case " + one.name + " got " +
                           std::string(result::words(judged.verdict).code) + " " + judged.cause);
}

// What the solution of two-sum does, called as a function.
int two_sum(const std::vector<int>& numbers, int target) {
  std::unordered_map<int, int> seen;
  for (int i = 0; i < static_cast<int>(numbers.size()); ++i) {
    const int number = numbers[static_cast<std::size_t>(i)];
    const auto other = seen.find(target - number);
    if (other != seen.end()) return other->second * 100 + i;
    seen[number] = i;
  }
  return -1;
}

}  // namespace

Row stdio_case(const Setting& setting) {
  const SharedDir shared;
  const std::string program = shared.add_program("sum");
  const std::string out = shared.dir() / "out";
  BenchSandbox sandbox(setting.programs + "/algo-judge", out);
  const spec::Problem problem = sum_problem();
  judge::RunPlan plan;
  plan.command = {.argv = {program}, .env = {}, .directory = out};
  plan.limits = usual_limits();
  plan.output = 1U << 20U;
  judge::CaseJudge judge(problem, plan, sandbox, kNever);
  Series ours;
  Series bare;
  in_turns(
      setting.rounds * kFast,
      [&] { ours.add(time_case(judge, problem.cases[0])); },
      [&] { bare.add(time_program({program}, out, "1 2\n", {.output = "3\n"})); });
  return {.what = "stdio case, native program",
          .ours = ours.text(),
          .beside = "bare vfork, exec, wait of it: " + bare.text(),
          .result = ratio_text(ours.median(), bare.median()) + "×, " +
                    human_duration(ours.median() - bare.median()) + " more",
          .target = "at most 1.3× and 0.3 ms more"};
}

Row function_case(const Setting& setting, const JudgedTwoSum& judged) {
  BenchSandbox sandbox(setting.programs + "/algo-judge", judged.out);
  judge::CaseJudge judge(judged.problem, judged.plan, sandbox, kNever);
  const spec::Case& one = judged.problem.cases.at(0);
  static_cast<void>(time_case(judge, one));  // starts the worker
  Series ours;
  Series call;
  Series bare;
  int sum = 0;
  // Cases follow each other in a worker, so they do here.
  in_turns(
      setting.rounds * kFast,
      [&] {
        for (int i = 0; i < kInARow; ++i) ours.add(time_case(judge, one));
      },
      [&] {
        call.add(time_of([&] { sum += two_sum({2, 7, 11, 15}, 9); }));
        // Without a judge the driver has no requests to read, and ends at once.
        bare.add(time_program(judged.plan.command.argv, judged.out, "", {.code = std::nullopt}));
      });
  if (sum != setting.rounds * kFast) throw std::runtime_error("two_sum is wrong");
  return {.what = "function case in a warm worker, C++, ten in a row",
          .ours = ours.text(),
          .beside = "the call itself: " + call.text() +
                    "; bare vfork, exec, wait of the same program: " + bare.text(),
          .result = human_duration(ours.median() - call.median()) + " more than the call, " +
                    ratio_text(ours.median(), bare.median()) + "× of the process",
          .target = "at most 50 µs more"};
}

Row cpu_kill_error(const Setting& setting) {
  const SharedDir shared;
  const std::string program = shared.add_program("spin");
  const std::string out = shared.dir() / "out";
  BenchSandbox sandbox(setting.programs + "/algo-judge", out);
  sandbox::Limits limits = usual_limits();
  limits.wall = std::chrono::seconds(30);
  Series error;
  for (int i = 0; i < setting.rounds; ++i) {
    limits.cpu = std::chrono::milliseconds(20 + 13 * (i % 10));
    sandbox.box().spawn({.argv = {program}, .env = {}, .directory = out}, limits, {});
    const auto ended = sandbox.box().wait(std::chrono::seconds(60));
    if (!ended || ended->stop != sandbox::Stop::kCpuLimit) {
      throw std::runtime_error("the CPU limit did not end the program");
    }
    error.add(ended->usage.cpu - limits.cpu);
  }
  return {.what = "CPU time beyond the limit when killed",
          .ours = error.text(),
          .beside = "–",
          .result = human_duration(error.median()),
          .target = "at most 5 ms"};
}

Row judge_size(const Setting& setting) {
  const std::string size =
      human_bytes(std::filesystem::file_size(setting.programs + "/algo-judge"));
  return {.what = "algo-judge, static",
          .ours = size,
          .beside = "–",
          .result = size,
          .target = "at most 900 KiB"};
}

Row judge_memory(const JudgedTwoSum& judged) {
  return {.what = "peak resident memory of the judge, two-sum",
          .ours = human_bytes(judged.judge_memory),
          .beside = "–",
          .result = human_bytes(judged.judge_memory),
          .target = "at most 8 MiB and the cases"};
}

}  // namespace algo::bench
