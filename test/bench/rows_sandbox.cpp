#include "base/fd.h"
#include "base/text.h"
#include "bench/sample.h"
#include "judge/worker.h"
#include "sandbox/launch.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace algo::bench {
namespace {

const std::string kPrograms = ALGO_BENCH_PROGRAMS;
constexpr uid_t kRunUid = 1'655'000'000;
constexpr int kSpawns = 201;
constexpr int kCases = 2001;
constexpr int kKills = 11;

sandbox::LocalHelper launch(const std::string& programs) {
  sandbox::HelperOptions options;
  options.run_uid = ::geteuid() == 0 ? kRunUid : 0;
  options.readable = {kPrograms};
  return sandbox::launch_helper(programs + "/algo-judge", {"algo-judge", "sandbox"}, options);
}

sandbox::Limits limits() {
  sandbox::Limits limits{};
  limits.cpu = std::chrono::seconds(10);
  limits.wall = std::chrono::seconds(30);
  limits.memory = 64U << 20U;
  limits.data = 64U << 20U;
  limits.file_size = 1U << 20U;
  limits.stack = 8U << 20U;
  limits.processes = 16;
  return limits;
}

sandbox::Ended run_boxed(sandbox::Sandbox& box,
                         const std::string& program,
                         const sandbox::Limits& given) {
  box.spawn({{program}, {}, "/"}, given, {});
  const auto ended = box.wait(std::chrono::seconds(30));
  if (!ended || ended->stop == sandbox::Stop::kNotStarted) throw std::runtime_error("not started");
  return *ended;
}

// The same driver without a sandbox, over bare pipes.
class BareEcho {
 public:
  BareEcho() : requests_(make_pipe()), answers_(make_pipe()) {
    const std::string program = kPrograms + "/algo_bench_echo";
    pid_ = ::fork();
    if (pid_ == 0) {
      // Out of the way of 3 and 4 first: the pipes may lie there.
      const int answers = ::fcntl(answers_.write.get(), F_DUPFD, 100);
      const int requests = ::fcntl(requests_.read.get(), F_DUPFD, 100);
      ::dup2(answers, 3);
      ::dup2(requests, 4);
      ::execl(program.c_str(), program.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    requests_.read.reset();
    answers_.write.reset();
    char loaded[4];
    if (::read(answers_.read.get(), loaded, sizeof loaded) != sizeof loaded) {
      throw std::runtime_error("the bare driver does not start");
    }
  }
  ~BareEcho() {
    requests_.write.reset();
    ::waitpid(pid_, nullptr, 0);
  }
  BareEcho(const BareEcho&) = delete;
  BareEcho& operator=(const BareEcho&) = delete;

  void ask() {
    const char request[12] = {8, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0};
    char answer[13];
    if (::write(requests_.write.get(), request, sizeof request) != sizeof request ||
        ::read(answers_.read.get(), answer, sizeof answer) != sizeof answer) {
      throw std::runtime_error("the bare driver does not answer");
    }
  }

 private:
  Pipe requests_;
  Pipe answers_;
  pid_t pid_ = -1;
};

spec::Function identity() {
  spec::Function function;
  spec::Param param;
  param.name = "x";
  param.type = {spec::Type::Base::kInteger, 0};
  function.call = {"f", {param}, param.type};
  return function;
}

Row stdio_row(sandbox::Sandbox& box) {
  const std::string program = kPrograms + "/algo_bench_trivial";
  const Pair pair = measure_in_turn(
      kSpawns,
      [&] { static_cast<void>(run_boxed(box, program, limits())); },
      [&] { run_bare(program.c_str()); });
  return {"stdio case: one trivial static program in the sandbox",
          show(pair.ours),
          "bare vfork+exec+wait " + show(pair.yardstick),
          "≤ 1.3×, ≤ 0.3 ms more"};
}

Row function_row(sandbox::Sandbox& box) {
  judge::RunPlan plan;
  plan.command = {{kPrograms + "/algo_bench_echo"}, {}, "/"};
  plan.limits = limits();
  plan.output = 1U << 20U;
  const judge::Interrupt never;
  judge::Worker worker(box, plan, never);
  BareEcho bare;
  const spec::Function function = identity();
  const Json input = Json::array({7});
  const Pair pair = measure_in_turn(
      kCases,
      [&] {
        if (!worker.ask(function, input).answer) throw std::runtime_error("no answer");
      },
      [&] { bare.ask(); });
  worker.stop();
  return {"function case in a warm worker, measured and limited",
          show(pair.ours),
          "the same driver over bare pipes " + show(pair.yardstick),
          "≤ 50 µs over the call"};
}

Row kill_row(sandbox::Sandbox& box) {
  sandbox::Limits given = limits();
  given.cpu = std::chrono::milliseconds(100);
  Sample error;
  for (int i = 0; i < kKills; ++i) {
    const sandbox::Ended ended = run_boxed(box, kPrograms + "/algo_bench_loop", given);
    if (ended.stop != sandbox::Stop::kCpuLimit)
      throw std::runtime_error("not stopped by the limit");
    const auto late = ended.usage.cpu - given.cpu;
    error.microseconds.push_back(std::chrono::duration<double, std::micro>(late).count());
  }
  return {"CPU limit of 100 ms: how late it stops a loop", show(error), "–", "≤ 5 ms"};
}

}  // namespace

std::vector<Row> sandbox_rows(const std::string& programs) {
  std::signal(SIGPIPE, SIG_IGN);
  sandbox::LocalHelper helper = launch(programs);
  return {stdio_row(helper.box()), function_row(helper.box()), kill_row(helper.box())};
}

}  // namespace algo::bench
