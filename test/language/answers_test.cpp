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

TEST_CASE("driver: java refuses what has no form as an answer, by name") {
  const Build build(
      "java",
      function_problem("pick", {"integer"}, "string[]"),
      "public class Solution { public String[] pick(int a) { return new String[][] {\n"
      "null, {\"a\", null}, {\"\\ud83d\"}, {\"\\udc0e\\ud83d\"}, "
      "{\"\\ud83d\\udc0e\"}}[a]; } }");
  Worker worker(build);
  const auto text = [&worker](int choice) { return worker.ask(Json::array({choice})).text; };
  CHECK(text(0) == "String[] was expected, not null");
  CHECK(text(1) == "String was expected, not null");
  CHECK(text(2) == "string with half of a surrogate pair at index 0");
  CHECK(text(3) == "string with half of a surrogate pair at index 0");
  CHECK(worker.ask(Json::array({4})).value == Json::parse(R"(["🐎"])"));
  CHECK(text(5).starts_with("java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds"));
  CHECK(worker.err().find("solution.java:1") != std::string::npos);
}

TEST_CASE("driver: java tells a letter that is too large, and every kind of real number") {
  const Build letters("java",
                      function_problem("pick", {"integer"}, "character"),
                      "class Solution { char pick(int a) { return (char) a; } }");
  Worker worker(letters);
  CHECK(worker.ask(Json::array({0xff})).value == "ÿ");
  CHECK(worker.ask(Json::array({0x20ac})).text == "character beyond U+00FF: U+20ac");
  const Build reals("java",
                    function_problem("pick", {"integer"}, "double"),
                    "class Solution { double pick(int a) { return 1.0 / a - 1.0 / a; } }");
  Worker divider(reals);
  CHECK(divider.ask(Json::array({0})).value == "NaN");
  CHECK(divider.ask(Json::array({1})).value == 0.0);
}

TEST_CASE("driver: java survives exceptions that cannot be told, and recursion without end") {
  const Build build("java",
                    function_problem("pick", {"integer"}, "integer"),
                    "class Sly extends RuntimeException {\n"
                    "  public String getMessage() { throw this; }\n}\n"
                    "class Solution { int pick(int a) {\n"
                    "  if (a == 1) throw new Sly();\n"
                    "  return a == 2 ? pick(a) + 1 : a; } }\n");
  Worker worker(build);
  CHECK(worker.ask(Json::parse("[1]")).text == "Sly");
  CHECK(worker.ask(Json::parse("[2]")).text == "java.lang.StackOverflowError");
  CHECK(worker.ask(Json::parse("[3]")).value == 3);
}

TEST_CASE(
    "driver: javascript reads, checks and answers with means that a solution cannot replace") {
  const auto declared = function_problem("pick", {"integer", "string[]"}, "integer[]");
  const std::string rest =
      "\nfunction pick(a, words) { return a === 0 ? [1.5, '2', {}] : [a, words.length]; }";
  const std::vector<std::string> changes = {
      "Number.isSafeInteger = () => true;",
      "Array.isArray = () => true; BigInt.asIntN = (_, v) => v; globalThis.BigInt = () => 1n;",
      "try { require('./values.js').Integer.write = (o) => o.count(0); } catch {}",
      "try { for (const m of [require.main, process.mainModule, ...Object.values(require.cache)]) {"
      " m.exports = {}; m.children.length = 0; } } catch {}",
      "for (const k of Object.getOwnPropertyNames(Buffer.prototype))"
      " if (/read|write|fill|copy|[Ss]lice|toString/.test(k)) Buffer.prototype[k] = () => 0;",
      "const T = Object.getPrototypeOf(Uint8Array.prototype);"
      "for (const k of ['length', 'byteLength', 'byteOffset', 'buffer'])"
      " Object.defineProperty(T, k, { get: () => 1 }); T.set = T.subarray = () => {};",
      "for (const k of ['map', 'push', 'filter', 'slice', 'join', Symbol.iterator])"
      " Array.prototype[k] = () => [7];",
      "for (const k of ['slice', 'split', 'indexOf', 'startsWith', 'charCodeAt', 'includes'])"
      " String.prototype[k] = () => { throw 1; };",
      "const fs = require('fs'); fs.writeSync = fs.readSync = () => 0;",
      "const b = process.binding('fs'); for (const k of ['read', 'writeBuffer'])"
      " try { b[k] = () => 0; } catch {}",
      "for (const k of ['bind', 'call', 'apply']) Function.prototype[k] = () => () => 7;"
      "Reflect.apply = Reflect.construct = () => 7;",
      "globalThis.String = globalThis.Error = globalThis.Uint8Array = () => 7;"
      "JSON.stringify = Math.floor = () => 7; process.reallyExit = () => {};",
      "for (const k of ['element', 'name', 'read', 'write', 'data', 'message'])"
      " Object.defineProperty(Object.prototype, k, { get: () => 7, set() {} });"};
  for (const std::string& change : changes) {
    CAPTURE(change);
    const Build build("javascript", declared, change + rest);
    Worker worker(build);
    CHECK(worker.ask(Json::parse(R"([3, ["a", "b"]])")).value == Json::parse("[3, 2]"));
    CHECK(worker.ask(Json::parse("[0, []]")).text.starts_with("integer was expected, not number"));
    CHECK(worker.ask(Json::parse(R"([-9, ["é"]])")).value == Json::parse("[-9, 1]"));
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: javascript refuses an answer whose length is no length") {
  const Build build("javascript",
                    function_problem("pick", {"integer"}, "integer[]"),
                    "const lengths = [-1, 0.5, 'two', 2 ** 32, NaN, { valueOf: () => 0 }];"
                    "const pick = (a) => new Proxy([], { get: () => lengths[a] });");
  Worker worker(build);
  for (int choice = 0; choice < 6; ++choice) {
    CHECK(worker.ask(Json::array({choice})).text.starts_with("integer[] was expected"));
  }
}

}  // namespace algo::test
