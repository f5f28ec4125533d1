// What a call may do besides returning: change an argument, print, raise, answer with a cycle.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace algo::test {
namespace {

using language::Language;
using language::languages;

// Languages for which a case makes no sense.
using Without = std::vector<std::string_view>;

bool among(const Without& ids, const Language& row) {
  return std::ranges::find(ids, row.id) != ids.end();
}

Json numbers(std::size_t count) {
  Json::array_t values;
  for (std::size_t i = 0; i < count; ++i) values.emplace_back(i);
  return values;
}

// A tree of `count` nodes without branches: slots are value, then one absent child each.
Json line_tree(std::size_t count) {
  Json::array_t slots;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) slots.emplace_back();
    slots.emplace_back(i);
  }
  return slots;
}

}  // namespace

TEST_CASE("driver: two-sum, many calls in one worker, prints kept apart") {
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id), two_sum(), solution_text("two-sum", row));
    Worker worker(build);
    std::string printed;
    for (int round = 0; round < 100; ++round) {
      CHECK(worker.ask(Json::parse("[[2, 7, 11, 15], 9]")).value == Json::parse("[0, 1]"));
      printed += "searching 4\n";
      CHECK(worker.out() == printed);  // flushed before the answer
    }
    CHECK(worker.ask(Json::parse("[[], 9]")).value == Json::array());
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: an answer in place, and a hundred thousand nodes in a line") {
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id),
                      in_place_problem("reverse", {"ListNode", "TreeNode[]"}),
                      solution_text("reverse", row));
    Worker worker(build);
    for (int round = 0; round < 2; ++round) {
      Json expected = numbers(100'000);
      expected[0] = 100'000;
      const spec::Answer answer =
          worker.ask(Json::array({numbers(100'000), Json::array({line_tree(100'000)})}));
      CHECK(answer.text == "");
      CHECK(answer.value == expected);
    }
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: trees come back from any depth, and a cyclic one is refused") {
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id),
                      function_problem("same", {"TreeNode", "integer"}, "TreeNode"),
                      solution_text("same", row));
    Worker worker(build);
    const Json deep = line_tree(100'000);
    CHECK(worker.ask(Json::array({deep, 0})).value == deep);
    for (const int side : {1, 5}) {
      const spec::Answer cycle = worker.ask(Json::array({Json::array({1}), side}));
      CHECK(cycle.status == spec::AnswerStatus::kError);
      CHECK(cycle.text == "cyclic tree");
    }
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: what a solution raises is its answer, and the worker lives on") {
  for (const Language& row : languages()) {
    if (among({"c"}, row)) continue;  // it cannot raise anything
    CAPTURE(row.id);
    const Build build(std::string(row.id),
                      function_problem("same", {"TreeNode", "integer"}, "TreeNode"),
                      solution_text("same", row));
    Worker worker(build);
    const spec::Answer raised = worker.ask(Json::array({Json::array(), 2}));
    CHECK(raised.status == spec::AnswerStatus::kError);
    CHECK(raised.text.find("two") != std::string::npos);
    const spec::Answer odd = worker.ask(Json::array({Json::array(), 3}));
    CHECK(odd.status == spec::AnswerStatus::kError);
    CHECK(!odd.text.empty());
    if (!among({"go", "rust"}, row)) {  // these end when memory does
      CHECK(worker.ask(Json::array({line_tree(100'000), 4})).status ==
            spec::AnswerStatus::kOutOfMemory);
    }
    CHECK(worker.ask(Json::array({Json::array(), 0})).value == Json::array());
    if (!among({"cpp"}, row)) {
      CHECK(worker.err().find("solution.") != std::string::npos);  // where it was raised
    }
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: a cyclic list is refused, wherever the cycle begins") {
  for (const Language& row : languages()) {
    if (among({"rust"}, row)) continue;  // a Box has one owner
    CAPTURE(row.id);
    const Build build(std::string(row.id),
                      function_problem("tie", {"ListNode", "integer"}, "ListNode"),
                      solution_text("tie", row));
    Worker worker(build);
    for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{1000}}) {
      for (const std::size_t to : {std::size_t{0}, size / 2, size - 1}) {
        const spec::Answer answer = worker.ask(Json::array({numbers(size), to}));
        CHECK(answer.status == spec::AnswerStatus::kError);
        CHECK(answer.text == "cyclic list");
      }
    }
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: twenty megabytes in and out") {
  const std::string text(std::size_t{10} << 20U, 'x');
  const Json input = Json::array({numbers(1'300'000), text});
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    const Build build(std::string(row.id),
                      function_problem("same", {"integer[]", "string"}, "string[]"),
                      solution_text("large", row));
    Worker worker(build);
    CHECK((worker.ask(input).value == Json::array({text, "1300000"})));
    CHECK(worker.finish() == 0);
  }
}

}  // namespace algo::test
