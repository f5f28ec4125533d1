#include "cli/cli.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

ProcessSpec with_input(const std::string& text) {
  ProcessSpec spec;
  spec.input = text;
  return spec;
}

TEST_CASE("test --stdin: prints what the solution answers, and nothing else") {
  const Cli cli;
  const std::vector<std::string> words{"test", "two-sum", "--lang=python", "--stdin"};
  const ProcessResult ran = cli.run(with_input("[5, 1, 2]\n3\n"), words);
  CHECK(ran.code == 0);
  CHECK(ran.out == "[1,2]\n");
  CHECK(cli.left_behind().empty());
}

TEST_CASE("test --stdin: what the solution prints is talk") {
  const Cli cli;
  cli.write("s.py", wrong_solution());
  const ProcessResult ran =
      cli.run(with_input("[5, 1, 2]\n3\n"), {"test", "two-sum", "s.py", "--stdin"});
  CHECK(ran.out == "[0,0]\n");
  CHECK(contains(ran.err, "printed:\nlooking at 3\n"));
}

TEST_CASE("test --stdin: a whole program answers with its output") {
  const Cli cli;
  cli.write("s.py", "import sys\nsys.stdout.write(sys.stdin.read().upper())\n");
  const ProcessResult ran =
      cli.run(with_input("a b\nno end"), {"test", "text-frame", "s.py", "--stdin"});
  CHECK(ran.code == 0);
  CHECK(ran.out == "A B\nNO END");
}

TEST_CASE("test --stdin: a solution that fails has no answer") {
  const Cli cli;
  cli.write("s.py",
            "class Solution:\n"
            "    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
            "        return nums[99]\n");
  const ProcessResult ran =
      cli.run(with_input("[5, 1, 2]\n3\n"), {"test", "two-sum", "s.py", "--stdin"});
  CHECK(ran.code == 1);
  CHECK(ran.out.empty());
  CHECK(contains(ran.err, "RTE"));
}

TEST_CASE("test --stdin: input that does not fit") {
  const Cli cli;
  for (const std::string text : {"", "[1, 2]\n", "[1, 2]\n3\n4\n", "[1,\n", "x\n"}) {
    CAPTURE(text);
    const ProcessResult ran =
        cli.run(with_input(text), {"test", "two-sum", "--lang=python", "--stdin"});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(contains(ran.err, "error: "));
  }
}

}  // namespace
}  // namespace algo::test
