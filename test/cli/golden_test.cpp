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
      {"(linux/[a-z0-9]+), [0-9.]+ [KM]iB", "PLATFORM, SIZE"},
      {"sha256:[0-9a-f]{8,64}", "sha256:DIGEST"},
      {"sha256 [0-9a-f]{8,64}", "sha256 DIGEST"},
      {"(two-sum-(go|cpp|python))-[0-9a-f]{8}", "$1-HASH"}};
  for (const auto& [pattern, replacement] : rules) {
    text = std::regex_replace(text, std::regex(pattern), replacement);
  }
  return text;
}

std::string transcript(const Cli& cli, const std::vector<std::string>& words) {
  std::string line = "$ kubectl algo";
  for (const std::string& word : words) line += " " + word;
  const ProcessResult ran = cli.run(words);
  std::string text = line + "\n" + ran.out;
  if (!ran.err.empty()) text += "--- stderr\n" + ran.err;
  return normalised(text + "--- exit " + std::to_string(ran.code) + "\n");
}

std::string golden_path(const std::string& name) {
  const char* folder = std::getenv("ALGO_GOLDEN");
  REQUIRE_MESSAGE(folder != nullptr, "set ALGO_GOLDEN to the folder of the golden files");
  return std::string(folder) + "/" + name + ".txt";
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
  const Cli cli;
  std::string text = transcript(cli, {"help"});
  for (const std::string command :
       {"list", "show", "init", "test", "build", "run", "version", "help"}) {
    text += transcript(cli, {command, "--help"});
  }
  check_golden("help", text);
}

TEST_CASE("golden: list, init and version") {
  const Cli cli;
  check_golden("first-steps",
               transcript(cli, {"list"}) + transcript(cli, {"init", "two-sum", "--lang", "go"}) +
                   transcript(cli, {"init", "two-sum", "--lang", "go"}) +
                   transcript(cli, {"version"}));
}

TEST_CASE("golden: show") {
  check_golden("show", transcript(Cli(), {"show", "two-sum"}));
}

TEST_CASE("golden: build and run") {
  const Cli cli;
  check_golden(
      "build-and-run",
      transcript(cli,
                 {"build", "two-sum", "--lang=python", "--timeout=5m", "--memory-limit=128Mi"}) +
          transcript(cli, {"run", "--local"}));
}

TEST_CASE("golden: a wrong answer, and a signature that does not fit") {
  const Cli cli;
  cli.write("wrong.py", wrong_solution());
  cli.write("unfit.py", "class Solution:\n    def twoSum(self, nums): return []\n");
  check_golden("not-accepted",
               transcript(cli, {"test", "two-sum", "wrong.py"}) +
                   transcript(cli, {"test", "two-sum", "unfit.py"}));
}

TEST_CASE("golden: errors") {
  const Cli cli;
  cli.write("binary.py", std::string("\0\1", 2));
  std::string text;
  const std::vector<std::vector<std::string>> lines{{"lst"},
                                                    {"build", "two-sum", "--tiemout=3s"},
                                                    {"list", "-o", "jsno"},
                                                    {"show", "two-smu"},
                                                    {"show", "./two-sum"},
                                                    {"build"},
                                                    {"build", "two-sum", "--timeout=soon"},
                                                    {"test", "two-sum", "binary.py"},
                                                    {"test", "two-sum", "missing.py"},
                                                    {"test", "two-sum", "--case", "smple-1"},
                                                    {"run"},
                                                    {"run", "--local"}};
  for (const auto& words : lines) text += transcript(cli, words);
  check_golden("errors", text);
}

}  // namespace
}  // namespace algo::test
