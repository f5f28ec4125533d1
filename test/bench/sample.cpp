#include "bench/sample.h"

#include "base/text.h"
#include "support/process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace algo::bench {
namespace {

using Clock = std::chrono::steady_clock;

double timed(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

std::string human(double microseconds) {
  return human_duration(std::chrono::nanoseconds(static_cast<std::int64_t>(microseconds * 1000)));
}

}  // namespace

double Sample::median() const {
  std::vector<double> sorted = microseconds;
  std::sort(sorted.begin(), sorted.end());
  return sorted[sorted.size() / 2];
}

double Sample::least() const {
  return *std::min_element(microseconds.begin(), microseconds.end());
}
double Sample::most() const {
  return *std::max_element(microseconds.begin(), microseconds.end());
}

Pair measure_in_turn(int rounds,
                     const std::function<void()>& ours,
                     const std::function<void()>& yardstick) {
  Pair pair;
  ours();  // once for the caches
  yardstick();
  for (int i = 0; i < rounds; ++i) {
    pair.ours.microseconds.push_back(timed(ours));
    pair.yardstick.microseconds.push_back(timed(yardstick));
  }
  return pair;
}

std::string show(const Sample& sample) {
  return human(sample.median()) + " (" + human(sample.least()) + "–" + human(sample.most()) + ")";
}

void run_quietly(const std::vector<std::string>& argv, const std::string& folder) {
  const char* path = std::getenv("PATH");
  const test::ProcessResult ran = test::run_process(
      {.argv = argv, .environment = {{"PATH", path}, {"HOME", "/"}}, .directory = folder});
  if (ran.code != 0) throw std::runtime_error(argv[0] + " failed: " + ran.err);
}

void run_bare(const char* program) {
  char* const argv[] = {const_cast<char*>(program), nullptr};
  char* const env[] = {nullptr};
  const pid_t pid = ::vfork();  // NOLINT(*-insecureAPI.vfork): the yardstick itself
  if (pid == 0) {
    ::execve(program, argv, env);
    ::_exit(127);
  }
  int status = 0;
  if (pid < 0 || ::waitpid(pid, &status, 0) < 0)
    throw std::runtime_error("cannot run the yardstick");
}

}  // namespace algo::bench
