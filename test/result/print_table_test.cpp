#include "base/text.h"
#include "result/print.h"
#include "result/sample_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace algo::result {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using test::case_with;

const Screen kWide{};
const Screen kNarrow{{}, 60};

CaseResult judged(const std::string& name, Verdict verdict, const std::string& cause = "") {
  CaseResult one = case_with(name, verdict);
  one.time = nanoseconds(118'000);
  one.memory = 6'396'314;
  one.cause = cause;
  return one;
}

std::size_t widest(const std::string& text) {
  std::size_t widest = 0;
  for (const std::string& line : split(text, '\n')) widest = std::max(widest, columns(line));
  return widest;
}

// Bytes by which a solution could move the cursor, change colours or ring the bell.
bool is_harmless(const std::string& text) {
  return std::none_of(text.begin(),
                      text.end(),
                      [](char c) {
                        const auto code = static_cast<unsigned char>(c);
                        return (code < 0x20 && c != '\n') || code == 0x7f;
                      }) &&
         text.find("\xc2\x9b") == std::string::npos;
}

const std::string kHostile =
    "\x1b[2J\x1b]0;title\x07\r\b\x7f\xc2\x9b"
    "31m\xff\x0e tail";
const std::string kDefused =
    "\\x1b[2J\\x1b]0;title\\x07\\x0d\\x08\\x7f\\x9b31m\xef\xbf\xbd\\x0e tail";

TEST_CASE("CaseTable: the columns stand below their heads") {
  const CaseTable table(8, kWide);
  CHECK(table.header() == "  CASE      VERDICT      TIME    MEMORY\n");
  CHECK(table.row(judged("sample-1", Verdict::kAC)) == "  sample-1  AC         118 µs   6.1 MiB\n");
  CHECK(table.row(judged("large-3", Verdict::kRTE, "signal:SIGSEGV")) ==
        "  large-3   RTE        118 µs   6.1 MiB  signal:SIGSEGV\n");
  CHECK(table.row(case_with("rest", Verdict::kSkip)) ==
        "  rest      SKIP            -         -\n");
}

TEST_CASE("CaseTable: stays aligned with names of any script") {
  const CaseTable table(12, kWide);
  const std::size_t width = columns(table.header());
  for (const std::string name : {"a",
                                 "ascii-name",
                                 "größe",
                                 "日本語",
                                 "日本語日本語",
                                 "日本語日本語日本語",
                                 "😀😀",
                                 "e\xcc\x81t\x65\xcc\x81",
                                 "much-longer-than-the-column",
                                 "\xff\xff",
                                 "\x1b[2J"}) {
    CAPTURE(name);
    CHECK(columns(table.row(judged(name, Verdict::kAC))) == width);
    CHECK(columns(table.row(judged(name, Verdict::kTLE))) == width);
  }
}

TEST_CASE("CaseTable: cuts long names and marks the cut") {
  CHECK(CaseTable(10, kWide).row(judged("abcdefghijk", Verdict::kAC)) ==
        "  abcdefghi…  AC         118 µs   6.1 MiB\n");
  // A width from outside cannot make it huge.
  CHECK(CaseTable(SIZE_MAX, kWide).header().size() < 200);
  CHECK(CaseTable(0, kWide).header() == CaseTable(8, kWide).header());
}

TEST_CASE("CaseTable: fits the screen") {
  const std::string cause(200, 'c');
  for (const std::size_t width : {40U, 50U, 60U, 80U, 132U, 300U}) {
    CAPTURE(width);
    const CaseTable table(64, Screen{{}, width});
    CHECK(widest(table.header()) <= width);
    CHECK(widest(table.row(judged(std::string(64, 'n'), Verdict::kRTE, cause))) <= width);
    CHECK(widest(table.row(judged("日本語日本語日本語", Verdict::kRTE, "日本語" + cause))) <=
          width);
  }
  CHECK(CaseTable(8, kNarrow).row(judged("a", Verdict::kRTE, cause)) ==
        "  a         RTE        118 µs   6.1 MiB  cccccccccccccccccc…\n");
  // Too small for anything: no endless loop, and still one line.
  CHECK(CaseTable(64, Screen{{}, 1}).row(judged("a", Verdict::kRTE, cause)).size() < 60);
}

TEST_CASE("CaseTable: an accepted case shows its note, a failed one its cause") {
  CaseResult one = judged("a", Verdict::kAC, "");
  one.note = "passes alone: state leaks between cases";
  CHECK(CaseTable(8, kWide).row(one).ends_with("MiB  passes alone: state leaks between cases\n"));
  one.verdict = Verdict::kWA;
  one.cause = "answer";
  CHECK(CaseTable(8, kWide).row(one).ends_with("MiB  answer\n"));
}

TEST_CASE("table, blocks and final line: escapes only of our own, and only with colour") {
  Report report = test::sample_report();
  CaseResult& one = report.cases[1];
  one.name = one.cause = one.note = one.out.text = one.err.text = kHostile + "\n" + kHostile;
  one.difference = Difference{kHostile, kHostile, kHostile, kHostile};
  report.compile.message = report.compile.compiler = report.compile.log = kHostile;
  for (const Verdict verdict : test::all_verdicts()) {
    one.verdict = report.verdict = verdict;
    report.cause = kHostile;
    const auto everything = [&](const Screen& screen) {
      CompileResult silent = report.compile;
      silent.message.clear();
      return CaseTable(8, screen).header() + CaseTable(8, screen).row(one) +
             failure_block(one, 2, 3, screen) + compile_block(report.compile, screen) +
             compile_block(silent, screen) + final_line(report, "kubectl algo", screen);
    };
    CAPTURE(words(verdict).code);
    CHECK(is_harmless(everything(kWide)));
    CHECK(is_harmless(everything(kNarrow)));
    std::string painted = everything(Screen{{true}, 0});
    CHECK(painted.find("\x1b[") != std::string::npos);
    for (const char* sequence : {"\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"}) {
      painted = replace_all(painted, sequence, "");
    }
    CHECK(painted == everything(kWide));
  }
}

TEST_CASE("table, blocks and final line: a name of several lines is shown on one") {
  Report report = test::sample_report();
  report.cases[1].name = "a\nAC  3 of 3";
  const CaseResult& one = report.cases[1];
  CHECK(CaseTable(20, kWide).row(one).starts_with("  a AC  3 of 3"));
  CHECK(failure_block(one, 2, 3, kWide).starts_with("WA  a AC  3 of 3  (case 2 of 3)\n"));
  CHECK(final_line(report, "", kWide) == "WA  1 of 3 · first failure a AC  3 of 3\n");
}

TEST_CASE("failure_block: a wrong answer") {
  const Report report = test::sample_report();
  CHECK(failure_block(report.cases[1], 12, 14, kWide) ==
        "WA  large-3  (case 12 of 14)\n"
        "    input     nums = [3, 3, 8, … 9997 more], target = 6\n"
        "    expected  [0, 1]\n"
        "    got       [1, 1]\n"
        "    differs   at [0]: expected 0, got 1\n"
        "    printed   debug: i = 1\n"
        "                  tab\n"
        "              … (69983 more bytes)\n"
        "    stderr    \\x1b[2Jwarning\n"
        "    note      fails alone too\n");
}

TEST_CASE("failure_block: says why, for each verdict that has no answer to compare") {
  struct Row {
    Verdict verdict;
    const char* cause;
    const char* line;
  };
  for (const Row& row : {Row{Verdict::kTLE, "cpu", "time limit exceeded (cpu) after 118 µs"},
                         Row{Verdict::kILE, "wall", "idle limit exceeded (wall) after 3 s"},
                         Row{Verdict::kMLE, "peak", "memory limit exceeded (peak) at 6.1 MiB"},
                         Row{Verdict::kOLE, "stdout", "output limit exceeded (stdout)"},
                         Row{Verdict::kRTE, "exit:3", "run-time error (exit:3)"},
                         Row{Verdict::kRTE, "", "run-time error"},
                         Row{Verdict::kSEC, "syscall:ptrace", "forbidden act (syscall:ptrace)"},
                         Row{Verdict::kIE, "", "the judge's own error"}}) {
    CaseResult one = judged("a", row.verdict, row.cause);
    one.wall = milliseconds(3'000);
    one.difference = Difference{"in", "out", "", ""};
    CHECK(failure_block(one, 1, 1, kWide) == std::string(words(row.verdict).code) +
                                                 "  a  (case 1 of 1)\n    cause     " + row.line +
                                                 "\n    input     in\n    expected  out\n");
  }
}

TEST_CASE("failure_block: long texts are cut to the screen and to a dozen lines, and say so") {
  CaseResult one = judged("a", Verdict::kWA);
  for (int i = 1; i <= 30; ++i) one.out.text += "line " + std::to_string(i) + "\n";
  one.out.bytes = one.out.text.size();
  one.difference = Difference{
      std::string(500, 'i'), std::string(500, 'e'), "日本語" + std::string(500, 'g'), ""};
  const std::string block = failure_block(one, 1, 1, kNarrow);
  CHECK(widest(block) <= 60);
  CHECK(block.find("    input     " + std::string(45, 'i') + "…\n") != std::string::npos);
  CHECK(block.find("    got       日本語" + std::string(39, 'g') + "…\n") != std::string::npos);
  CHECK(block.ends_with("              line 12\n              … 18 more lines\n"));
}

TEST_CASE("failure_block: the output of a solution stays in its place") {
  CaseResult one = judged("a", Verdict::kWA);
  one.out.text = kHostile + "\nWA  b  (case 2 of 2)";
  one.out.bytes = one.out.text.size();
  CHECK(failure_block(one, 1, 1, kWide) == "WA  a  (case 1 of 1)\n    printed   " + kDefused +
                                               "\n              WA  b  (case 2 of 2)\n");
}

TEST_CASE("compile_block: the clear line, or else what the compiler said") {
  CompileResult compile;
  compile.message = "solution.go:3: found func f(), expected func g()";
  compile.compiler = "go version go1.19.8";
  CHECK(compile_block(compile, kWide) == "CE  solution.go:3: found func f(), expected func g()\n");
  compile.message.clear();
  compile.log = "a.go:1: x\na.go:2: y\n";
  CHECK(compile_block(compile, kWide) ==
        "CE  go version go1.19.8 says\n    a.go:1: x\n    a.go:2: y\n");
  compile.log_truncated = true;
  CHECK(compile_block(compile, kWide).ends_with("a.go:2: y\n    … (the log was longer)\n"));
  compile.timed_out = true;
  compile.time = milliseconds(30'000);
  compile.log.clear();
  CHECK(compile_block(compile, kWide) == "CE  the compiler was stopped after 30 s\n");
  compile = {};
  CHECK(compile_block(compile, kWide) == "CE  the compiler says\n");
}

TEST_CASE("spread_line: names the case whose runs were furthest apart") {
  Report report = test::sample_report();
  CHECK(spread_line(report) ==
        "runs: 3 of each case; furthest apart: large-3, 3.1 ms to 9 ms, median 3.2 ms\n");
  report.cases[1].spread.reset();
  CHECK(spread_line(report).empty());
}

TEST_CASE("skipped_line: says why cases were not judged, unless that was asked for") {
  struct Row {
    const char* cause;
    int cases;
    const char* line;
  };
  for (const Row& row :
       {Row{"fail-fast", 2, ""},
        Row{"deadline", 0, ""},
        Row{"deadline",
            1,
            "note: 1 case was not judged: the time for all together was over; build with a longer "
            "--timeout\n"},
        Row{"sandbox-lost",
            2,
            "note: 2 cases were not judged: their sandbox was lost and did not come back\n"}}) {
    CAPTURE(row.cause);
    Report report;
    report.cases = {test::case_with("a", Verdict::kAC)};
    for (int i = 0; i < row.cases; ++i) {
      report.cases.push_back(test::case_with("b", Verdict::kSkip));
      report.cases.back().cause = row.cause;
    }
    CHECK(skipped_line(report) == row.line);
  }
}

TEST_CASE("busy_line: speaks up when waiting was a good part of the time, and only then") {
  using std::chrono::milliseconds;
  struct Row {
    milliseconds waited, stolen, wall;
    const char* line;
  };
  for (const Row& row : {Row{milliseconds(0), milliseconds(0), milliseconds(10000), ""},
                         Row{milliseconds(900), milliseconds(0), milliseconds(1000), ""},
                         Row{milliseconds(1500), milliseconds(0), milliseconds(10000), ""},
                         Row{milliseconds(5000),
                             milliseconds(0),
                             milliseconds(10000),
                             "note: the machine was busy: cases waited 5 s of 10 s for a "
                             "processor; their times may "
                             "be too long\n"},
                         Row{milliseconds(0),
                             milliseconds(3000),
                             milliseconds(10000),
                             "note: the machine was busy: cases waited 0 µs of 10 s for a "
                             "processor, and other virtual "
                             "machines took 3 s; their times may be too long\n"}}) {
    Report report;
    report.cases = {test::case_with("a", Verdict::kAC)};
    report.cases.front().waited = row.waited;
    report.cases.front().wall = row.wall;
    report.stolen = row.stolen;
    CHECK(busy_line(report) == row.line);
  }
}

TEST_CASE("final_line: accepted") {
  Report report = test::sample_report();
  report.cases = {judged("a", Verdict::kAC), judged("b", Verdict::kAC)};
  report.cases[1].time = nanoseconds(3'200'000);
  report.total = 2;
  report.verdict = Verdict::kAC;
  CHECK(final_line(report, "again", kWide) ==
        "AC  2 of 2 · slowest 3.2 ms of 1 s · peak 6.1 MiB of 128 MiB\n");
}

TEST_CASE("final_line: what failed first, and how to see it again") {
  Report report = test::sample_report();
  CHECK(final_line(report, "", kWide) == "WA  1 of 3 · first failure large-3\n");
  CHECK(final_line(report, "kubectl algo test", kWide) ==
        "WA  1 of 3 · first failure large-3 · again: kubectl algo test\n");
  report.complete = false;
  CHECK(final_line(report, "", kWide) == "WA  1 of 3 · stopped after 3 · first failure large-3\n");
}

TEST_CASE("final_line: without any case") {
  Report report = test::sample_report();
  report.cases.clear();
  report.verdict = Verdict::kCE;
  CHECK(final_line(report, "x", kWide) == "CE  compile error · again: x\n");
  report.verdict = Verdict::kIE;
  report.cause = "the disk\nis full\x1b[2J";
  CHECK(final_line(report, "x", kWide) == "IE  0 of 3 · the disk is full\\x1b[2J\n");
  report.verdict = Verdict::kSkip;
  report.complete = false;
  CHECK(final_line(report, "x", kWide) == "SKIP  0 of 3 · stopped after 0\n");
}

}  // namespace
}  // namespace algo::result
