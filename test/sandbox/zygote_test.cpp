#include "sandbox/box.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

namespace algo::test {
namespace {

using namespace std::chrono_literals;
using sandbox::Stop;

// Copies need a helper that is PID 1; without one every case is started anew.
bool can_copy(Box& box) {
  return hello_of(box, "kill").find("every process of the namespace") != std::string::npos;
}

struct Ran {
  sandbox::Ended ended{};
  std::string out{};
};

Ran run(Box& box, const std::string& what, const std::string& zygote = "works") {
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  REQUIRE(::write(in.write.get(), what.data(), what.size()) >= 0);
  in.write.reset();
  const sandbox::Command command{.argv = {box.program("zygote")},
                                 .env = {},
                                 .directory = box.folder(),
                                 .zygote = {{"ZYGOTE", zygote}}};
  sandbox::Channels channels;
  channels.in = in.read.get();
  channels.out = out.write.get();
  channels.err = out.write.get();
  box.box().spawn(command, box.limits, channels);
  in.read.reset();
  out.write.reset();
  Ran ran{.ended = need(box.box().wait(60s)), .out = std::string(256, '\0')};
  const ssize_t size = ::read(out.read.get(), ran.out.data(), ran.out.size());
  ran.out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return ran;
}

TEST_CASE("zygote: every case is a fresh copy, of which the kernel says how it ended") {
  Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
  const bool copies = can_copy(box);
  for (int i = 0; i < 3; ++i) {
    const Ran ran = run(box, "facts");
    CHECK(ran.ended.copied == copies);
    CHECK(ran.ended.stop == Stop::kExited);
    CHECK(ran.ended.exit_code == 7);
    if (copies) CHECK(ran.out == "runs 1, leads 1, parent 1, open 3\n");
    CHECK(ran.ended.usage.peak_memory > 0);
    CHECK(box.survivors().size() == (copies ? 1 : 0));
  }
  const Ran crash = run(box, "abort");
  CHECK(crash.ended.stop == Stop::kSignalled);
  CHECK(crash.ended.signal == SIGABRT);
}

TEST_CASE("zygote: what it used itself is no case's") {
  Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
  if (!can_copy(box)) return;
  // The program burns 200 ms before it is a zygote.
  for (int i = 0; i < 3; ++i) CHECK(run(box, "facts").ended.usage.cpu < 100ms);
  // It is ended with what this leaves behind.
  const Ran ran = run(box, "orphan");
  CHECK(ran.ended.copied);
  CHECK(ran.ended.usage.cpu < 100ms);
  CHECK(box.survivors().empty());
}

TEST_CASE("zygote: limits hold for copies, and end no more than these") {
  Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
  box.limits.cpu = 100ms;
  box.limits.wall = 2s;
  CHECK(run(box, "burn").ended.stop == Stop::kCpuLimit);
  CHECK(run(box, "sleep").ended.stop == Stop::kWallLimit);
  const Ran ran = run(box, "facts");
  CHECK(ran.ended.copied == can_copy(box));
  CHECK(ran.ended.exit_code == 7);
}

TEST_CASE("zygote: nothing that a case leaves behind lives on, and the next one is as the first") {
  for (const char* what : {"orphan", "hop", "kill", "stop"}) {
    CAPTURE(what);
    Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
    CHECK(run(box, what).ended.copied == can_copy(box));
    // A zygote that is stopped, or dies, may still be there.
    const bool orphans = std::string(what) == "orphan" || std::string(what) == "hop";
    CHECK(box.survivors().size() <= (orphans ? 0U : 1U));
    const Ran ran = run(box, "facts");
    CHECK(ran.ended.exit_code == 7);
    if (std::string(what) != "kill") CHECK(ran.ended.copied == can_copy(box));
  }
}

TEST_CASE("zygote: without one that works, and after a few that were lost, cases start anew") {
  Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
  SUBCASE("one that ends at once") {
    for (int i = 0; i < 5; ++i) {
      const Ran ran = run(box, "facts", "ends");
      CHECK_FALSE(ran.ended.copied);
      CHECK(ran.ended.exit_code == 7);
    }
  }
  SUBCASE("those that cases have ended") {
    // That one is dying may show only when the next case wants a copy, which then starts anew.
    for (int i = 0; i < 6; ++i) CHECK(run(box, "kill").ended.stop == Stop::kExited);
    CHECK_FALSE(run(box, "facts").ended.copied);
  }
}

TEST_CASE("zygote: another program is none of its copies, and finds it gone") {
  Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
  static_cast<void>(run(box, "facts"));
  CHECK(box.run("files", {"exit"}).ended.exit_code == 7);  // and nothing survives it
  CHECK(run(box, "facts").ended.copied == can_copy(box));
}

TEST_CASE("zygote: a copy that is refused memory at once is known for it") {
  Box box(sandbox::Policy::kRun, sandbox::Calls::kRuntime);
  for (int i = 0; i < 20; ++i) {
    const Ran ran = run(box, "allocate");
    CHECK(ran.ended.exit_code == 3);
    CHECK(ran.ended.memory_refused == (hello_of(box, "seccomp").find("on") == 0));
  }
}

}  // namespace
}  // namespace algo::test
