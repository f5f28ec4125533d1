#include "bench/judging.h"

#include "base/files.h"
#include "bench/program.h"
#include "judge/folders.h"
#include "judge/verified_bundle.h"
#include "spec/problem_json.h"

#include <sys/stat.h>

#include <filesystem>
#include <stdexcept>

namespace algo::bench {
namespace {

namespace fs = std::filesystem;

sandbox::LocalHelper launch(const std::string& judge_program, const std::string& out) {
  sandbox::HelperOptions options;
  options.policy = sandbox::Policy::kRun;
  options.run_uid = judge::pick_run_uid();
  options.readable = {out};
  return sandbox::launch_helper(judge_program, {"algo-judge", "sandbox"}, options);
}

}  // namespace

BenchSandbox::BenchSandbox(const std::string& judge_program, const std::string& out)
    : helper_(launch(judge_program, out)) {}

void BenchSandbox::replace() {
  throw std::runtime_error("the sandbox was lost");
}

SharedDir::SharedDir() {
  fs::permissions(dir_.path(), fs::perms(0755));
  fs::permissions(dir_.make_folder("out"), fs::perms(0755));
}

std::string SharedDir::add_program(const std::string& name) const {
  const std::string path = dir_ / ("out/" + name);
  fs::copy_file(std::string(ALGO_BENCH_PROGRAMS) + "/" + name, path);
  fs::permissions(path, fs::perms(0755));
  return path;
}

JudgedTwoSum judge_two_sum(const std::string& programs, const test::TempDir& dir) {
  const std::string bundle = dir / "two-sum.bundle";
  const std::string work = dir.make_folder("work");
  fs::permissions(work, fs::perms(0755));
  static_cast<void>(time_program(
      {programs + "/kubectl-algo", "build", "two-sum", "--lang=cpp", "-o", bundle}, dir.path()));
  const RealFiles files;
  const std::string digest = spec::manifest_digest(
      spec::from_bundle_json(files.read(bundle + "/bundle.json", 1U << 20U), "bundle.json"));

  JudgedTwoSum judged;
  judged.judge_memory = peak_memory_of({programs + "/algo-judge",
                                        "local",
                                        "--bundle=" + bundle,
                                        "--digest=" + digest,
                                        "--work=" + work},
                                       dir.path());
  const judge::VerifiedBundle verified = judge::read_verified_bundle(files, bundle, digest);
  judge::Places places;
  places.out = work + "/out";
  judged.problem = verified.problem;
  for (spec::Case& one : judged.problem.cases) spec::load_case(judged.problem, one);
  judged.out = places.out;
  judged.plan.command = judge::run_command(verified.manifest.recipe, places);
  judged.plan.limits = usual_limits();
  judged.plan.output = verified.problem.limits.output;
  return judged;
}

spec::Problem sum_problem() {
  spec::Problem problem;
  problem.name = "sum";
  problem.contract = spec::Contract::kStdio;
  problem.compare.mode = spec::Compare::Mode::kTokens;
  spec::Case one;
  one.name = "a";
  one.input = "1 2\n";
  one.output = "3\n";
  problem.cases = {one};
  return problem;
}

sandbox::Limits usual_limits() {
  return {.cpu = std::chrono::seconds(1),
          .wall = std::chrono::seconds(3),
          .memory = 128ULL << 20U,
          .data = 256ULL << 20U,
          .file_size = 8ULL << 20U,
          .stack = 128ULL << 20U,
          .processes = 64};
}

}  // namespace algo::bench
