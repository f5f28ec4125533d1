#include "cli/cli.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

struct Row {
  std::vector<std::string> words;
  int code;
};

TEST_CASE("exit codes: verdicts, usage and input") {
  const Cli cli;
  cli.write("right.py", right_solution());
  cli.write("wrong.py", wrong_solution());
  cli.write("broken.py", "class Solution:\n  def twoSum(\n");
  cli.write("empty.py", "");
  cli.write("huge.py", std::string(300000, '#'));
  cli.write("bad/problem.yaml", "kind: [\n");
  cli.write("empty.bundle/file", "");
  const std::vector<Row> rows{{{"list"}, 0},
                              {{"help"}, 0},
                              {{"version"}, 0},
                              {{"test", "two-sum", "right.py"}, 0},
                              {{"test", "two-sum", "wrong.py"}, 1},
                              {{"test", "two-sum", "broken.py"}, 1},
                              {{"nonsense"}, 2},
                              {{"list", "--nonsense"}, 2},
                              {{"show", "nonsense"}, 2},
                              {{"show", "./bad"}, 2},
                              {{"test", "two-sum", "missing.py"}, 2},
                              {{"test", "two-sum", "empty.py"}, 2},
                              {{"test", "two-sum", "huge.py"}, 2},
                              {{"test", "two-sum", "--case=nonsense"}, 2},
                              {{"run", "--local"}, 2},
                              {{"run", "empty.bundle", "--local"}, 2},
                              {{"run", "missing.bundle", "--local"}, 2}};
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const ProcessResult ran = cli.run(row.words);
    CHECK(ran.code == row.code);
    // A verdict is talked about; an error says "error:" once.
    CHECK(contains(ran.err, "error: ") == (row.code == 2));
  }
  CHECK(cli.left_behind().empty());
}

TEST_CASE("exit codes: hostile problems are input errors, not crashes") {
  const Cli cli;
  std::string bomb = "a: &a [x,x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + before + ",*" + before + "]\n";
  }
  const std::vector<std::pair<std::string, std::string>> problems{
      {"deep", std::string(100000, '[')},
      {"bomb", bomb},
      {"tabs", "kind:\n\t- x\n"},
      {"bytes", "kind: \xff\xfe\n"},
      {"large", std::string(std::size_t{20} << 20U, '#')}};
  for (const auto& [name, text] : problems) {
    CAPTURE(name);
    cli.write(name + "/problem.yaml", text);
    const ProcessResult ran = cli.run({"show", "./" + name});
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, "error: "));
    CHECK(contains(ran.err, name + "/problem.yaml"));
  }
}

TEST_CASE("exit codes: a missing toolchain names its package") {
  const Cli cli;
  if (!can_mount()) return;
  cli.write("s.py", right_solution());
  const ProcessResult ran = cli.shell(
      "exec unshare -m sh -c 'for d in /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin "
      "/bin; do if [ -e $d/python3 ]; then mount --bind /dev/null $(readlink -f $d/python3) || "
      "exit 99; fi; done; exec \"$ALGO\" test two-sum s.py'");
  CHECK(ran.code == 4);
  CHECK(contains(ran.err, "error: "));
  CHECK(contains(ran.err, "install the package python3"));
  CHECK(cli.left_behind().empty());
}

}  // namespace
}  // namespace algo::test
