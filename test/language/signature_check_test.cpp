// Solutions that do not fit the problem fail to compile, and the log says so with a mark.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

struct Row {
  std::string what;
  std::string language;
  std::string text;
};

void expect_mark(const spec::Problem& problem, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.language);
    CAPTURE(row.what);
    const Build build(row.language, problem, row.text);
    CAPTURE(build.log());
    CHECK(!build.ok());
    CHECK(build.log_has_mark());
  }
}

spec::Problem counter() {
  return class_problem("Counter", {"integer"}, {method("add", {"long"}, "long")});
}

}  // namespace

TEST_CASE("signature: a function that does not fit is marked") {
  expect_mark(
      two_sum(),
      {{"a parameter less", "go", "func twoSum(nums []int) []int { return nil }"},
       {"another result", "go", "func twoSum(nums []int, target int) int { return 0 }"},
       {"another name", "go", "func TwoSum(nums []int, target int) []int { return nil }"},
       {"a parameter less", "c", "int* twoSum(int* n, int nSize, int* size) { return n; }"},
       {"another result", "c", "int twoSum(int* n, int nSize, int t, int* size) { return t; }"},
       {"a narrow parameter",
        "c",
        "int* twoSum(int* n, int nSize, short t, int* size) { return n; }"},
       {"another name", "c", "int* two_sum(int* n, int nSize, int t, int* size) { return n; }"},
       {"a parameter less",
        "cpp",
        "class Solution { public: vector<int> twoSum(vector<int>& n) { return n; } };"},
       {"another result",
        "cpp",
        "class Solution { public: long twoSum(vector<int>& n, int t) { return t; } };"},
       {"a narrow parameter",
        "cpp",
        "class Solution { public: vector<int> twoSum(vector<int>& n, short t) { return n; } };"},
       {"no class", "cpp", "vector<int> twoSum(vector<int>& n, int t) { return n; }"},
       {"private",
        "cpp",
        "class Solution { vector<int> twoSum(vector<int>& n, int t) { return n; } };"},
       {"a parameter less",
        "java",
        "class Solution { public int[] twoSum(int[] n) { return n; } }"},
       {"another result",
        "java",
        "class Solution { public long twoSum(int[] n, int t) { return t; } }"},
       {"a narrow parameter",
        "java",
        "class Solution { public int[] twoSum(int[] n, short t) { return n; } }"},
       {"no class", "java", "class Other { public int[] twoSum(int[] n, int t) { return n; } }"},
       {"private", "java", "class Solution { private int[] twoSum(int[] n, int t) { return n; } }"},
       {"a parameter less", "python", "class Solution:\n    def twoSum(self, nums): pass\n"},
       {"a parameter more", "python", "class Solution:\n    def twoSum(self, a, b, c): pass\n"},
       {"another name", "python", "class Solution:\n    def two_sum(self, a, b): pass\n"},
       {"no class", "python", "def twoSum(nums, target): pass\n"},
       {"a parameter less",
        "rust",
        "impl Solution { pub fn two_sum(n: Vec<i32>) -> Vec<i32> { n } }"},
       {"another result",
        "rust",
        "impl Solution { pub fn two_sum(n: Vec<i32>, t: i32) -> i32 { t } }"},
       {"a wide parameter",
        "rust",
        "impl Solution { pub fn two_sum(n: Vec<i32>, t: i64) -> Vec<i32> { n } }"},
       {"another name",
        "rust",
        "impl Solution { pub fn twoSum(n: Vec<i32>, t: i32) -> Vec<i32> { n } }"},
       {"a free function", "rust", "pub fn two_sum(n: Vec<i32>, t: i32) -> Vec<i32> { n }"},
       {"a parameter less", "javascript", "function twoSum(nums) { return []; }"},
       {"a parameter more", "javascript", "const twoSum = (a, b, c) => [];"},
       {"another name", "javascript", "function two_sum(a, b) { return []; }"},
       {"a parameter less", "typescript", "function twoSum(a: number[]): number[] { return a; }"},
       {"another name", "typescript", "function two_sum(a: number[], b: number) { return a; }"},
       {"another type",
        "typescript",
        "function twoSum(a: string[], b: number): number[] { return []; }"},
       {"another result",
        "typescript",
        "const twoSum = (a: number[], b: number): number => a[b];"}});
}

TEST_CASE("signature: a class that does not fit is marked") {
  expect_mark(
      counter(),
      {{"no constructor",
        "go",
        "type Counter struct{}\nfunc (c *Counter) Add(a int64) int64 { return a }"},
       {"another method",
        "go",
        "type Counter struct{}\nfunc Constructor(a int) Counter { return Counter{} }\n"
        "func (c *Counter) Add(a int) int64 { return 0 }"},
       {"no way to free it",
        "c",
        "typedef struct { int a; } Counter;\n"
        "Counter* counterCreate(int a) { return malloc(sizeof(Counter)); }\n"
        "long long counterAdd(Counter* c, long long a) { return a; }"},
       {"no type", "c", "long long counterAdd(void* c, long long a) { return a; }"},
       {"a narrow parameter",
        "cpp",
        "class Counter { public: Counter(int a) {} long long add(int a) { return a; } };"},
       {"another constructor",
        "cpp",
        "class Counter { public: Counter() {} long long add(long long a) { return a; } };"},
       {"no constructor",
        "rust",
        "struct Counter;\nimpl Counter { fn add(&self, a: i64) -> i64 { a } }"},
       {"no struct", "rust", "pub fn add(a: i64) -> i64 { a }"},
       {"a narrow parameter",
        "rust",
        "struct Counter;\nimpl Counter { fn new(a: i32) -> Self { Counter }\n"
        "fn add(&self, a: i32) -> i64 { 0 } }"},
       {"a narrow parameter",
        "java",
        "class Counter { Counter(int a) {} public long add(int a) { return a; } }"},
       {"another constructor", "java", "class Counter { public long add(long a) { return a; } }"},
       {"a method less", "python", "class Counter:\n    def __init__(self, a): pass\n"},
       {"another constructor",
        "python",
        "class Counter:\n    def __init__(self): pass\n    def add(self, a): pass\n"},
       {"a method less", "javascript", "class Counter { constructor(a) {} }"},
       {"another constructor",
        "javascript",
        "class Counter { constructor() {} add(a) { return a; } }"},
       {"another type",
        "typescript",
        "class Counter { constructor(private a: number) {} add(a: number) { return a; } }"},
       {"another constructor",
        "typescript",
        "class Counter { constructor(private a: string) {} add(a: bigint) { return a; } }"}});
}

TEST_CASE("signature: typescript tells the line, what was found and what was expected") {
  const std::vector<Row> rows = {
      {"solution.ts:2: signature mismatch: parameter a of twoSum is readonly string[], expected "
       "Array<number>",
       "typescript",
       "/* \" { */\nfunction twoSum(\n  a: readonly\n string[], b: number): number[] {\n return "
       "[]; }"},
      {"solution.ts:1: signature mismatch: parameter b of twoSum is bigint | null, expected number",
       "typescript",
       "const twoSum = function (a: number[], b: bigint | null): number[] { return []; };"},
      {"solution.ts:1: signature mismatch: the result of twoSum is Array<Array<number>>, expected "
       "Array<number>",
       "typescript",
       "var twoSum = (a: number[], b: number): Array<Array<number>> => [a];"},
      {"solution.ts:1: signature mismatch: the result of twoSum is void, expected Array<number>",
       "typescript",
       "function twoSum(a: number[], b: number): void {}"}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Build build(row.language, two_sum(), row.text);
    CAPTURE(build.log());
    CHECK(!build.ok());
    CHECK(build.log_has_mark());
    CHECK(build.log().find(row.what + "\n") != std::string::npos);
  }
}

TEST_CASE("signature: typescript passes every type that may fit, or that it cannot read for sure") {
  const std::vector<std::string> texts = {
      "function twoSum(a: ReadonlyArray<number>, b: number | string): number[] | null { return []; "
      "}",
      "function twoSum(a: (number | undefined)[], b?: number): bigint[] { return []; }",
      "type Row = number[];\nfunction twoSum(a: Row, b: number): Row { return a; }",
      "type Array<T> = T;\nfunction twoSum(a: Array<string>, b: any): never { throw a; }",
      "function twoSum<T>(a: T[], b: T): T[] { return a; }",
      "function twoSum(a: Int32Array, b: number): [number, number] { return [0, 1]; }",
      "function twoSum(a: string[], b: number): string[];\n"
      "function twoSum(a: number[], b: number): number[];\n"
      "function twoSum(a: any, b: number): any { return a; }",
      "const one = { twoSum(a: string) { return a; } };\n"
      "function twoSum(a, { length } = []) { return one.twoSum(a); }",
      "// function twoSum(a: string[], b: number): string {\n"
      "const text = `function twoSum(a: string[], b: number): string {`;\n"
      "function twoSum(a: number[], b = 1): number[] { return a; }",
      "const outer = () => { function twoSum(a: string[], b: string): string { return b; } };\n"
      "let twoSum: any; twoSum = (a, b) => [];",
      "function twoSum(a: number[], b: { c: number }): Array<number> { return a; }",
      "function twoSum(a: (x: string) => void, b: 'one' | 'two'): { x: string } { return a as any; "
      "}",
      "function twoSum(" + std::string(20000, '(') + "): number[] { return []; }"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(texts[i].substr(0, 200));
    const Build build("typescript", two_sum(), texts[i]);
    CAPTURE(build.log());
    // The last one is no program at all.
    CHECK(build.ok() == (i + 1 < texts.size()));
    CHECK(!build.log_has_mark());
  }
  const Build several(
      "typescript",
      counter(),
      "class Other { constructor(a: string) {} add(a: string): string { return a; } }"
      "\nclass Counter<T> extends Map<string, T> {\n  constructor(public a: number) {"
      " super(); }\n  add = (a: bigint): number => Number(a);\n}");
  CHECK_MESSAGE(several.ok(), several.log());
}

TEST_CASE("signature: solutions that fit in an unusual way compile") {
  const std::vector<Row> rows = {
      {"package, comments and imports",
       "go",
       "// two sum\n/* package x */\npackage main\n\nimport str \"strings\"\n\n"
       "var _ = str.ToUpper\n\nfunc twoSum(nums []int, target int) (r []int) { return }\n"},
      {"its own max and min",
       "go",
       "func max(a, b int) int { return a }\nfunc min(a, b int) int { return b }\n"
       "func twoSum(a []int, b int) []int { sort.Ints(a); return a[:max(0, min(1, 0))] }"},
      {"macros and static",
       "c",
       "#include <stdlib.h>\n#define all(x) x\n#define size 3\n#define driver 1\n"
       "static int* twoSum(int n[], int count, const int t, int* out) { return all(n); }\n"
       "int main(void) { return 0; }\n"},
      {"macros",
       "cpp",
       "#include <vector>\n#define ll long long\n#define all(x) x.begin(), x.end()\n"
       "#define f first\n#define read(x) cin >> x\n#define in cin\n"
       "class Solution { public: vector<int> twoSum(const vector<int>& n, ll t) const {"
       " return n; } };\nint main() { return 0; }\n"},
      {"static",
       "cpp",
       "struct Solution { static vector<int> twoSum(vector<int> n, int t) { return n; } };"},
      {"public, static, with imports and an exception",
       "java",
       "import java.util.List;\npublic class Solution {\n  public static int[] twoSum(int[] n, "
       "long t) throws Exception { return n; }\n}\n"},
      {"in a package, with types of its own",
       "java",
       "package my.solutions;\npublic record Pair(int a, int b) {}\nenum Kind { A }\n"
       "public class Solution {\n  String text = \"\"\"\n    \" public {\n    \"\"\";\n"
       "  public int[] twoSum(int[] n, int t) { return new int[] {new Pair(t, 1).a()}; }\n}\n"},
      {"private, with a main, a Solution and lints of its own",
       "rust",
       "#![allow(dead_code)]\n#![deny(warnings)]\nuse std::collections::HashMap;\n"
       "#[derive(Default)]\nstruct Solution { unused: HashMap<i32, i32> }\n"
       "struct Input;\nstruct String;\nmacro_rules! give { ($x:expr) => { $x } }\n"
       "mod types { pub fn same<T>(value: T) -> T { value } }\n"
       "impl Solution {\n  fn two_sum(mut n: Vec<i32>, _: i32) -> Vec<i32> { n.sort(); "
       "types::same(give!(n)) }\n}\nfn main() { let _ = Solution::two_sum(vec![], 0); } // end"},
      {"generic",
       "rust",
       "impl Solution { pub fn two_sum<T: Into<i64>>(n: Vec<T>, t: i32) -> Vec<i32> {"
       " n.into_iter().map(|x| x.into() as i32 + t).collect() } }"},
      {"variadic", "javascript", "const twoSum = (...rest) => [];"},
      {"assigned", "javascript", "twoSum = function (a, b = 1) { return []; };"},
      {"variadic", "python", "class Solution:\n    def twoSum(self, *rest): return []\n"},
      {"default", "python", "class Solution:\n    def twoSum(self, a, b, c=1): return []\n"},
      {"inherited",
       "python",
       "class Base:\n    def twoSum(self, a, b): return []\n\nclass Solution(Base): pass\n"},
      {"assigned",
       "python",
       "class Mine:\n    def twoSum(self, a, b): return []\n\nSolution = Mine\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.language);
    CAPTURE(row.what);
    const Build build(row.language, two_sum(), row.text);
    CHECK_MESSAGE(build.ok(), build.log());
  }
}

TEST_CASE("signature: other compile errors carry the solution's line and no mark") {
  const std::vector<Row> rows = {
      {"solution.go:3:",
       "go",
       "// no package clause\nfunc twoSum(nums []int, target int) []int {\n\treturn missing\n}\n"},
      {"solution.c:2:",
       "c",
       "int* twoSum(int* n, int nSize, int t, int* size) {\nreturn missing; }"},
      {"solution.cpp:3:",
       "cpp",
       "class Solution { public:\nvector<int> twoSum(vector<int>& n, int t) {\nreturn missing; } "
       "};"},
      {"solution.java:3:",
       "java",
       "class Solution {\npublic int[] twoSum(int[] n, int t) {\nreturn missing; } }"},
      {"solution.py:3:",
       "python",
       "class Solution:\n    def twoSum(self, nums, target):\n        return [)\n"},
      {"solution.java:1:", "java", "class Solution { String s = \"\xff\"; }"},
      {"solution.py:1", "python", "x = '\xff'\n"},
      {"solution.rs:3:",
       "rust",
       "impl Solution {\npub fn two_sum(n: Vec<i32>, t: i32) -> Vec<i32> {\nmissing } }"},
      {"solution.rs:2:", "rust", "impl Solution {\npub fn two_sum(n: Vec<i32>, t: ) { [) }\n"},
      {"solution.rs:2:",
       "rust",
       "impl Solution { pub fn two_sum(n: Vec<i32>, t: i32) -> Vec<i32> {\nt } }"},
      {"solution.rs:1:", "rust", "/* two_sum"},
      {"solution.rs", "rust", "// \xff\n"},
      {"solution.js:2", "javascript", "function twoSum(nums, target) {\nreturn [); }\n"},
      {"solution.ts:2:", "typescript", "function twoSum(a: number[], b: number) {\nreturn [); }\n"},
      {"solution.js:1", "javascript", "x = '\xff'\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.language);
    const Build build(row.language, two_sum(), row.text);
    CAPTURE(build.log());
    CHECK(!build.ok());
    CHECK(build.log().find(row.what) != std::string::npos);
    CHECK(!build.log_has_mark());
  }
}

TEST_CASE("signature: node types of the solution's own are used") {
  const std::vector<Row> rows = {
      {"",
       "go",
       "type ListNode struct {\n\tVal int\n\tNext *ListNode\n}\n"
       "func same(a *ListNode) *ListNode { return a }"},
      {"",
       "c",
       "struct ListNode {\n  struct ListNode* next;\n  int val;\n};\n"
       "struct ListNode* same(struct ListNode* a) { return a; }"},
      {"",
       "cpp",
       "struct ListNode { int val; ListNode *next; ListNode(int x) : val(x), next(NULL) {} };\n"
       "class Solution { public: ListNode* same(ListNode* a) { return a; } };"},
      {"",
       "java",
       "public class ListNode { int val; ListNode next; ListNode(int x) { val = x; } }\n"
       "class Solution { public ListNode same(ListNode a) { return a; } }"},
      {"",
       "rust",
       "struct ListNode { next: Option<Box<ListNode>>, val: i32 }\n"
       "impl Solution { fn same(a: Option<Box<ListNode>>) -> Option<Box<ListNode>> { a } }"},
      {"",
       "python",
       "class ListNode:\n    def __init__(self, x):\n        self.val = x\n"
       "        self.next = None\n\nclass Solution:\n    def same(self, a): return a\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.language);
    const Build build(row.language, function_problem("same", {"ListNode"}, "ListNode"), row.text);
    Worker worker(build);
    CHECK(worker.ask(Json::parse("[[1, 2, 3]]")).value == Json::parse("[1, 2, 3]"));
  }
}

}  // namespace algo::test
