#include "judge/compile.h"

#include "base/error.h"
#include "support/fake_sandbox.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

namespace algo::judge {
namespace {

using result::Verdict;
using sandbox::Stop;
using std::chrono::seconds;
using test::FakeProcess;
using test::FakeSandbox;

sandbox::Ended used(sandbox::Ended ended, seconds cpu, seconds wall) {
  ended.usage.cpu = cpu;
  ended.usage.wall = wall;
  return ended;
}

spec::Recipe recipe(std::size_t commands) {
  spec::Recipe recipe;
  recipe.identify = {"cc", "--version"};
  recipe.compile.assign(commands, {"cc", "solution.c"});
  recipe.compile_time = seconds(10);
  return recipe;
}

FakeProcess ends(const sandbox::Ended& ended, const char* log = "") {
  return {.start = {.out = log, .end = ended}, .replies = {}};
}

Compiled compile(FakeSandbox& box, std::size_t commands) {
  const Interrupt never;
  return compile(box, recipe(commands), {}, never, [](std::string_view) {});
}

TEST_CASE("compile: how the compiler ended decides whose fault it is") {
  struct Row {
    sandbox::Ended ended;
    Verdict verdict;
    const char* cause;
    const char* says;
  };
  const Row rows[] = {
      {test::exited(0), Verdict::kAC, "", ""},
      {test::exited(1), Verdict::kCE, "compiler", ""},
      {test::signalled(SIGSEGV), Verdict::kCE, "compiler", "signal 11"},
      {used(test::stopped(Stop::kCpuLimit), seconds(10), seconds(11)),
       Verdict::kCE,
       "time",
       "more than 10 s of CPU time"},
      {used(test::stopped(Stop::kWallLimit), seconds(2), seconds(50)),
       Verdict::kIE,
       "busy",
       "given up after 50 s in which it got only 2 s of CPU time"},
      {test::stopped(Stop::kMemoryLimit), Verdict::kCE, "compiler", "needed more than"},
      {test::stopped(Stop::kForbidden), Verdict::kCE, "compiler", "forbidden act"}};
  for (const Row& row : rows) {
    CAPTURE(row.says);
    FakeSandbox box({ends(test::exited(0), "cc 1.0\n"), ends(row.ended, "log")});
    const Compiled compiled = compile(box, 1);
    CHECK(compiled.ruling.verdict == row.verdict);
    CHECK(compiled.ruling.cause == row.cause);
    CHECK(compiled.result.ok == (row.verdict == Verdict::kAC));
    CHECK(compiled.result.compiler == "cc 1.0");
    CHECK(compiled.result.log == "log");
    CHECK(compiled.result.message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("compile: a missing compiler is told with what to install, or that the image needs it") {
  struct Row {
    bool image;
    std::string next;
  };
  spec::Recipe missing = recipe(1);
  missing.language = "c";
  missing.package = "gcc";
  const Interrupt never;
  for (const Row& row : {Row{false, "install the package gcc"},
                         Row{true, "name an image that has it: --image=IMAGE"}}) {
    FakeSandbox box({ends(test::stopped(Stop::kNotStarted))});
    try {
      static_cast<void>(
          compile(box, missing, {.image = row.image}, never, [](std::string_view) {}));
      FAIL("compiled without a compiler");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kEnvironment);
      CHECK(std::string(error.what()).find("cc cannot be started") != std::string::npos);
      CHECK(error.next() == row.next);
    }
  }
}

TEST_CASE("compile: all commands share the CPU time, and the clock is far more patient") {
  FakeSandbox box({ends(test::exited(0)),
                   ends(used(test::exited(0), seconds(4), seconds(45))),
                   ends(test::exited(0))});
  CHECK(compile(box, 2).result.ok);
  REQUIRE(box.limits.size() == 3);
  CHECK(box.limits[1].cpu == seconds(10));
  CHECK(box.limits[2].cpu == seconds(6));
  for (const sandbox::Limits& limits : box.limits) CHECK(limits.wall >= limits.cpu * 5);
}

}  // namespace
}  // namespace algo::judge
