#include "base/json.h"
#include "base/text.h"
#include "command/fake_world.h"
#include "perform.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace algo {
namespace {

using test::FakeWorld;

constexpr auto kPlain = ColorWhen::kNever;

std::string own_problem(const std::string& name) {
  return "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: " + name +
         "}\nspec:\n  title: Mine\n  difficulty: easy\n  tags: [own]\n"
         "  statement: statement.md\n  contract: function\n"
         "  function:\n    name: f\n    params:\n      - {name: n, type: integer, required: true}\n"
         "    returns: integer\n  cases:\n    - {name: one, sample: true, input: [1], output: 2}\n";
}

TEST_CASE("list: every format, and own problems among the built-in ones") {
  FakeWorld world;
  world.environment.variables["ALGO_PATH"] = "mine";
  world.files.write_atomically("mine/abc/problem.yaml", own_problem("abc"));
  world.files.write_atomically("mine/abc/statement.md", "Add one.\n");
  CHECK(perform(ListOp{}, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.out.text.find("NAME") == 0);
  CHECK(world.out.text.find("\nabc ") != std::string::npos);
  CHECK(world.out.text.find("\ntwo-sum ") != std::string::npos);

  world.out.text.clear();
  CHECK(perform(ListOp{Format::kName}, kPlain, world.world) == ExitCode::kAccepted);
  const std::vector<std::string> names = split(world.out.text, '\n');
  CHECK(std::is_sorted(names.begin(), names.end() - 1));

  world.out.text.clear();
  CHECK(perform(ListOp{Format::kJson}, kPlain, world.world) == ExitCode::kAccepted);
  const Json list = parse_json(world.out.text, "list");
  CHECK(list.size() + 1 == names.size());
  CHECK(list.at(0).at("id") == "abc");
  CHECK(list.at(0).at("origin") == "mine");
}

TEST_CASE("list: a broken problem is told, and does not hide the others") {
  FakeWorld world;
  world.environment.variables["ALGO_PATH"] = "mine";
  world.files.write_atomically("mine/abc/problem.yaml", "kind: [");
  CHECK(perform(ListOp{Format::kName}, kPlain, world.world) == ExitCode::kUsage);
  CHECK(world.out.text.find("two-sum\n") != std::string::npos);
  CHECK(world.err.text.find("warning: mine/abc/problem.yaml:1:") == 0);
}

TEST_CASE("show: statement, limits and signatures; and all of it as a document") {
  FakeWorld world;
  CHECK(perform(ShowOp{"two-sum"}, kPlain, world.world) == ExitCode::kAccepted);
  for (const std::string wanted : {"Two Sum  (two-sum, easy)",
                                   "Limits per case: 1 s of CPU time, 128 MiB of memory",
                                   "func twoSum(nums []int, target int)",
                                   "def twoSum(self, nums: List[int], target: int)"}) {
    CAPTURE(wanted);
    CHECK(world.out.text.find(wanted) != std::string::npos);
  }
  world.out.text.clear();
  CHECK(perform(ShowOp{"two-sum", Format::kJson}, kPlain, world.world) == ExitCode::kAccepted);
  const Json json = parse_json(world.out.text, "show");
  CHECK(json.at("statement").get<std::string>().find("target") != std::string::npos);
  CHECK(json.at("signatures").size() == 3);
}

TEST_CASE("show: a problem of one's own, by folder") {
  FakeWorld world;
  world.files.write_atomically("abc/problem.yaml", own_problem("abc"));
  world.files.write_atomically("abc/statement.md", "Add one.\n");
  CHECK(perform(ShowOp{"./abc"}, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.out.text.find("Add one.") != std::string::npos);
}

TEST_CASE("init: writes a stub, never over a solution, and says what to type next") {
  FakeWorld world;
  CHECK(perform(InitOp{"two-sum", "python"}, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.out.text == "two-sum/solution.py\n");
  CHECK(world.err.text == "Next: kubectl algo show two-sum\n      kubectl algo test two-sum\n");
  const std::string path = "two-sum/solution.py";
  CHECK(world.files.read(path, 10000).find("twoSum") != std::string::npos);

  world.files.write_atomically(path, "precious");
  CHECK_THROWS_WITH_AS(static_cast<void>(perform(InitOp{"two-sum", "python"}, kPlain, world.world)),
                       "two-sum/solution.py is there already",
                       Error);
  CHECK(world.files.read(path, 10000) == "precious");

  InitOp forced{"two-sum", "python"};
  forced.force = true;
  CHECK(perform(forced, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.files.read(path, 10000) != "precious");
}

TEST_CASE("init: names the file where `test` would not find it by itself") {
  FakeWorld world;
  CHECK(perform(InitOp{"two-sum", "go", "elsewhere"}, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.err.text.find("test two-sum elsewhere/solution.go\n") != std::string::npos);
  CHECK(perform(InitOp{"two-sum", "go"}, kPlain, world.world) == ExitCode::kAccepted);
  world.err.text.clear();
  CHECK(perform(InitOp{"two-sum", "cpp"}, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.err.text.find("test two-sum two-sum/solution.cpp\n") != std::string::npos);
}

TEST_CASE("build: the same inputs give the same bytes, in a folder named like the problem") {
  FakeWorld one;
  FakeWorld two;
  BuildOp op;
  op.problem = "two-sum";
  CHECK(perform(op, kPlain, one.world) == ExitCode::kAccepted);
  CHECK(perform(op, kPlain, two.world) == ExitCode::kAccepted);
  CHECK(one.files.files() == two.files.files());
  for (const std::string file :
       {"job.yaml", "runner.yaml", "Dockerfile", "test-cases.json", "spec.yaml", "bundle.json"}) {
    CAPTURE(file);
    CHECK(one.files.exists("two-sum.bundle/" + file));
    if (file != "spec.yaml" && file != "bundle.json") {
      CHECK(one.out.text.find("  " + file + " ") != std::string::npos);
    }
  }
  CHECK(one.out.text.find("two-sum.bundle  (reference solution: ") == 0);
  CHECK(one.err.text.find("Next: kubectl algo run two-sum.bundle ") == 0);
}

TEST_CASE("build: limits stand in the Job exactly as they were given") {
  FakeWorld world;
  BuildOp op;
  op.problem = "two-sum";
  op.timeout = std::chrono::seconds(30);
  op.memory_limit = std::uint64_t{134217728};
  op.memory_limit_text = "128Mi";
  op.folder = "out";
  CHECK(perform(op, kPlain, world.world) == ExitCode::kAccepted);
  const std::string job = world.files.read("out/job.yaml", std::size_t{16} << 20U);
  CHECK(job.find("activeDeadlineSeconds: 30\n") != std::string::npos);
  CHECK(job.find("128Mi") != std::string::npos);
  CHECK(world.out.text.find("deadline 30 s · memory 128 MiB") != std::string::npos);
  // 15 cases of a second and more do not fit into it.
  CHECK(world.err.text.find("warning: ") == 0);
}

TEST_CASE("version: the program and the judge inside it") {
  FakeWorld world;
  CHECK(perform(VersionOp{}, kPlain, world.world) == ExitCode::kAccepted);
  CHECK(world.out.text.starts_with("kubectl-algo " ALGO_VERSION "\nalgo-judge "));
  world.out.text.clear();
  CHECK(perform(VersionOp{Format::kJson}, kPlain, world.world) == ExitCode::kAccepted);
  const Json json = parse_json(world.out.text, "version");
  CHECK(json.at("version") == ALGO_VERSION);
  CHECK(json.at("judge").at("sha256").get<std::string>().size() == 64);
}

}  // namespace
}  // namespace algo
