// What a person sees, kept as files. ALGO_UPDATE_GOLDEN=1 writes them anew; then read the diff.
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

namespace algo::test {
namespace {

// Times, sizes, digests and compilers differ from run to run and from machine to machine.
std::string normalised(std::string text) {
  const std::vector<std::pair<const char*, const char*>> rules{
      {"(compiled    ).*(\n)", "$1COMPILER  TIME$2"},
      {"[0-9]+\\.[0-9]{3}ms ", "TIME "},
      {"[0-9]+\\.[0-9]MiB ", "MEMORY "},
      {"slowest [0-9.]+ [^ ]+ of", "slowest TIME of"},
      {"peak [0-9.]+ [KMG]iB of", "peak MEMORY of"},
      {"note: the machine was busy[^\n]*\n", ""},
      {"(linux/[a-z0-9]+), [0-9.]+ [KM]iB", "PLATFORM, SIZE"},
      {"sha256:[0-9a-f]{8,64}", "sha256:DIGEST"},
      {"sha256 [0-9a-f]{8,64}", "sha256 DIGEST"},
      {"(two-sum-(go|cpp|python))-[0-9a-f]{8}", "$1-HASH"}};
  for (const auto& [pattern, replacement] : rules) {
    text = std::regex_replace(text, std::regex(pattern), replacement);
  }
  return text;
}

std::string one_command(const Cli& cli, const std::vector<std::string>& words) {
  std::string line = "$ kubectl algo";
  for (const std::string& word : words) line += " " + word;
  const ProcessResult ran = cli.run(words);
  std::string text = line + "\n" + ran.out;
  if (!ran.err.empty()) text += "--- stderr\n" + ran.err;
  return normalised(text + "--- exit " + std::to_string(ran.code) + "\n");
}

std::string transcript(const Cli& cli, const std::vector<std::vector<std::string>>& commands) {
  std::string text;
  for (const auto& words : commands) text += one_command(cli, words);
  return text;
}

std::string golden_path(const std::string& name) {
  return std::string(ALGO_GOLDEN) + "/" + name + ".txt";
}

void check_golden(const std::string& name, const std::string& text) {
  CAPTURE(name);
  const std::string path = golden_path(name);
  if (std::getenv("ALGO_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << text;
  std::ostringstream expected;
  expected << std::ifstream(path).rdbuf();
  CHECK(text == expected.str());
}

TEST_CASE("golden: help of the program and of every command") {
  check_golden("help",
               transcript(Cli(),
                          {{"help"},
                           {"list", "--help"},
                           {"show", "--help"},
                           {"init", "--help"},
                           {"test", "--help"},
                           {"bench", "--help"},
                           {"compare", "--help"},
                           {"build", "--help"},
                           {"run", "--help"},
                           {"version", "--help"},
                           {"help", "--help"}}));
}

TEST_CASE("golden: list, show, init and version") {
  check_golden("first-steps",
               transcript(Cli(),
                          {{"list"},
                           {"show", "two-sum"},
                           {"init", "two-sum", "--lang", "go"},
                           {"init", "two-sum", "--lang", "go"},
                           {"version"}}));
}

TEST_CASE("golden: build and run") {
  check_golden(
      "build-and-run",
      transcript(Cli(),
                 {{"build", "two-sum", "--lang=python", "--timeout=5m", "--memory-limit=160Mi"},
                  {"run", "--local"}}));
}

TEST_CASE("golden: a wrong answer, and a signature that does not fit") {
  const Cli cli;
  cli.write("wrong.py", wrong_solution());
  cli.write("unfit.py", "class Solution:\n    def twoSum(self, nums): return []\n");
  check_golden("not-accepted",
               transcript(cli, {{"test", "two-sum", "wrong.py"}, {"test", "two-sum", "unfit.py"}}));
}

TEST_CASE("golden: errors") {
  const Cli cli;
  cli.write("binary.py", std::string("\0\1", 2));
  check_golden("errors",
               transcript(cli,
                          {{"lst"},
                           {"build", "two-sum", "--tiemout=3s"},
                           {"list", "-o", "jsno"},
                           {"show", "two-smu"},
                           {"show", "./two-sum"},
                           {"build"},
                           {"build", "two-sum", "--timeout=soon"},
                           {"test", "two-sum", "binary.py"},
                           {"test", "two-sum", "missing.py"},
                           {"test", "two-sum", "--lang=python", "--case", "smple-1"},
                           {"run"},
                           {"run", "--local"}}));
}

}  // namespace
}  // namespace algo::test
