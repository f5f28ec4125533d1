#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "bench/program.h"
#include "bench/rows.h"
#include "bench/series.h"
#include "language/language.h"
#include "result/report.h"
#include "support/temp_dir.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace algo::bench {
namespace {

constexpr std::size_t kManyCases = 10'000;
constexpr std::size_t kLanguageCases = 200;
constexpr int kInARow = 10;
constexpr std::size_t kNumberBytes = 8;  // seven digits and what divides them
constexpr std::size_t kInputNumbers = (std::size_t{20} << 20U) / kNumberBytes;
constexpr std::size_t kOutputNumbers = (std::size_t{50} << 20U) / kNumberBytes;
constexpr std::size_t kMostReport = std::size_t{64} << 20U;

// A folder with a problem of `count` cases of two-sum, all alike.
void write_two_sum(const test::TempDir& dir, const std::string& folder, std::size_t count) {
  dir.write(folder + "/problem.yaml",
            "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: two-sum}\nspec:\n"
            "  title: Many\n  contract: function\n  function:\n    name: twoSum\n    params:\n"
            "      - {name: nums, type: \"integer[]\"}\n      - {name: target, type: integer}\n"
            "    returns: \"integer[]\"\n  compare: {unordered: 1}\n"
            "  casesFrom: [\"cases/*.json\"]\n");
  Json cases = Json::array();
  for (std::size_t i = 0; i < count; ++i) {
    cases.push_back({{"input", {{1, 2, 3, 4, static_cast<int>(i) + 10}, 7}}, {"output", {2, 3}}});
  }
  dir.write(folder + "/cases/c.json", dump_json(cases));
}

// A stdio problem with one case.
void write_stdio(const test::TempDir& dir,
                 const std::string& folder,
                 const std::string& input,
                 const std::string& output) {
  dir.write(folder + "/problem.yaml",
            "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: large}\nspec:\n"
            "  title: Large\n  contract: stdio\n  compare: tokens\n"
            "  limits: {time: 20s, memory: 512Mi, output: 64Mi}\n"
            "  casesFrom: [\"cases/*.in\"]\n");
  dir.write(folder + "/cases/a.in", input);
  dir.write(folder + "/cases/a.ans", output);
}

std::string numbers(std::size_t count) {
  std::string text;
  text.reserve(count * kNumberBytes);
  for (std::size_t i = 0; i < count; ++i) text += std::to_string(1'000'000 + i % 9'000'000) + "\n";
  return text;
}

std::string accepted(const std::string& extension) {
  return std::string(ALGO_PROBLEMS) + "/two-sum/solutions/accepted" + extension;
}

std::vector<std::string> test_command(const Setting& setting,
                                      const std::string& problem,
                                      const std::string& solution) {
  return {setting.programs + "/kubectl-algo", "test", problem, solution};
}

// The peak of the judge's process, for the bundle of so many cases.
std::uint64_t judge_memory_for(const Setting& setting, std::size_t cases) {
  const test::TempDir dir;
  const std::string bundle = dir / "bundle";
  const std::string work = dir.make_folder("work");
  std::filesystem::permissions(work, std::filesystem::perms(0755));
  std::filesystem::permissions(dir.path(), std::filesystem::perms(0755));
  write_two_sum(dir, "many", cases);
  static_cast<void>(time_program(
      {setting.programs + "/kubectl-algo", "build", dir / "many", accepted(".py"), "-o", bundle},
      dir.path()));
  const RealFiles files;
  const Json manifest = parse_json(files.read(bundle + "/bundle.json", 1U << 20U), "bundle.json");
  return peak_memory_of({setting.programs + "/algo-judge",
                         "local",
                         "--bundle=" + bundle,
                         "--digest=" + manifest.at("digest").get<std::string>(),
                         "--work=" + work},
                        dir.path());
}

Row large_row(const Setting& setting,
              const std::string& what,
              const std::string& program,
              const std::string& input,
              const std::string& output) {
  const test::TempDir dir;
  write_stdio(dir, "large", input, output);
  const std::string solution = dir.write("s.py", program);
  const std::string python = find_on_path("python3");
  Series ours;
  Series bare;
  in_turns(
      std::max(1, setting.rounds / 10),
      [&] { ours.add(time_program(test_command(setting, dir / "large", solution), dir.path())); },
      [&] {
        const std::string redirect = "exec \"$0\" \"$1\" < \"$2\"";
        bare.add(
            time_program({"/bin/sh", "-c", redirect, python, solution, dir / "large/cases/a.in"},
                         dir.path(),
                         "",
                         {.output = output}));
      });
  return {.what = what,
          .ours = ours.text(),
          .beside = "the program alone: " + bare.text(),
          .result = ratio_text(ours.median(), bare.median()) + "×",
          .target = "–"};
}

}  // namespace

Row many_cases(const Setting& setting) {
  const test::TempDir dir;
  write_two_sum(dir, "many", kManyCases);
  write_two_sum(dir, "one", 1);
  Series many;
  Series one;
  in_turns(
      std::max(1, setting.rounds / 10),
      [&] {
        many.add(time_program(test_command(setting, dir / "many", accepted(".py")), dir.path()));
      },
      [&] {
        one.add(time_program(test_command(setting, dir / "one", accepted(".py")), dir.path()));
      });
  const Nanos each = (many.median() - one.median()) / static_cast<std::int64_t>(kManyCases - 1);
  return {.what = "10,000 tiny cases, Python, the whole command",
          .ours = many.text(),
          .beside = "one case: " + one.text(),
          .result = human_duration(each) + " per case, showing it included",
          .target = "–"};
}

Row many_cases_memory(const Setting& setting) {
  const std::uint64_t few = judge_memory_for(setting, kManyCases / 100);
  const std::uint64_t many = judge_memory_for(setting, kManyCases);
  const std::uint64_t more = many > few ? many - few : 0;
  return {.what = "peak resident memory of the judge, 10,000 cases",
          .ours = human_bytes(many),
          .beside = "100 cases: " + human_bytes(few),
          .result = human_bytes(more / (kManyCases - kManyCases / 100)) + " per case more",
          .target = "the cases and their results"};
}

Row interpreted_cases(const Setting& setting) {
  const test::TempDir dir;
  const std::string program = "a, b = map(int, input().split())\nprint(a + b)\n";
  const std::string input = "1 2\n";
  const std::string output = "3\n";
  write_stdio(dir, "many", input, output);
  write_stdio(dir, "one", input, output);
  for (std::size_t i = 1; i < kLanguageCases; ++i) {
    const std::string name = "many/cases/" + std::to_string(i);
    dir.write(name + ".in", input);
    dir.write(name + ".ans", output);
  }
  const std::string solution = dir.write("s.py", program);
  Series many;
  Series one;
  Series bare;
  in_turns(
      std::max(1, setting.rounds / 10),
      [&] {
        many.add(time_program(test_command(setting, dir / "many", solution), dir.path()));
        one.add(time_program(test_command(setting, dir / "one", solution), dir.path()));
      },
      [&] {
        // The interpreter that the sandbox finds, started as there.
        const std::vector<std::string> argv{"/usr/bin/python3", "-s", "-B", solution};
        for (int i = 0; i < kInARow; ++i) {
          bare.add(time_program(argv, dir.path(), input, {.output = output}));
        }
      });
  const Nanos each = (many.median() - one.median()) / static_cast<std::int64_t>(kLanguageCases - 1);
  return {.what = "200 tiny stdio cases, Python, the whole command",
          .ours = many.text(),
          .beside = "one case: " + one.text() + "; bare vfork, exec, wait of it: " + bare.text(),
          .result = human_duration(each) + " per case, " + ratio_text(each, bare.median()) +
                    "× of the bare one",
          .target = "–"};
}

Row large_input(const Setting& setting) {
  const std::string input = numbers(kInputNumbers);
  return large_row(setting,
                   "20 MB of input, Python, the whole command",
                   "import sys\nprint(len(sys.stdin.buffer.read().split()))\n",
                   input,
                   std::to_string(kInputNumbers) + "\n");
}

Row large_output(const Setting& setting) {
  return large_row(setting,
                   "50 MB of output, Python, the whole command",
                   "n = int(input())\n"
                   "print(\"\\n\".join(str(1000000 + i % 9000000) for i in range(n)))\n",
                   std::to_string(kOutputNumbers) + "\n",
                   numbers(kOutputNumbers));
}

std::vector<Row> languages(const Setting& setting) {
  const test::TempDir dir;
  write_two_sum(dir, "many", kLanguageCases);
  const SharedDir caches;  // the sandbox's user reads them
  ::setenv("XDG_CACHE_HOME", caches.dir().path().c_str(), 1);
  const RealFiles files;
  std::vector<Row> rows;
  for (const language::Language& language : language::languages()) {
    const std::string solution = accepted(std::string(language.extension));
    std::vector<std::string> command = test_command(setting, dir / "many", solution);
    command.push_back("--result-file=" + (dir / "result.json"));
    const Nanos cold = time_program(command, dir.path());  // makes the compiler's caches first
    Series ours;
    Series compiling;
    for (int i = 0; i < std::max(1, setting.rounds / 10); ++i) {
      ours.add(time_program(command, dir.path()));
      compiling.add(
          result::parse_report(files.read(dir / "result.json", kMostReport), "result.json")
              .compile.time);
    }
    rows.push_back({.what = "200 cases, " + std::string(language.id) + ", the whole command",
                    .ours = ours.text(),
                    .beside = "for the first time, caches made: " + human_duration(cold),
                    .result = human_duration(compiling.median()) + " of it compiling",
                    .target = "–"});
  }
  ::unsetenv("XDG_CACHE_HOME");
  return rows;
}

}  // namespace algo::bench
