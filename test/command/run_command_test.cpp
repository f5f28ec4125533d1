#include "command/fake_world.h"
#include "perform.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using test::FakeWorld;

TEST_CASE("run_command: an error is told once: what, why, what to do") {
  FakeWorld world;
  CHECK(run_command({"list", "-o", "jsno"}, world.world) == ExitCode::kUsage);
  CHECK(world.out.text.empty());
  CHECK(world.err.text ==
        "error: --output=jsno\n"
        "  why   known are table, json, yaml, name\n"
        "  do    did you mean json?\n");
}

TEST_CASE("run_command: an unknown problem offers the nearest ones") {
  FakeWorld world;
  CHECK(run_command({"show", "two-smu"}, world.world) == ExitCode::kUsage);
  CHECK(world.err.text.find("there is no problem \"two-smu\"") != std::string::npos);
  CHECK(world.err.text.find("two-sum") != std::string::npos);
}

TEST_CASE("run_command: nobody reads the output any more") {
  FakeWorld world;
  world.out.closed = true;
  CHECK(run_command({"list"}, world.world) == ExitCode::kOutputClosed);
  CHECK(world.err.text.empty());
}

TEST_CASE("run_command: errors have colour where it was asked for") {
  FakeWorld world;
  world.err.columns = 80;
  CHECK(run_command({"show", "nothing-like-it"}, world.world) == ExitCode::kUsage);
  CHECK(world.err.text.find("\x1b[") == 0);
  FakeWorld plain;
  plain.err.columns = 80;
  plain.environment.variables["NO_COLOR"] = "1";
  CHECK(run_command({"show", "nothing-like-it"}, plain.world) == ExitCode::kUsage);
  CHECK(plain.err.text.find("error: ") == 0);
  FakeWorld dumb;
  dumb.err.columns = 80;
  dumb.environment.variables["TERM"] = "dumb";
  CHECK(run_command({"show", "nothing-like-it"}, dumb.world) == ExitCode::kUsage);
  CHECK(dumb.err.text.find("error: ") == 0);
}

TEST_CASE("run_command: help is data, and no error") {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{}, {"help"}, {"--help"}, {"help", "run"}, {"run", "--help"}}) {
    FakeWorld world;
    CHECK(run_command(words, world.world) == ExitCode::kAccepted);
    CHECK(world.out.text.find("kubectl algo") != std::string::npos);
    CHECK(world.err.text.empty());
  }
}

}  // namespace
}  // namespace algo
