#include "judge/signature.h"

#include <doctest/doctest.h>

namespace algo::judge {
namespace {

spec::Recipe recipe() {
  spec::Recipe recipe;
  recipe.function_name = "twoSum";
  recipe.signature = "func twoSum(nums []int, target int) []int";
  recipe.signature_marks = {"cannot use twoSum"};
  recipe.solution_file = "solution.go";
  return recipe;
}

TEST_CASE("explain_signature: quotes what was found against what was asked for") {
  const std::string solution =
      "package main\n// twoSum finds a pair\nfunc twoSum(nums []int) []int {\n  return nil\n}\n";
  CHECK(explain_signature(recipe(), "two-sum", solution, "x: cannot use twoSum (value)") ==
        "solution.go:3: func twoSum(nums []int) []int, but two-sum asks for "
        "func twoSum(nums []int, target int) []int");
}

TEST_CASE("explain_signature: quotes the declaration alone of a line that holds more") {
  struct Row {
    const char* line;
    const char* quoted;
  };
  for (const Row& row :
       {Row{"class Solution { int twoSum(int a) { return a; } }", "int twoSum(int a)"},
        Row{"import a.*; import b.*; class S { int twoSum(int a){", "int twoSum(int a)"},
        Row{"func twoSum(a int) int {", "func twoSum(a int) int"},
        Row{"    def twoSum(self, a):", "def twoSum(self, a)"}}) {
    CAPTURE(row.line);
    CHECK(explain_signature(recipe(), "two-sum", row.line, "cannot use twoSum") ==
          std::string("solution.go:1: ") + row.quoted +
              ", but two-sum asks for func twoSum(nums []int, target int) []int");
  }
}

TEST_CASE("explain_signature: says when the function is not there at all") {
  CHECK(explain_signature(recipe(), "two-sum", "func twoSums() {}", "cannot use twoSum") ==
        "solution.go: no twoSum in it, but two-sum asks for "
        "func twoSum(nums []int, target int) []int");
}

TEST_CASE("explain_signature: leaves other compile errors alone") {
  CHECK(explain_signature(recipe(), "two-sum", "func twoSum() {", "syntax error").empty());
}

}  // namespace
}  // namespace algo::judge
