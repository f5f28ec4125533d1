#include "base/error.h"
#include "sandbox/box.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <csignal>

using algo::Error;
using algo::sandbox::Stop;
using algo::test::Box;
using algo::test::Outcome;
using namespace std::chrono_literals;

TEST_CASE("processes: a fork bomb is bounded and leaves nothing") {
  Box box;
  box.limits.wall = 300ms;
  box.limits.cpu = 10s;
  const Outcome outcome = box.run("processes", {"bomb"});
  CHECK(outcome.ended.stop == Stop::kWallLimit);
}

TEST_CASE("processes: daemons die with the program that started them") {
  Box box;
  const Outcome outcome = box.run("processes", {"daemons"});
  CHECK(outcome.ended.stop == Stop::kExited);
  CHECK(outcome.ended.exit_code == 0);
}

TEST_CASE("processes: a child does not outlive its parent") {
  Box box;
  CHECK(box.run("processes", {"orphan"}).ended.exit_code == 5);
}

TEST_CASE("processes: the helper cannot be signalled") {
  Box box;
  const Outcome outcome = box.run("processes", {"signals"});
  CHECK(outcome.ended.stop == Stop::kExited);
  if (algo::test::hello_of(box, "landlock").find("signals") != std::string::npos) {
    CHECK((static_cast<unsigned>(outcome.ended.exit_code) & 5U) == 0);
  }
  // The helper still works.
  CHECK(box.run("files", {"exit"}).ended.exit_code == 7);
}

TEST_CASE("processes: kill(-1) by the solution hits nobody else") {
  Box box;
  static_cast<void>(box.run("processes", {"kill-all"}));
  CHECK(box.run("files", {"exit"}).ended.exit_code == 7);
}

TEST_CASE("processes: the judge can end a program") {
  Box box;
  box.start("cpu", {"sleep"}, {});
  box.box().kill();
  const auto ended = algo::test::need(box.box().wait(10s));
  CHECK(ended.stop == Stop::kKilled);
  CHECK(box.survivors().empty());
}

TEST_CASE("processes: many programs one after another") {
  Box box;
  for (int i = 0; i < 50; ++i) CHECK(box.run("files", {"exit"}).ended.exit_code == 7);
}

TEST_CASE("processes: a second program at the same time is refused") {
  Box box;
  box.start("cpu", {"sleep"}, {});
  CHECK_THROWS_AS(box.start("cpu", {"sleep"}, {}), Error);
}

TEST_CASE("helper: when it is killed the case is lost, and nothing is left") {
  Box box;
  box.start("cpu", {"sleep"}, {});
  // Starting is not awaited.
  for (int i = 0; i < 10'000 && box.survivors().empty(); ++i) ::usleep(1000);
  REQUIRE(!box.survivors().empty());
  const std::vector<pid_t> below = algo::test::descendants_of(box.helper_pid());
  ::kill(box.helper_pid(), SIGKILL);
  const auto ended = algo::test::need(box.box().wait(10s));
  CHECK(ended.stop == Stop::kLost);
  box.start("files", {"exit"}, {});
  CHECK(algo::test::need(box.box().wait(10s)).stop == Stop::kLost);
  for (const pid_t pid : below) CHECK(algo::test::ends_soon(pid));
}

TEST_CASE("helper: nothing to wait for is an error, not a hang") {
  Box box;
  CHECK_THROWS_AS(static_cast<void>(box.box().wait(1s)), Error);
  CHECK_THROWS_AS(static_cast<void>(box.box().measure()), Error);
}

TEST_CASE("helper: a command that is too long is refused before it is sent") {
  Box box;
  const std::string word(70'000, 'x');
  CHECK_THROWS_AS(box.start("files", {word}, {}), Error);
  CHECK(box.run("files", {"exit"}).ended.exit_code == 7);
}

TEST_CASE("helper: a program that cannot be started says why") {
  Box box;
  const Outcome missing = box.run({.argv = {"/nowhere/program"}, .env = {}, .directory = "/"});
  CHECK(missing.ended.stop == Stop::kNotStarted);
  CHECK(missing.ended.act.find("execve /nowhere/program") == 0);
  const Outcome unknown = box.run({.argv = {"no-such-compiler"}, .env = {}, .directory = "/"});
  CHECK(unknown.ended.stop == Stop::kNotStarted);
  CHECK(unknown.ended.act == "no-such-compiler: not found");
  const Outcome nowhere =
      box.run({.argv = {box.program("files")}, .env = {}, .directory = "/nowhere"});
  CHECK(nowhere.ended.stop == Stop::kNotStarted);
  CHECK(nowhere.ended.act.find("chdir") == 0);
}
