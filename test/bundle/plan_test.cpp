#include "base/error.h"
#include "bundle/fixture.h"

#include <doctest/doctest.h>

#include <array>
#include <set>

namespace algo::test {
namespace {

using bundle::Options;
using bundle::Plan;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::uint64_t kMi = std::uint64_t{1} << 20U;

Options with_timeout(std::chrono::nanoseconds timeout) {
  return {.timeout = timeout};
}
Options with_memory(std::uint64_t bytes, const std::string& text) {
  return {.memory_limit = bytes, .memory_limit_text = text};
}

ErrorKind refused(const Options& options) {
  try {
    (void)small_plan(options);
  } catch (const Error& error) {
    CHECK_FALSE(error.next().empty());
    return error.kind();
  }
  return ErrorKind::kInternal;
}

TEST_CASE("job_name: at most 40 characters, never a double or trailing hyphen") {
  const std::string digest = "sha256:7f3a2c91aabbccdd";
  struct Row {
    std::string problem;
    std::string name;
  };
  const std::array rows = {
      Row{"two-sum", "two-sum-python-7f3a2c91"},
      Row{"abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrstuvwx-python-7f3a2c91"},
      Row{"abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx-python-7f3a2c91"},
      Row{"abcdefghijklmnopqrstuvw-yz", "abcdefghijklmnopqrstuvw-python-7f3a2c91"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.problem);
    const std::string name = bundle::job_name(row.problem, "python", digest);
    CHECK(name == row.name);
    CHECK(name.size() <= bundle::kMaxJobName);
  }
}

TEST_CASE("make_plan: --timeout is the Job's deadline exactly, the others lie inside it") {
  struct Row {
    int job;
    int pod;
    int judge;
  };
  for (const Row& row : {Row{30, 28, 26}, Row{600, 595, 590}, Row{3, 1, 1}, Row{1, 1, 1}}) {
    CAPTURE(row.job);
    const Plan plan = small_plan(with_timeout(seconds(row.job)));
    CHECK(plan.deadlines.job == seconds(row.job));
    CHECK(plan.deadlines.pod == seconds(row.pod));
    CHECK(plan.deadlines.judge == seconds(row.judge));
  }
}

TEST_CASE("make_plan: refuses a timeout that is no whole number of seconds") {
  for (const std::chrono::nanoseconds timeout : {std::chrono::nanoseconds(0),
                                                 std::chrono::nanoseconds(milliseconds(1500)),
                                                 std::chrono::nanoseconds(milliseconds(500)),
                                                 std::chrono::nanoseconds(seconds(1LL << 31))}) {
    CAPTURE(timeout.count());
    CHECK(refused(with_timeout(timeout)) == ErrorKind::kUsage);
  }
}

TEST_CASE("worst_case: compiling, and every case twice where it may be judged again alone") {
  spec::Problem problem = small_problem();
  spec::Recipe recipe = small_language().recipe(problem);
  CHECK(bundle::worst_case(problem, recipe) == seconds(10 + 2 * 2 * 3));
  problem.contract = spec::Contract::kStdio;
  CHECK(bundle::worst_case(problem, recipe) == seconds(10 + 2 * 3));
  recipe.zygote_env = {{"Z", "1"}};
  CHECK(bundle::worst_case(problem, recipe) == seconds(10 + 2 * 2 * 3));
  recipe.zygote_env.clear();
  problem.limits.wall = std::chrono::nanoseconds::max();
  CHECK(bundle::worst_case(problem, recipe) == seconds(10 + 2 * 24 * 3600));
}

TEST_CASE("make_plan: without --timeout the worst case and the start fit") {
  const Plan plan = small_plan();
  CHECK(plan.deadlines.job == seconds(22 + 120));
  CHECK(plan.deadlines.judge > seconds(22));
  CHECK(plan.warnings.empty());
}

TEST_CASE("make_plan: a default deadline over an hour is cut, with a warning") {
  spec::Problem problem = small_problem();
  problem.limits.wall = std::chrono::hours(1);
  const Plan plan = bundle::make_plan(problem,
                                      small_language().recipe(problem),
                                      {.digest = "sha256:00000000"},
                                      {},
                                      small_runner(),
                                      "abc:1");
  CHECK(plan.deadlines.job == std::chrono::hours(1));
  REQUIRE(plan.warnings.size() == 1);
  CHECK(plan.warnings[0].find("--timeout") != std::string::npos);
}

TEST_CASE("make_plan: warns of a deadline that cannot cover the worst case, and only then") {
  CHECK(small_plan(with_timeout(seconds(22))).warnings.empty());
  const Plan plan = small_plan(with_timeout(seconds(21)));
  REQUIRE(plan.warnings.size() == 1);
  CHECK(plan.warnings[0].find("22s") != std::string::npos);
}

TEST_CASE("make_plan: --memory-limit is the sandbox's limit exactly as given") {
  const Plan plan = small_plan(with_memory(256'000'000, "256M"));
  CHECK(plan.sandbox_memory_text == "256M");
  CHECK(plan.sandbox_memory == 256'000'000);
  CHECK(plan.warnings.empty());
}

TEST_CASE("make_plan: warns when the sandbox cannot hold what the problem allows") {
  CHECK(small_plan(with_memory(160 * kMi, "160Mi")).warnings.empty());
  const Plan plan = small_plan(with_memory(128 * kMi, "128Mi"));
  REQUIRE(plan.warnings.size() == 1);
  CHECK(plan.warnings[0].find("--memory-limit=128Mi") != std::string::npos);
}

TEST_CASE("make_plan: refuses memory in which no container starts") {
  CHECK(refused(with_memory(15 * kMi, "15Mi")) == ErrorKind::kUsage);
}

TEST_CASE("make_plan: without --memory-limit the solution, its runtime and the helper fit") {
  const Plan plan = small_plan();
  CHECK(plan.sandbox_memory == (128 + 16 + 32) * kMi);
  CHECK(plan.sandbox_memory_text == "176Mi");
  CHECK(plan.build_memory_text == "544Mi");
}

TEST_CASE("make_plan: three uids that depend on the digest, none an ordinary person's") {
  std::set<std::uint32_t> seen;
  for (const char* digest : {"sha256:00000000ff", "sha256:00000001ff", "sha256:ffffffff"}) {
    const spec::Problem problem = small_problem();
    const Plan plan = bundle::make_plan(
        problem, small_language().recipe(problem), {.digest = digest}, {}, small_runner(), "abc:1");
    for (const std::uint32_t uid : {plan.uids.build, plan.uids.sandbox, plan.uids.judge}) {
      CHECK(uid >= 20000);
      CHECK(uid < 65000);
      seen.insert(uid);
    }
  }
  CHECK(seen.size() == 9);
}

TEST_CASE("quantity: Mi where exact, else bytes") {
  CHECK(bundle::quantity(128 * kMi) == "128Mi");
  CHECK(bundle::quantity(128 * kMi + 1) == "134217729");
}

}  // namespace
}  // namespace algo::test
