#include "base/files.h"
#include "base/json.h"
#include "catalog/catalog.h"
#include "cli/cli.h"
#include "spec/load.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

using Words = std::vector<std::string>;

// Looks at every pair, however early the right one comes.
std::string quadratic_solution() {
  return "class Solution:\n"
         "    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
         "        found = []\n"
         "        for i, a in enumerate(nums):\n"
         "            for j in range(i):\n"
         "                if a + nums[j] == target:\n"
         "                    found = [j, i]\n"
         "        return found\n";
}

Json document(const ProcessResult& ran) {
  return parse_json(ran.out, "stdout");
}

TEST_CASE("bench: tells how the time grows, and draws it") {
  const Cli cli;
  cli.write("slow.py", quadratic_solution());
  const Words words{"bench", "two-sum", "slow.py", "--from=60", "--to=900", "--sizes=6"};
  const ProcessResult ran = cli.run(words);
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("N     FASTEST"));
  CHECK(contains(ran.out, "\n900 "));
  CHECK(contains(ran.out, "\ngrowth    n"));
  CHECK(contains(ran.out, "\nexponent  "));
  CHECK(contains(ran.out, "\nplot      two-sum.bench.svg\n"));
  CHECK(contains(ran.err, "seed 1\n"));
  CHECK(cli.read("two-sum.bench.svg").starts_with("<?xml"));
  CHECK(cli.left_behind().empty());
}

TEST_CASE("bench: the seed and the digest of the inputs make it repeatable") {
  const Cli cli;
  const auto inputs = [&](const std::string& seed) {
    const ProcessResult ran = cli.run({"bench",
                                       "two-sum",
                                       "--lang=python",
                                       "--sizes=2",
                                       "--repeat=2",
                                       "--to=200",
                                       "--seed=" + seed,
                                       "-o",
                                       "json"});
    CHECK(ran.code == 0);
    const Json json = document(ran);
    CHECK(json.at("schema") == "kubectl-algo/growth/v1");
    CHECK(json.at("generator").at("seed") == std::stoi(seed));
    CHECK(json.at("solutions").at(0).at("points").size() == 2);
    CHECK(json.at("solutions").at(0).at("growth").is_null());
    return json.at("generator").at("inputsSha256").get<std::string>();
  };
  const std::string first = inputs("7");
  CHECK(inputs("7") == first);
  CHECK(inputs("8") != first);
}

TEST_CASE("bench: a solution that is too slow stops growing, and that is told") {
  const Cli cli;
  cli.write("s.py", endless_solution());
  const ProcessResult ran = cli.run({"bench", "two-sum", "s.py", "--sizes=2", "--repeat=1"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "error: s.py got through no size\n"));
  CHECK(contains(ran.err, "n = 100: TLE"));
  CHECK_FALSE(cli.exists("two-sum.bench.svg"));
}

TEST_CASE("compare: two solutions on the same inputs; other answers are a failure") {
  const Cli cli;
  cli.write("two-sum/a.py", right_solution());
  cli.write("two-sum/b.py", wrong_solution());
  Words words{"compare", "two-sum/a.py", "two-sum/a.py", "--sizes=3", "--to=300", "--repeat=2"};
  const ProcessResult same = cli.run(words);
  CHECK(same.code == 0);
  CHECK(same.out.starts_with("N     A "));
  words[2] = "two-sum/b.py";
  const ProcessResult other = cli.run(words);
  CHECK(other.code == 1);
  CHECK(contains(other.out, "answers   differ for 6 inputs, the first of them n-100-1\n"));
}

TEST_CASE("bench: a bad generator is an error of the problem, with its place") {
  const Cli cli;
  const auto bench = [&](const std::string& program) {
    cli.write("p/problem.yaml",
              "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: p}\nspec:\n"
              "  title: P\n  contract: function\n  function:\n    name: f\n    params:\n"
              "      - {name: a, type: integer, min: 0, max: 9}\n    returns: integer\n"
              "  cases:\n    - {name: one, input: [1], output: 1}\n"
              "  generator: {file: g.py, from: 1, to: 20}\n");
    cli.write("p/g.py", program);
    cli.write("s.py", "class Solution:\n    def f(self, a: int) -> int:\n        return a\n");
    return cli.run({"bench", "./p", "s.py", "--sizes=2", "--repeat=1"});
  };
  CHECK(bench("print(input().split()[0][:1])").code == 0);
  const ProcessResult large = bench("print(input().split()[0])");
  CHECK(large.code == 2);
  CHECK(contains(large.err, "the input does not fit p: a\n"));
  const ProcessResult broken = bench("raise SystemExit('no idea')");
  CHECK(broken.code == 2);
  CHECK(contains(broken.err, "./p/g.py failed for n-1-1\n"));
  CHECK(contains(broken.err, "no idea"));
  CHECK(contains(bench("print('[')").err, "n-1-1 line 1:1:2"));
}

TEST_CASE("bench: the generator of every problem writes inputs that fit it") {
  const Cli cli;
  RealFiles files;
  const catalog::Catalog catalog(files, "");
  std::size_t tried = 0;
  for (const catalog::Entry& entry : catalog.entries()) {
    CAPTURE(entry.id);
    const auto source = catalog.open(entry.id);
    if (!spec::load_problem(*source, spec::Depth::kHeader).generator) continue;
    const ProcessResult ran =
        cli.run({"bench", entry.id, "--lang=python", "--sizes=2", "--repeat=1", "-o", "json"});
    CHECK(ran.code == 0);
    CHECK(document(ran).at("solutions").at(0).at("points").size() == 2);
    ++tried;
  }
  CHECK(tried >= 12);
}

}  // namespace
}  // namespace algo::test
