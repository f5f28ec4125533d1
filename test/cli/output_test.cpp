#include "base/json.h"
#include "cli/cli.h"
#include "result/report.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace algo::test {
namespace {

constexpr const char* kEscape = "\x1b[";

ProcessSpec on_terminal() {
  ProcessSpec spec;
  spec.on_terminal = true;
  return spec;
}

TEST_CASE("output: a pipe gets one plain line per case, and only those") {
  const Cli cli;
  cli.write("s.py", right_solution());
  const ProcessResult ran = cli.run({"test", "two-sum", "s.py", "--case", "sample-1"});
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("sample-1 AC "));
  CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 1);
  CHECK_FALSE(contains(ran.out + ran.err, kEscape));
  CHECK_FALSE(contains(ran.out + ran.err, "\r"));
  CHECK(cli.left_behind().empty());
}

TEST_CASE("output: a terminal gets a table with colours") {
  const Cli cli;
  cli.write("s.py", right_solution());
  const ProcessResult ran = cli.run(on_terminal(), {"test", "two-sum", "s.py"});
  CHECK(ran.code == 0);
  for (const std::string wanted :
       {"CASE", "VERDICT", "TIME", "MEMORY", "compiling …", "15 of 15"}) {
    CAPTURE(wanted);
    CHECK(contains(ran.out, wanted));
  }
  CHECK(contains(ran.out, "\x1b[3"));
}

TEST_CASE("output: NO_COLOR, TERM=dumb and --color") {
  struct Row {
    std::map<std::string, std::string> variables;
    std::vector<std::string> flags;
    bool terminal;
    bool coloured;
  };
  const std::vector<Row> rows{{{}, {}, true, true},
                              {{{"NO_COLOR", "1"}}, {}, true, false},
                              {{{"NO_COLOR", ""}}, {}, true, false},
                              {{{"TERM", "dumb"}}, {}, true, false},
                              {{{"NO_COLOR", "1"}}, {"--color=always"}, true, true},
                              {{}, {"--color=never"}, true, false},
                              {{}, {}, false, false},
                              {{}, {"--color=always"}, false, true}};
  for (const Row& row : rows) {
    Cli cli;
    CAPTURE(row.flags);
    CAPTURE(row.variables);
    for (const auto& [name, value] : row.variables) cli.environment[name] = value;
    std::vector<std::string> words{"show", "no-such-problem"};
    words.insert(words.end(), row.flags.begin(), row.flags.end());
    const ProcessResult ran = cli.run(row.terminal ? on_terminal() : ProcessSpec{}, words);
    CHECK(ran.code == 2);
    CHECK(contains(ran.out + ran.err, kEscape) == row.coloured);
  }
}

TEST_CASE("output: json is the report, byte for byte the result file") {
  const Cli cli;
  cli.write("s.py", wrong_solution());
  const ProcessResult ran =
      cli.run({"test", "two-sum", "s.py", "-o", "json", "--result-file", "r.json"});
  CHECK(ran.code == 1);
  CHECK(ran.out == cli.read("r.json"));
  const result::Report report = result::parse_report(ran.out, "report");
  CHECK(report.verdict == result::Verdict::kWA);
  CHECK(report.complete);
  CHECK(report.cases.size() == 15);
  CHECK(report.cases.front().out.text == "looking at 4\n");
}

TEST_CASE("output: yaml and junit are documents too, also on a terminal's other stream") {
  const Cli cli;
  cli.write("s.py", right_solution());
  const ProcessResult yaml = cli.run({"test", "two-sum", "s.py", "-o", "yaml"});
  CHECK(yaml.code == 0);
  CHECK(contains(yaml.out, "\nverdict: AC\n"));
  const ProcessResult junit = cli.run({"test", "two-sum", "s.py", "-o", "junit"});
  CHECK(junit.out.starts_with("<?xml"));
  CHECK(contains(junit.out, "<testsuite "));
}

TEST_CASE("output: list and show as data") {
  const Cli cli;
  const Json list = parse_json(cli.run({"list", "-o", "json"}).out, "list");
  CHECK(list.size() >= 12);
  const ProcessResult names = cli.run({"list", "-o", "name"});
  CHECK(contains("\n" + names.out, "\ntwo-sum\n"));
  const Json show = parse_json(cli.run({"show", "two-sum", "-o", "json"}).out, "show");
  CHECK(show.contains("statement"));
}

TEST_CASE("output: a reader that leaves ends the program quietly, with nothing left behind") {
  const Cli cli;
  cli.write("s.py", endless_solution());
  const std::string code = "; echo $? >code; } | head -1";
  ProcessResult ran = cli.shell("{ \"$ALGO\" show two-sum -o json" + code);
  CHECK(ran.out == "{\n");
  CHECK(ran.err.empty());
  CHECK(cli.read("code") == "141\n");

  ran = cli.shell("{ \"$ALGO\" test two-sum s.py 2>/dev/null" + code);
  CHECK(ran.out.starts_with("sample-1 TLE "));
  CHECK(cli.read("code") == "141\n");
  CHECK(cli.left_behind().empty());
}

TEST_CASE("output: a full disk behind the output is an error; a closed stderr is none") {
  const Cli cli;
  if (!std::filesystem::exists("/dev/full")) return;
  const ProcessResult full = cli.shell("\"$ALGO\" list >/dev/full");
  CHECK(full.code == 4);
  CHECK(contains(full.err, "error: cannot write the output\n  why   No space left on device"));
  const ProcessResult silent = cli.shell("\"$ALGO\" show nothing-like-it 2>/dev/full");
  CHECK(silent.code == 2);
  CHECK(cli.shell("\"$ALGO\" list -o name >/dev/null 2>&-").code == 0);
}

}  // namespace
}  // namespace algo::test
