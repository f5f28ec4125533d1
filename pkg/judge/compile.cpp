#include "judge/compile.h"

#include "base/error.h"
#include "base/text.h"
#include "judge/watch.h"

#include <algorithm>

namespace algo::judge {
namespace {

constexpr std::size_t kLogBytes = std::size_t{64} << 10U;
constexpr std::uint64_t kProducedBytes = std::uint64_t{256}
                                         << 20U;  // largest file a compiler writes
constexpr std::uint64_t kStackBytes = std::uint64_t{64} << 20U;
constexpr std::uint32_t kProcesses = 256;
// CPU time is what the recipe limits. The clock only ends what would never get it: on a machine
// that many share, a compiler may wait much longer than it works.
constexpr int kWallFactor = 5;
constexpr sandbox::Nanos kLeastWall = std::chrono::seconds(60);

struct Step {
  sandbox::Ended ended{};
  std::string log{};
  std::uint64_t log_bytes = 0;
};

sandbox::Limits compile_limits(const spec::Recipe& recipe, sandbox::Nanos left) {
  sandbox::Limits limits{};
  limits.cpu = left;
  limits.wall = std::max(left * kWallFactor, kLeastWall);
  limits.memory = recipe.compile_memory;
  limits.data = recipe.compile_memory;
  limits.file_size = kProducedBytes;
  limits.stack = kStackBytes;
  limits.processes = kProcesses;
  return limits;
}

// One command, with both its output streams in one log, in the order of writing.
Step run_step(sandbox::Sandbox& box,
              const sandbox::Command& command,
              const sandbox::Limits& limits,
              const Interrupt& interrupt,
              const LogSink& on_log) {
  on_log({});
  Stream log(kLogBytes);
  sandbox::Channels channels{};
  channels.out = log.remote();
  channels.err = log.remote();
  box.spawn(command, limits, channels);
  log.close_remote();
  Watch watch(box, interrupt, {&log});
  while (!watch.ended()) {
    watch.turn(std::chrono::seconds(1));
    if (!watch.ended()) on_log(log.kept());
  }
  Step step;
  step.ended = watch.until_ended();
  step.log_bytes = log.total();
  step.log = log.take();
  return step;
}

std::string identify(sandbox::Sandbox& box,
                     const spec::Recipe& recipe,
                     const Places& places,
                     const Interrupt& interrupt) {
  const sandbox::Command command{
      fill_in(recipe.identify, places), fill_in_values(recipe.compile_env, places), places.tmp};
  const Step step = run_step(
      box, command, compile_limits(recipe, recipe.compile_time), interrupt, [](std::string_view) {
      });
  if (step.ended.stop == sandbox::Stop::kNotStarted) {
    throw Error(ErrorKind::kEnvironment,
                recipe.identify.front() + " cannot be started: it compiles or runs " +
                    recipe.language + " solutions",
                step.ended.act,
                places.image ? "name an image that has it: --image=IMAGE"
                             : "install the package " + recipe.package);
  }
  if (step.ended.stop == sandbox::Stop::kLost) {
    throw Error(ErrorKind::kInternal, "the compiler's sandbox ended before it compiled anything");
  }
  return to_valid_utf8(step.log.substr(0, std::min<std::size_t>(step.log.find('\n'), 200)));
}

std::string why_stopped(const Step& step, const spec::Recipe& recipe) {
  using sandbox::Stop;
  switch (step.ended.stop) {
    case Stop::kExited:
      return "";
    case Stop::kCpuLimit:
      return "compiling used more than " + human_duration(recipe.compile_time) + " of CPU time";
    case Stop::kWallLimit:
      return "compiling was given up after " + human_duration(step.ended.usage.wall) +
             " in which it got only " + human_duration(step.ended.usage.cpu) +
             " of CPU time: the machine was busy with other things, judge again";
    case Stop::kMemoryLimit:
      return "compiling needed more than " + human_bytes(recipe.compile_memory);
    case Stop::kForbidden:
      return "compiling tried a forbidden act: " + step.ended.act;
    case Stop::kSignalled:
      return "the compiler was ended by signal " + std::to_string(step.ended.signal);
    case Stop::kNotStarted:
      return "the compiler did not start: " + step.ended.act;
    case Stop::kLost:
      // As with PodSandbox: nothing but a shortage of memory ends a container from within.
      return "compiling ended its whole container: it needed more memory than that has";
    default:
      return "the compiler was stopped";
  }
}

Ruling rule(const sandbox::Ended& ended) {
  using result::Verdict;
  using sandbox::Stop;
  if (ended.stop == Stop::kExited && ended.exit_code == 0) return {};
  if (ended.stop == Stop::kCpuLimit) return {Verdict::kCE, "time"};
  if (ended.stop == Stop::kWallLimit) return {Verdict::kIE, "busy"};
  return {Verdict::kCE, "compiler"};
}

}  // namespace

std::vector<std::string> fill_in(const std::vector<std::string>& words, const Places& places) {
  std::vector<std::string> filled;
  filled.reserve(words.size());
  for (const std::string& word : words) {
    std::string text = replace_all(word, "{src}", places.src);
    text = replace_all(std::move(text), "{out}", places.out);
    text = replace_all(std::move(text), "{tmp}", places.tmp);
    filled.push_back(replace_all(std::move(text), "{cache}", places.cache));
  }
  return filled;
}

std::map<std::string, std::string> fill_in_values(const std::map<std::string, std::string>& env,
                                                  const Places& places) {
  std::map<std::string, std::string> filled;
  for (const auto& [name, value] : env) filled[name] = fill_in({value}, places).front();
  return filled;
}

sandbox::Command run_command(const spec::Recipe& recipe, const Places& places) {
  return {.argv = fill_in(recipe.run, places),
          .env = fill_in_values(recipe.run_env, places),
          .directory = places.out,
          .zygote = fill_in_values(recipe.zygote_env, places)};
}

Compiled compile(sandbox::Sandbox& box,
                 const spec::Recipe& recipe,
                 const Places& places,
                 const Interrupt& interrupt,
                 const LogSink& on_log) {
  Compiled all;
  result::CompileResult& compiled = all.result;
  sandbox::Nanos cpu{};
  compiled.compiler = identify(box, recipe, places, interrupt);
  const auto env = fill_in_values(recipe.compile_env, places);
  for (const std::vector<std::string>& words : recipe.compile) {
    const sandbox::Nanos left = recipe.compile_time - cpu;
    const sandbox::Command command{
        .argv = fill_in(words, places), .env = env, .directory = places.tmp};
    const Step step = run_step(box, command, compile_limits(recipe, left), interrupt, on_log);
    cpu += step.ended.usage.cpu;
    compiled.time += step.ended.usage.wall;
    compiled.log += to_valid_utf8(step.log);
    compiled.log_truncated = compiled.log_truncated || step.log_bytes > step.log.size();
    compiled.message = why_stopped(step, recipe);
    all.ruling = rule(step.ended);
    compiled.timed_out = all.ruling.cause == "time" || all.ruling.cause == "busy";
    if (all.ruling.verdict != result::Verdict::kAC) return all;
  }
  compiled.ok = true;
  return all;
}

}  // namespace algo::judge
