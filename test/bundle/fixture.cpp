#include "bundle/fixture.h"

#include "base/digest.h"
#include "base/files.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

namespace algo::test {
namespace {

constexpr std::uint64_t kMi = std::uint64_t{1} << 20U;

std::map<std::string, std::string> sources(const spec::Problem& /*problem*/,
                                           const std::string& solution) {
  return {{"solution.abc", solution}, {"driver.abc", "run add\n"}};
}

std::string stub(const spec::Problem& /*problem*/) {
  return "stub\n";
}

spec::Recipe recipe(const spec::Problem& /*problem*/) {
  return {.language = "abc",
          .identify = {"abc", "--version"},
          .compile = {{"abc", "check", "{src}/solution.abc"},
                      {"abc", "-o", "{out}/solution", "--tmp={tmp}", "{src}/driver.abc"}},
          .compile_env = {{"ABC_CACHE", "{cache}/abc"}, {"ABC_FLAGS", "-O2 \"$x\""}},
          .run = {"{out}/solution"},
          .compile_time = std::chrono::seconds(10),
          .compile_memory = 512 * kMi,
          .data_overhead = 16 * kMi,
          .package = "abc",
          .solution_file = "solution.abc"};
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace

spec::Problem small_problem() {
  const spec::Type integer{spec::Type::Base::kInteger, 0};
  spec::Problem problem;
  problem.name = "add";
  problem.title = "Add";
  problem.difficulty = "easy";
  problem.statement = "Add two numbers.\n";
  problem.function.call = {
      .name = "add",
      .params = {{.name = "a", .type = integer}, {.name = "b", .type = integer}},
      .returns = integer};
  problem.limits.wall = std::chrono::seconds(3);
  problem.cases = {{.name = "sample-1", .sample = true, .input = Json::array({1, 2}), .output = 3},
                   {.name = "negative", .input = Json::array({-1, -2}), .output = -3}};
  return problem;
}

const language::Language& small_language() {
  static const language::Language language{.id = "abc",
                                           .title = "ABC",
                                           .extension = ".abc",
                                           .image = "abc:1.2",
                                           .runtime_image = "abc-runtime:1.2",
                                           .sources = sources,
                                           .stub = stub,
                                           .recipe = recipe,
                                           .warm_up = warm_up};
  return language;
}

const bundle::Runner& small_runner() {
  static const std::string sha = sha256_hex("judge");
  static const std::string yaml =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: algo-judge-0.1.0-" + sha.substr(0, 8) +
      "\nimmutable: true\nbinaryData:\n  algo-judge: anVkZ2U=\n";
  static const std::string yaml_sha = sha256_hex(yaml);
  static const bundle::Runner runner{.version = "0.1.0",
                                     .platform = "linux/amd64",
                                     .bytes = 5,
                                     .sha256 = sha,
                                     .yaml = yaml,
                                     .yaml_sha256 = yaml_sha};
  return runner;
}

bundle::Bundle small_bundle(const bundle::Options& options) {
  return bundle::make_bundle(
      small_problem(), small_language(), kSolution, options, small_runner(), "0.1.0");
}

bundle::Plan small_plan(const bundle::Options& options) {
  const spec::Problem problem = small_problem();
  return bundle::make_plan(problem,
                           recipe(problem),
                           {.digest = "sha256:" + sha256_hex("contents"), .cases_bytes = 100},
                           options,
                           small_runner(),
                           small_language().image);
}

bundle::PodFiles small_pod_files() {
  return {.input = {{"bundle.json", "{\"schema\": \"x\"}\n"},
                    {"spec.yaml", "kind: Problem\nspec:\n  title: Add\n"},
                    {"test-cases.json", "{\n\"cases\": [\n{\"name\":\"sample-1\"}\n]\n}\n"}},
          .sources = {{"bundle.json", "{\"schema\": \"x\"}\n"}, {"src/solution.abc", kSolution}}};
}

void check_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(ALGO_GOLDEN) + "/" + name;
  RealFiles files;
  if (std::getenv("ALGO_UPDATE_GOLDEN") != nullptr) files.write_atomically(path, actual);
  CAPTURE(path);
  CHECK(files.read(path, kMi) == actual);
}

}  // namespace algo::test
