#include "judge/worker.h"

#include "support/fake_sandbox.h"

#include <doctest/doctest.h>

#include <csignal>

namespace algo::judge {
namespace {

using result::Verdict;
using test::FakeProcess;
using test::FakeReply;
using test::FakeSandbox;
using test::framed;

// int f(int): the answer frame of a value is status 0 and eight bytes.
spec::Function identity() {
  spec::Function function;
  function.call.name = "f";
  spec::Param param;
  param.name = "x";
  param.type = {spec::Type::Base::kInteger, 0};
  function.call.params = {param};
  function.call.returns = param.type;
  return function;
}

std::string value_frame(char value) {
  return framed(std::string(1, '\0') + value + std::string(7, '\0'));
}

RunPlan plan() {
  RunPlan plan;
  plan.limits.cpu = std::chrono::seconds(1);
  plan.limits.wall = std::chrono::seconds(3);
  plan.limits.memory = 1 << 20;
  plan.output = 1000;
  plan.out_of_memory_marks = {"bad_alloc"};
  return plan;
}

FakeReply loaded() {
  return {.answers = framed("")};
}

struct Asked {
  Outcome outcome;
  bool alive;
};

Asked ask_once(FakeProcess process) {
  FakeSandbox box({std::move(process)});
  const Interrupt never;
  const RunPlan run_plan = plan();
  Worker worker(box, run_plan, never);
  Outcome outcome = worker.ask(identity(), Json::array({7}));
  return {std::move(outcome), worker.alive()};
}

TEST_CASE("worker: answers, prints, and is used again") {
  FakeProcess process{.start = loaded(),
                      .replies = {{.answers = value_frame(7), .out = "one"},
                                  {.answers = value_frame(8), .err = "two"}}};
  FakeSandbox box({process});
  const Interrupt never;
  const RunPlan run_plan = plan();
  Worker worker(box, run_plan, never);

  const Outcome first = worker.ask(identity(), Json::array({7}));
  CHECK(first.ruling.verdict == Verdict::kAC);
  CHECK(*first.answer == Json(7));
  CHECK(first.out == "one");

  const Outcome second = worker.ask(identity(), Json::array({8}));
  CHECK(*second.answer == Json(8));
  CHECK(second.out.empty());
  CHECK(second.err == "two");
  CHECK(worker.alive());
  CHECK(worker.cases() == 2);
  CHECK(box.commands.size() == 1);
}

TEST_CASE("worker: the limits of a case are armed when it is not over at once") {
  FakeProcess process{.start = loaded(),
                      .replies = {{.answers = value_frame(7)},
                                  {.answers = value_frame(8), .late = true},
                                  {.end = test::exited(3), .late = true}}};
  FakeSandbox box({process});
  const Interrupt never;
  const RunPlan run_plan = plan();
  Worker worker(box, run_plan, never);

  CHECK(*worker.ask(identity(), Json::array({7})).answer == Json(7));
  const int after_first = box.arms;  // 0, unless something else took the processor meanwhile
  CHECK(*worker.ask(identity(), Json::array({8})).answer == Json(8));
  CHECK(box.arms == after_first + 1);
  CHECK(worker.ask(identity(), Json::array({9})).ruling.cause == "exit:3");
  CHECK(box.arms == after_first + 2);
}

TEST_CASE(
    "worker: nothing more is waited for when the end is told after the streams are at theirs") {
  const FakeReply crash{.end = test::signalled(SIGSEGV), .end_is_told_late = true};
  FakeSandbox box({{.start = loaded(), .replies = {crash}}});
  const Interrupt never;
  const RunPlan run_plan = plan();
  Worker worker(box, run_plan, never);
  CHECK(worker.ask(identity(), Json::array({7})).ruling.cause == "signal:SIGSEGV");
  CHECK(box.arms == 0);
}

TEST_CASE("worker: every way of not answering has its verdict") {
  struct Row {
    const char* name;
    FakeProcess process;
    Verdict verdict;
    const char* cause;
  };
  const std::string exception = framed(std::string(1, '\x01') + "ValueError: no");
  const std::string no_memory = framed(std::string(1, '\x02') + "MemoryError");
  const std::string huge = std::string("\xff\xff\xff\x7f", 4);
  const Row rows[] = {
      {"exits before loading", {.start = {.end = test::exited(3)}}, Verdict::kRTE, "exit:3"},
      {"answers before it is asked",
       {.start = {.answers = value_frame(7)}},
       Verdict::kRTE,
       "answered-early"},
      {"exits cleanly without an answer",
       {.start = loaded(), .replies = {{.end = test::exited(0)}}},
       Verdict::kRTE,
       "exit:0"},
      {"crashes",
       {.start = loaded(), .replies = {{.end = test::signalled(SIGSEGV)}}},
       Verdict::kRTE,
       "signal:SIGSEGV"},
      {"runs out of memory",
       {.start = loaded(), .replies = {{.err = "std::bad_alloc", .end = test::signalled(SIGABRT)}}},
       Verdict::kMLE,
       "allocation"},
      {"raises",
       {.start = loaded(), .replies = {{.answers = exception}}},
       Verdict::kRTE,
       "exception"},
      {"raises for memory",
       {.start = loaded(), .replies = {{.answers = no_memory}}},
       Verdict::kMLE,
       "allocation"},
      {"answers twice",
       {.start = loaded(), .replies = {{.answers = value_frame(7) + value_frame(7)}}},
       Verdict::kRTE,
       "answered-twice"},
      {"claims a huge answer",
       {.start = loaded(), .replies = {{.answers = huge}}},
       Verdict::kOLE,
       "answer"},
      {"prints too much",
       {.start = loaded(), .replies = {{.out = std::string(1001, 'x')}}},
       Verdict::kOLE,
       "output"},
      {"answers another type",
       {.start = loaded(), .replies = {{.answers = framed(std::string(1, '\0') + "x")}}},
       Verdict::kRTE,
       "malformed-answer"},
      {"answers, then crashes",
       {.start = loaded(),
        .replies = {{.answers = value_frame(7), .end = test::signalled(SIGABRT)}}},
       Verdict::kRTE,
       "signal:SIGABRT"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Asked asked = ask_once(row.process);
    CHECK(asked.outcome.ruling.verdict == row.verdict);
    CHECK(asked.outcome.ruling.cause == row.cause);
    CHECK_FALSE(asked.outcome.answer.has_value());
  }
}

TEST_CASE("worker: what the kernel measured decides even when an answer came") {
  struct Row {
    sandbox::Usage usage;
    Verdict verdict;
  };
  const Row rows[] = {
      {{.cpu = std::chrono::milliseconds(1001)}, Verdict::kTLE},
      {{.peak_memory = (1 << 20) + 1}, Verdict::kMLE},
      {{.cpu = std::chrono::milliseconds(1000), .peak_memory = 1 << 20}, Verdict::kAC},
  };
  for (const Row& row : rows) {
    const Asked asked =
        ask_once({.start = loaded(), .replies = {{.answers = value_frame(7), .usage = row.usage}}});
    CHECK(asked.outcome.ruling.verdict == row.verdict);
    CHECK(asked.alive == (row.verdict == Verdict::kAC));
  }
}

}  // namespace
}  // namespace algo::judge
