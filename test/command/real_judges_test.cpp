#include "real_judges.h"

#include "base/files.h"

#include <doctest/doctest.h>

#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

namespace algo {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

std::string fake_judge() {
  const char* path = std::getenv("FAKE_JUDGE");
  REQUIRE_MESSAGE(path != nullptr, "set FAKE_JUDGE to the program of that name");
  return RealFiles().read(path, std::size_t{64} << 20U);
}

// Runs the fake judge; sends us `signals` SIGINTs when it says that it is ready.
struct Ran {
  JudgeExit exit{};
  std::string output{};
};

Ran run(const std::vector<std::string>& arguments,
        int signals = 0,
        milliseconds patience = seconds(20)) {
  const std::string bytes = fake_judge();
  const RealInterrupts interrupts;
  RealJudges judges(bytes, interrupts, patience);
  Ran ran;
  ran.exit = judges.run(arguments, [&](std::string_view piece) {
    ran.output += piece;
    if (ran.output != "ready") return;
    for (int i = 0; i < signals; ++i) ::raise(SIGINT);
  });
  return ran;
}

bool has_children() {
  return ::waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

TEST_CASE("RealJudges: gives output, complaint and exit code of the judge") {
  const Ran ran = run({"says", "hello\n", "3"});
  CHECK(ran.output == "hello\n");
  CHECK(ran.exit.complaint == "oh");
  CHECK(ran.exit.code == 3);
  CHECK_FALSE(ran.exit.interrupted);
  CHECK_FALSE(has_children());
}

TEST_CASE("RealJudges: takes more output than a pipe holds") {
  CHECK(run({"floods", "3000000"}).output.size() == 3000000);
}

TEST_CASE("RealJudges: the judge gets no environment, no input and a process group of its own") {
  CHECK(run({"environment"}).output == "0 own-group no-input");
}

TEST_CASE("RealJudges: the first Ctrl-C asks the judge to end, and waits for what it says") {
  const Ran ran = run({"obeys"}, 1);
  CHECK(ran.output == "readybye");
  CHECK(ran.exit.interrupted);
  CHECK(ran.exit.code == 0);
}

TEST_CASE("RealJudges: the second Ctrl-C ends it") {
  const Ran ran = run({"stubborn"}, 2);
  CHECK(ran.exit.interrupted);
  CHECK(ran.exit.code == 128 + SIGKILL);
  CHECK_FALSE(has_children());
}

TEST_CASE("RealJudges: a judge that does not end in time is ended") {
  const Ran ran = run({"stubborn"}, 1, milliseconds(50));
  CHECK(ran.exit.interrupted);
  CHECK(ran.exit.code == 128 + SIGKILL);
}

TEST_CASE("RealJudges: does not wait for a process that holds the dead judge's streams") {
  const Ran ran = run({"crowd"}, 1, milliseconds(50));
  CHECK(ran.output == "readybye");
  CHECK(ran.exit.interrupted);
}

TEST_CASE("RealJudges: an exception of the reader ends the judge") {
  const std::string bytes = fake_judge();
  const RealInterrupts interrupts;
  RealJudges judges(bytes, interrupts);
  CHECK_THROWS_AS(
      static_cast<void>(judges.run({"obeys"}, [](std::string_view) { throw OutputClosed{}; })),
      OutputClosed);
  CHECK_FALSE(has_children());
}

TEST_CASE("RealJudges: does not start one after Ctrl-C") {
  const std::string bytes = fake_judge();
  const RealInterrupts interrupts;
  RealJudges judges(bytes, interrupts);
  ::raise(SIGTERM);
  try {
    static_cast<void>(judges.run({"obeys"}, [](std::string_view) {}));
    FAIL("it ran");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInterrupted);
  }
}

TEST_CASE("RealJudges: bytes that are no program are an error, not a judge that failed") {
  const RealInterrupts interrupts;
  RealJudges judges("this is no program", interrupts);
  try {
    static_cast<void>(judges.run({}, [](std::string_view) {}));
    FAIL("it ran");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kEnvironment);
    CHECK(std::string(error.what()) == "cannot start the judge");
  }
  CHECK_FALSE(has_children());
}

TEST_CASE("RealInterrupts: a signal that our caller has us ignore stays ignored") {
  std::signal(SIGHUP, SIG_IGN);
  const RealInterrupts interrupts;
  ::raise(SIGHUP);
  CHECK_FALSE(interrupts.raised());
  std::signal(SIGHUP, SIG_DFL);
}

}  // namespace
}  // namespace algo
