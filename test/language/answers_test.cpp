// Languages whose values have no declared type: what is not of the problem's type is refused, by
// name. And how a solution that fails while it is loaded is told.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo::test {

TEST_CASE("driver: python refuses an answer of another type, by name") {
  const Build build(
      "python",
      function_problem("pick", {"integer"}, "integer[]"),
      "class Solution:\n    def pick(self, a):\n        return [None, [1, 'x'], [1.0],"
      " [True, 2], 7, (3, 4), [1 << 70]][a]\n");
  Worker worker(build);
  const auto text = [&worker](int choice) { return worker.ask(Json::array({choice})).text; };
  CHECK(text(0) == "integer[] was expected, not NoneType None");
  CHECK(text(1) == "integer was expected, not str 'x'");
  CHECK(text(2) == "integer was expected, not float 1.0");
  CHECK(worker.ask(Json::array({3})).value == Json::parse("[1, 2]"));
  CHECK(text(4) == "integer[] was expected, not int 7");
  CHECK(worker.ask(Json::array({5})).value == Json::parse("[3, 4]"));
  CHECK(text(6) == "integer was expected, not int 1180591620717411303424");
}

TEST_CASE("driver: rust tells where it panicked, and refuses a character beyond one byte") {
  const Build build("rust",
                    function_problem("pick", {"integer"}, "character[]"),
                    "impl Solution {\n  pub fn pick(a: i32) -> Vec<char> {\n"
                    "    let letters = ['a', '\\u{ff}', '\u00e9', '\\u{100}'];\n"
                    "    if a == 4 { std::thread::spawn(|| panic!(\"aside\")).join().unwrap_err(); "
                    "return vec!['t']; }\n"
                    "    if a == 5 { std::panic::panic_any(5); }\n"
                    "    vec![letters[a as usize]]\n  }\n}\n");
  Worker worker(build);
  CHECK(worker.ask(Json::parse("[1]")).value == Json::parse(R"(["\u00ff"])"));
  CHECK(worker.ask(Json::parse("[3]")).text ==
        "character was expected, not '\u0100', which is beyond one byte");
  CHECK(worker.ask(Json::parse("[6]")).text ==
        "panicked at solution.rs:6:10: index out of bounds: the len is 4 but the index is 6");
  CHECK(worker.ask(Json::parse("[4]")).value == Json::parse(R"(["t"])"));
  CHECK(worker.ask(Json::parse("[5]")).text ==
        "panicked at solution.rs:5:17: a value that is no text");
  CHECK(worker.finish() == 0);
}

TEST_CASE("driver: python reports an error of loading for every case") {
  const Build build(
      "python", two_sum(), "class Solution:\n    def twoSum(self, a, b): pass\n\n1 / 0\n");
  Worker worker(build);
  for (int round = 0; round < 2; ++round) {
    CHECK(worker.ask(Json::parse("[[], 1]")).text == "ZeroDivisionError: division by zero");
  }
  CHECK(worker.err().find("File \"solution.py\", line 4") != std::string::npos);
}

}  // namespace algo::test
