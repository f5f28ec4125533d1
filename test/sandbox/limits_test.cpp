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

TEST_CASE("limits: who asks for too much memory is told no, and the judge is told that") {
  struct Row {
    const char* how;
    const char* mebibytes;
    int exit_code;
    bool refused;
  };
  Box box;
  box.limits.memory = 0;  // what is used does not end it before what is asked for is refused
  const bool listens = algo::test::hello_of(box, "seccomp").starts_with("on: acts are named");
  for (const Row& row : {Row{"malloc", "50", 0, false},
                         Row{"malloc", "1000", 3, true},
                         Row{"grow", "1000", 3, true},
                         Row{"thread", "1000", 3, true},
                         Row{"shared", "1", 3, true}}) {
    CAPTURE(row.how);
    CAPTURE(row.mebibytes);
    const Outcome outcome = box.run("memory", {row.how, row.mebibytes});
    CHECK(outcome.ended.stop == Stop::kExited);
    CHECK(outcome.ended.exit_code == row.exit_code);
    if (listens) CHECK(outcome.ended.memory_refused == row.refused);
  }
}

TEST_CASE("limits: the stack is limited as memory is, not by a crash") {
  Box box;
  box.limits.stack = 0;
  CHECK(box.run("memory", {"stack", "1000"}).ended.stop == Stop::kMemoryLimit);
  CHECK(box.run("memory", {"sparse-stack", "100000"}).ended.stop == Stop::kMemoryLimit);
}

TEST_CASE("limits: SIGKILL by its own hand is not the kernel's for memory") {
  Box box;
  const Outcome outcome = box.run("processes", {"kill-itself"});
  CHECK(outcome.ended.stop == Stop::kSignalled);
  CHECK(outcome.ended.signal == SIGKILL);
  CHECK_FALSE(outcome.ended.out_of_memory);
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
