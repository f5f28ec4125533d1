// What a call may do besides returning: change an argument, print, raise, answer with a cycle.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

struct Solution {
  std::string language;
  std::string text;
};

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
  const std::vector<Solution> solutions = {{"go", R"(import "fmt"
func twoSum(nums []int, target int) []int {
	fmt.Println("searching", len(nums))
	seen := map[int]int{}
	for i, n := range nums {
		if j, ok := seen[target-n]; ok { return []int{j, i} }
		seen[n] = i
	}
	return nil
})"},
                                           {"cpp", R"(class Solution {
 public:
  vector<int> twoSum(vector<int>& nums, int target) {
    ios::sync_with_stdio(false);
    cout << "searching " << nums.size() << "\n";
    unordered_map<int, int> seen;
    for (int i = 0; i < (int)nums.size(); ++i) {
      if (seen.count(target - nums[i])) return {seen[target - nums[i]], i};
      seen[nums[i]] = i;
    }
    return {};
  }
};)"},
                                           {"python", R"(class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        print("searching", len(nums))
        seen = defaultdict(int)
        for i, n in enumerate(nums):
            if target - n in seen:
                return [seen[target - n], i]
            seen[n] = i
        return []
)"}};
  for (const Solution& solution : solutions) {
    CAPTURE(solution.language);
    const Build build(solution.language, two_sum(), solution.text);
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
  const std::vector<Solution> solutions = {{"go", R"(func reverse(a *ListNode, b []*TreeNode) {
	for b[0] != nil { a.Val++; b[0] = b[0].Right }
})"},
                                           {"cpp", R"(class Solution {
 public:
  void reverse(ListNode* a, vector<TreeNode*>& b) {
    ListNode* second = a->next;
    a->next = second->next;
    delete second;  // a node of the driver's
    a->next = new ListNode(1, a->next);
    while (b[0]) { a->val++; b[0] = b[0]->right; }
  }
};)"},
                                           {"python", R"(class Solution:
    def reverse(self, a, b):
        while b[0]:
            a.val += 1
            b[0] = b[0].right
)"}};
  for (const Solution& solution : solutions) {
    CAPTURE(solution.language);
    const Build build(
        solution.language, in_place_problem("reverse", {"ListNode", "TreeNode[]"}), solution.text);
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

TEST_CASE("driver: trees and lists come back from any depth") {
  const std::vector<Solution> solutions = {{"go", R"(func same(a *TreeNode, b int) *TreeNode {
	if b == 1 { a.Left = a }
	if b == 5 { a.Right = a }
	if b == 2 { panic("two") }
	if b == 3 { var none *TreeNode; return none.Left }
	return a
})"},
                                           {"cpp", R"(class Solution {
 public:
  TreeNode* same(TreeNode* a, int b) {
    if (b == 1) a->left = a;
    if (b == 5) a->right = a;
    if (b == 2) throw runtime_error("two");
    if (b == 3) throw 3;
    if (b == 4) throw bad_alloc();
    return a;
  }
};)"},
                                           {"python", R"(class Solution:
    def same(self, a, b):
        if b == 1:
            a.left = a
        if b == 5:
            a.right = a
        if b == 2:
            raise ValueError("two")
        if b == 3:
            return a.missing
        if b == 4:
            raise MemoryError
        return a
)"}};
  for (const Solution& solution : solutions) {
    CAPTURE(solution.language);
    const Build build(solution.language,
                      function_problem("same", {"TreeNode", "integer"}, "TreeNode"),
                      solution.text);
    Worker worker(build);
    const Json deep = line_tree(100'000);
    CHECK(worker.ask(Json::array({deep, 0})).value == deep);
    for (const int side : {1, 5}) {
      const spec::Answer cycle = worker.ask(Json::array({Json::array({1}), side}));
      CHECK(cycle.status == spec::AnswerStatus::kError);
      CHECK(cycle.text == "cyclic tree");
    }
    const spec::Answer raised = worker.ask(Json::array({Json::array(), 2}));
    CHECK(raised.status == spec::AnswerStatus::kError);
    CHECK(raised.text.find("two") != std::string::npos);
    const spec::Answer odd = worker.ask(Json::array({Json::array(), 3}));
    CHECK(odd.status == spec::AnswerStatus::kError);
    CHECK(!odd.text.empty());
    if (solution.language != "go") {
      CHECK(worker.ask(Json::array({deep, 4})).status == spec::AnswerStatus::kOutOfMemory);
      CHECK(worker.ask(Json::array({Json::array(), 0})).value == Json::array());
    }
    if (solution.language != "cpp") {
      CHECK(worker.err().find("solution.") != std::string::npos);  // where it was raised
    }
    CHECK(worker.finish() == 0);
  }
}

TEST_CASE("driver: a cyclic list is refused, wherever the cycle begins") {
  const std::vector<Solution> solutions = {{"go", R"(func tie(a *ListNode, b int) *ListNode {
	last, to := a, a
	for last.Next != nil { last = last.Next }
	for ; b > 0; b-- { to = to.Next }
	last.Next = to
	return a
})"},
                                           {"cpp", R"(class Solution {
 public:
  ListNode* tie(ListNode* a, int b) {
    ListNode *last = a, *to = a;
    while (last->next) last = last->next;
    while (b-- > 0) to = to->next;
    last->next = to;
    return a;
  }
};)"},
                                           {"python", R"(class Solution:
    def tie(self, a, b):
        last = to = a
        while last.next:
            last = last.next
        for _ in range(b):
            to = to.next
        last.next = to
        return a
)"}};
  for (const Solution& solution : solutions) {
    CAPTURE(solution.language);
    const Build build(solution.language,
                      function_problem("tie", {"ListNode", "integer"}, "ListNode"),
                      solution.text);
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
  const std::vector<Solution> solutions = {
      {"go", "func same(a []int, b string) []string { return []string{b, fmt.Sprint(len(a))} }"},
      {"cpp",
       "class Solution { public: vector<string> same(vector<int> a, const string& b) {"
       " return {b, to_string(a.size())}; } };"},
      {"python", "class Solution:\n    def same(self, a, b): return [b, str(len(a))]\n"}};
  const std::string text(std::size_t{10} << 20U, 'x');
  const Json input = Json::array({numbers(1'300'000), text});
  for (const Solution& solution : solutions) {
    CAPTURE(solution.language);
    const Build build(solution.language,
                      function_problem("same", {"integer[]", "string"}, "string[]"),
                      solution.text);
    Worker worker(build);
    CHECK((worker.ask(input).value == Json::array({text, "1300000"})));
    CHECK(worker.finish() == 0);
  }
}

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
