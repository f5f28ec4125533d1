#include "cli/cli.h"
#include "result/report.h"

#include <doctest/doctest.h>

#include <csignal>

namespace algo::test {
namespace {

constexpr int kInterrupted = 130;

// Sends `signal` to the program, once, when `word` has come out.
ProcessSpec interrupting(const std::string& word, int signal, int times = 1) {
  ProcessSpec spec;
  spec.on_output = [word, signal, times, sent = false](
                       pid_t pid, const std::string& out, const std::string& err) mutable {
    if (sent || !contains(out + err, word)) return;
    sent = true;
    for (int i = 0; i < times; ++i) ::kill(pid, signal);
  };
  return spec;
}

TEST_CASE("Ctrl-C: while a case is judged, the report keeps the cases before it") {
  for (const int signal : {SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const Cli cli;
    cli.write("s.py", endless_solution());
    REQUIRE(cli.run({"build", "two-sum", "s.py", "-o", "b"}).code == 0);
    const ProcessResult ran =
        cli.run(interrupting("sample-1 TLE", signal), {"run", "b", "--local"});
    CHECK(ran.code == kInterrupted);
    CHECK(contains(ran.err, "interrupted\n"));
    CHECK(contains(ran.err, "b/result.json"));
    const result::Report report = result::parse_report(cli.read("b/result.json"), "result.json");
    CHECK_FALSE(report.complete);
    CHECK(report.cases.size() >= 1);
    CHECK(report.cases.size() < 15);
    CHECK(cli.left_behind().empty());
  }
}

TEST_CASE("Ctrl-C: a document that was asked for is what there is") {
  const Cli cli;
  cli.write("s.py", endless_solution());
  ProcessSpec spec = interrupting("compiled", SIGINT);
  const ProcessResult ran = cli.run(spec, {"test", "two-sum", "s.py", "-o", "json"});
  CHECK(ran.code == kInterrupted);
  CHECK_FALSE(result::parse_report(ran.out, "report").complete);
  CHECK(cli.left_behind().empty());
}

TEST_CASE("Ctrl-C: at the very start, and while compiling") {
  for (const std::string word : {"s.cpp", "1 case → this machine", "compiling …"}) {
    CAPTURE(word);
    const Cli cli;
    // Takes the compiler some seconds, within its limits for constant expressions.
    cli.write("s.cpp",
              "constexpr long slow() {\n  long s = 0;\n"
              "  for (int i = 0; i < 30; ++i) for (int k = 0; k < 200000; ++k) s += k ^ i;\n"
              "  return s;\n}\nstatic_assert(slow() > 0);\n"
              "class Solution { public: vector<int> twoSum(vector<int>& n, int t) { return {}; } "
              "};\n");
    ProcessSpec spec = interrupting(word, SIGINT);
    spec.on_terminal = true;
    const ProcessResult ran = cli.run(spec, {"test", "two-sum", "s.cpp", "--case=sample-1"});
    CHECK(ran.code == kInterrupted);
    CHECK(contains(ran.out, "interrupted"));
    CHECK(cli.left_behind().empty());
  }
}

TEST_CASE("Ctrl-C: twice ends the judge at once") {
  const Cli cli;
  cli.write("s.py", endless_solution());
  const ProcessResult ran =
      cli.run(interrupting("sample-1 TLE", SIGINT, 2), {"test", "two-sum", "s.py"});
  CHECK(ran.code == kInterrupted);
  CHECK(cli.left_behind().empty());
}

TEST_CASE("Ctrl-C: while waiting for standard input") {
  const Cli cli;
  const ProcessResult ran = cli.shell(
      "mkfifo in; sleep 60 >in & sleeper=$!; "
      "env --default-signal=INT \"$ALGO\" test two-sum --stdin --lang=python <in & "
      "program=$!; while ! grep -q pipe_read /proc/$program/wchan 2>/dev/null && "
      "[ $((n += 1)) -lt 100 ]; do sleep 0.02; done; "
      "kill -INT $program; wait $program; code=$?; kill $sleeper; exit $code");
  CHECK(ran.code == kInterrupted);
  CHECK(cli.left_behind().empty());
}

}  // namespace
}  // namespace algo::test
