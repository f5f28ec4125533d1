#include "cli/cli.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace algo::test {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> processes_with(const std::string& word) {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc")) {
    const std::string pid = entry.path().filename().string();
    if (pid.find_first_not_of("0123456789") != std::string::npos) continue;
    if (pid == std::to_string(::getpid())) continue;
    if (contains(text_of(entry.path() / "cmdline"), word)) found.push_back("process " + pid);
  }
  return found;
}

}  // namespace

Cli::Cli() {
  program_ = variable("ALGO_BINARY", "");
  REQUIRE_MESSAGE(!program_.empty(), "set ALGO_BINARY to the program under test");
  // The sandbox's own user must get through to the folder for temporary files.
  REQUIRE(::chmod(here_.path().c_str(), 0711) == 0);
  const std::string tmp = here_.make_folder("tmp");
  REQUIRE(::chmod(tmp.c_str(), 01777) == 0);
  fs::create_symlink(program_, here_.make_folder("bin") + "/kubectl-algo");
  here_.make_folder("work");
  const std::string path = variable("PATH", "/usr/bin:/bin");
  const std::string home = variable("HOME", "/");
  environment = {{"PATH", (here_ / "bin") + ":" + path},
                 {"HOME", home},
                 {"XDG_CACHE_HOME", variable("XDG_CACHE_HOME", home + "/.cache")},
                 {"TERM", "xterm"},
                 {"TMPDIR", tmp},
                 {"ALGO", here_ / "bin/kubectl-algo"}};
}

ProcessResult Cli::run(const std::vector<std::string>& words) const {
  return run(ProcessSpec{}, words);
}

ProcessResult Cli::run(ProcessSpec spec, const std::vector<std::string>& words) const {
  spec.argv = {here_ / "bin/kubectl-algo"};
  spec.argv.insert(spec.argv.end(), words.begin(), words.end());
  spec.environment.insert(environment.begin(), environment.end());
  if (spec.directory.empty()) spec.directory = here_.path();
  return run_process(spec);
}

ProcessResult Cli::shell(const std::string& script) const {
  ProcessSpec spec;
  spec.argv = {"/bin/sh", "-c", script};
  spec.environment = environment;
  spec.directory = here_.path();
  return run_process(spec);
}

bool Cli::exists(const std::string& name) const {
  return fs::exists(here_ / name);
}

std::vector<std::string> Cli::left_behind() const {
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(here_ / "tmp")) {
    found.push_back(entry.path().string());
  }
  // The kernel takes a moment for the last processes of a namespace that has ended.
  for (int i = 0; i < 200 && !processes_with(here_.path()).empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  for (const std::string& process : processes_with(here_.path())) found.push_back(process);
  return found;
}

std::string right_solution() {
  return "class Solution:\n"
         "    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
         "        seen = {}\n"
         "        for i, x in enumerate(nums):\n"
         "            if target - x in seen: return [seen[target - x], i]\n"
         "            seen[x] = i\n"
         "        return []\n";
}

std::string wrong_solution() {
  return "class Solution:\n"
         "    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
         "        print('looking at', len(nums))\n"
         "        return [0, 0]\n";
}

std::string endless_solution() {
  return "class Solution:\n"
         "    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
         "        while True: pass\n";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool can_mount() {
  ProcessSpec spec;
  spec.argv = {"/bin/sh", "-c", "unshare -m true 2>/dev/null"};
  spec.environment = {{"PATH", "/usr/bin:/bin:/usr/sbin:/sbin"}};
  const bool can = ::geteuid() == 0 && run_process(spec).code == 0;
  if (!can) MESSAGE("skipped: mounting needs root and a mount namespace");
  return can;
}

}  // namespace algo::test
