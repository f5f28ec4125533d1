// Input that nobody sends by mistake: a verdict or an error that says what happened, never a hang,
// never a lost report.
#include "cli/cli.h"
#include "result/report.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::test {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("bad input: what is no source file is refused by its reason") {
  const Cli cli;
  struct Row {
    const char* name;
    std::string bytes;
    const char* says;
  };
  for (const Row& row : {Row{"elf.py",
                             std::string("\x7f"
                                         "ELF\2\1\1\0\0",
                                         9),
                             "NUL byte at offset 7"},
                         Row{"latin1.py", "# caf\xe9\n", "the byte at offset 5 is not"},
                         Row{"zeros.cpp", std::string(4096, '\0'), "NUL byte at offset 0"},
                         Row{"50mb.py", repeated("x = 1\n", 8'738'134), "larger than the limit"},
                         Row{"blank.go", " \n\t\n", "is empty"}}) {
    CAPTURE(row.name);
    cli.write(row.name, row.bytes);
    for (const char* command : {"test", "build"}) {
      const ProcessResult ran = cli.run({command, "two-sum", row.name});
      CHECK(ran.code == 2);
      CHECK(contains(ran.err, row.name));
      CHECK(contains(ran.err, row.says));
    }
  }
  CHECK(cli.left_behind().empty());
}

TEST_CASE("bad input: a link out of a problem or a bundle is not followed") {
  const Cli cli;
  REQUIRE(cli.run({"build", "two-sum", "--lang=python", "-o", "b"}).code == 0);
  ProcessResult ran =
      cli.shell("ln -sf /etc/passwd b/src/solution.py && \"$ALGO\" run b --local; exit $?");
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "b/src/solution.py"));
  CHECK(contains(ran.err, "links are not followed"));
  CHECK_FALSE(contains(ran.out + ran.err, "root:"));
  ran = cli.shell(
      "mkdir -p p/solutions && ln -s /etc/passwd p/solutions/accepted.py && ln -s /etc/passwd "
      "p/statement.md && cat > p/problem.yaml <<'END'\n"
      "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: p}\n"
      "spec:\n  title: P\n  statement: statement.md\n  contract: stdio\n"
      "  cases: [{name: a, input: \"1\", output: \"1\"}]\n  solutions: [\"solutions/*\"]\n"
      "END\n\"$ALGO\" show ./p; \"$ALGO\" test ./p --lang=python; exit $?");
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "error: "));
  CHECK_FALSE(contains(ran.out + ran.err, "root:"));
}

TEST_CASE("bad input: a case of a hundred megabytes is refused, not loaded") {
  const Cli cli;
  cli.write("p/problem.yaml",
            "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: p}\nspec:\n"
            "  title: P\n  contract: stdio\n  casesFrom: [\"cases/*.in\"]\n");
  cli.write("p/cases/huge.in", std::string(std::size_t{100} << 20U, '7'));
  cli.write("p/cases/huge.ans", "7\n");
  cli.write("s.py", "print(7)\n");
  const ProcessResult ran = cli.run({"test", "./p", "s.py"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "huge.in"));
  CHECK(contains(ran.err, "larger than the limit"));
}

TEST_CASE("bad input: a compiler that prints without end is cut, and said to be") {
  const Cli cli;
  cli.write("flood.cpp",
            repeated("#warning this compiler prints without end\n", 1500) +
                "#error the end\nclass Solution {};\n");
  const ProcessResult ran = cli.run({"test", "two-sum", "flood.cpp", "-o", "json"});
  CHECK(ran.code == 1);
  const result::Report report = result::parse_report(ran.out, "report");
  CHECK(report.verdict == result::Verdict::kCE);
  CHECK(report.complete);
  CHECK(report.compile.log_truncated);
  CHECK(report.compile.log.size() <= std::size_t{64} << 10U);
  CHECK(cli.left_behind().empty());
}

TEST_CASE("bad input: a worker that closes its channels, or answers for itself, gets a verdict") {
  const Cli cli;
  const std::string solution =
      "import os\nclass Solution:\n  def twoSum(self, nums, target):\n    ";
  struct Row {
    const char* name;
    std::string body;
    const char* verdict;
  };
  for (const Row& row : {Row{"closes", "os.closerange(0, 4096)\n    return [0, 1]\n", "RTE"},
                         Row{"twice",
                             "for fd in range(3, 4096):\n"
                             "      try:\n        os.write(fd, bytes(8))\n"
                             "      except OSError:\n        pass\n    return [0, 1]\n",
                             "RTE"},
                         Row{"leaves", "os._exit(0)\n", "RTE"}}) {
    CAPTURE(row.name);
    cli.write("s.py", solution + row.body);
    const ProcessResult ran =
        cli.run({"test", "two-sum", "s.py", "--case=sample-1", "--case=min-size", "-o", "json"});
    CHECK(ran.code == 1);
    const result::Report report = result::parse_report(ran.out, "report");
    CHECK(result::words(report.verdict).code == row.verdict);
    CHECK(report.complete);
    CHECK(report.cases.size() == 2);
  }
  CHECK(cli.left_behind().empty());
}

}  // namespace
}  // namespace algo::test
