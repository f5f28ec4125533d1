#include "sandbox/box.h"

#include <doctest/doctest.h>

#include <csignal>

using algo::sandbox::Stop;
using algo::test::Box;
using algo::test::Outcome;
using namespace std::chrono_literals;

TEST_CASE("limits: CPU time is limited however it is used") {
  struct Row {
    const char* how;
    const char* what;
  };
  for (const Row& row : {Row{"user", "a loop"},
                         Row{"syscalls", "system time"},
                         Row{"threads", "two threads"},
                         Row{"ignore", "SIGXCPU and SIGTERM ignored"},
                         Row{"child", "in a child"},
                         Row{"unseen", "in children that are dropped unseen"}}) {
    CAPTURE(row.what);
    Box box;
    box.limits.cpu = 150ms;
    const Outcome outcome = box.run("cpu", {row.how});
    CHECK(outcome.ended.stop == Stop::kCpuLimit);
    CHECK(outcome.ended.usage.cpu >= 150ms);
    CHECK(outcome.ended.usage.cpu < 5s);
  }
}

TEST_CASE("limits: a sleeping program meets the wall limit") {
  Box box;
  box.limits.wall = 50ms;
  const Outcome outcome = box.run("cpu", {"sleep"});
  CHECK(outcome.ended.stop == Stop::kWallLimit);
  CHECK(outcome.ended.usage.wall >= 50ms);
  CHECK(outcome.ended.usage.cpu < 50ms);
}

TEST_CASE("limits: a program within its limits ends by itself") {
  Box box;
  const Outcome outcome = box.run("cpu", {"40ms"});
  CHECK(outcome.ended.stop == Stop::kExited);
  CHECK(outcome.ended.exit_code == 0);
  CHECK(outcome.ended.usage.cpu >= 40ms);
  CHECK(outcome.ended.usage.wall >= 35ms);
}

TEST_CASE("limits: exit code and signal are reported") {
  Box box;
  CHECK(box.run("files", {"exit"}).ended.exit_code == 7);
  const Outcome aborted = box.run("files", {"abort"});
  CHECK(aborted.ended.stop == Stop::kSignalled);
  CHECK(aborted.ended.signal == SIGABRT);
}

TEST_CASE("limits: memory is measured and limited, in any process of the tree") {
  struct Row {
    const char* how;
    const char* mebibytes;
    Stop stop;
  };
  for (const Row& row : {Row{"malloc", "50", Stop::kExited},
                         Row{"malloc", "300", Stop::kMemoryLimit},
                         Row{"child", "300", Stop::kMemoryLimit},
                         Row{"children", "100", Stop::kMemoryLimit}}) {
    CAPTURE(row.how);
    CAPTURE(row.mebibytes);
    Box box;
    const Outcome outcome = box.run("memory", {row.how, row.mebibytes});
    CHECK(outcome.ended.stop == row.stop);
    CHECK(outcome.ended.usage.peak_memory >= 50ULL << 20U);
  }
}

TEST_CASE("limits: RLIMIT_DATA refuses what is far too much") {
  Box box;
  const Outcome outcome = box.run("memory", {"malloc", "1000"});
  CHECK(outcome.ended.stop == Stop::kExited);
  CHECK(outcome.ended.exit_code == 3);
}

TEST_CASE("limits: shared memory, which RLIMIT_DATA does not see, is refused") {
  Box box;
  CHECK(box.run("memory", {"shared", "1"}).ended.exit_code == 3);
}

TEST_CASE("limits: variables too big to start with are a matter of memory, not a crash") {
  Box box;
  box.limits.data = 128ULL << 20U;
  box.limits.memory = 128ULL << 20U;
  CHECK(box.run("bss").ended.stop == Stop::kMemoryLimit);
}

TEST_CASE("limits: the helper's own memory is not the solution's") {
  Box box;
  const Outcome outcome = box.run("files", {"exit"});
  CHECK(outcome.ended.usage.peak_memory > 0);
  CHECK(outcome.ended.usage.peak_memory < 16ULL << 20U);
}

TEST_CASE("limits: a flood of output ends with its reader") {
  Box box;
  algo::Pipe out = algo::make_pipe();
  algo::sandbox::Channels channels;
  channels.out = out.write.get();
  box.start("files", {"flood"}, channels);
  out.write.reset();
  CHECK_FALSE(box.box().wait(20ms).has_value());
  out.read.reset();
  const auto ended = algo::test::need(box.box().wait(10s));
  CHECK(ended.stop == Stop::kSignalled);
  CHECK(ended.signal == SIGPIPE);
}
