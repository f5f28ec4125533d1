#include "stdin_case.h"

#include "command/fake_world.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using test::FakeWorld;

spec::Case made(const spec::Problem& problem, const std::string& text) {
  FakeWorld world;
  world.in.text = text;
  return case_from_stdin(world.world, problem);
}

TEST_CASE("case_from_stdin: one JSON value per line is an argument each") {
  for (const std::string text :
       {"[3, 3]\n6\n", "[3,3]\r\n6", "\n[3,3]\n\n  \n6\n\n", " [3, 3] \n 6 "}) {
    CAPTURE(text);
    CHECK(made(test::two_sum(), text).input == Json::parse("[[3, 3], 6]"));
  }
}

TEST_CASE("case_from_stdin: a stdio problem gets the bytes as they are") {
  const std::string text = "\n 3 3\n\t6";
  CHECK(made(test::stdio_problem(), text).input == text);
  CHECK(made(test::stdio_problem(), "").input == "");
}

TEST_CASE("case_from_stdin: a class gets the calls and their arguments") {
  const spec::Problem problem =
      test::class_problem("LRUCache",
                          {"integer"},
                          {test::method("put", {"integer", "integer"}, "void"),
                           test::method("get", {"integer"}, "integer")});
  const spec::Case one = made(problem, "[\"LRUCache\",\"put\",\"get\"]\n[[2],[1,1],[1]]\n");
  CHECK(one.output.size() == 3);
}

TEST_CASE("case_from_stdin: types of every kind have a place-holder for the answer") {
  for (const std::string type : {"integer",
                                 "long",
                                 "double",
                                 "string",
                                 "boolean",
                                 "character",
                                 "integer[][]",
                                 "ListNode",
                                 "TreeNode"}) {
    CAPTURE(type);
    CHECK_NOTHROW(made(test::function_problem("f", {"integer"}, type), "1"));
  }
  CHECK_NOTHROW(made(test::in_place_problem("f", {"integer[]"}), "[1]"));
}

TEST_CASE("case_from_stdin: refuses what does not fit, and says what would") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "the input does not fit sample"},
      {"[3, 3]\n", "the input does not fit sample"},
      {"[3, 3]\n6\n7\n", "the input does not fit sample"},
      {"[3, 3]\n\"6\"\n", "the input does not fit sample"},
      {"[3, 3\n6\n", "stdin line 1"},
      {"[3, 3]\nsix\n", "stdin line 2"},
      {"[3, 3]\n6 7\n", "stdin line 2"},
      {"[3, 3]\n\xff\n", "stdin line 2"}};
  for (const auto& [text, wanted] : rows) {
    CAPTURE(text);
    try {
      static_cast<void>(made(test::two_sum(), text));
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInput);
      CHECK_MESSAGE(std::string(error.what()).starts_with(wanted), error.what());
    }
  }
}

TEST_CASE("case_from_stdin: a person at the keyboard is told what is expected") {
  FakeWorld world;
  world.in.text = "[3, 3]\n6\n";
  world.in.terminal = true;
  static_cast<void>(case_from_stdin(world.world, test::two_sum()));
  CHECK(world.err.text.find("Ctrl-D") != std::string::npos);
}

}  // namespace
}  // namespace algo
