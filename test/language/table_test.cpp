#include "base/error.h"
#include "language/language.h"
#include "support/problems.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace algo::test {

using language::find_language;
using language::Language;
using language::language_of_file;
using language::languages;

TEST_CASE("languages: every row is whole, and ids and extensions are unique") {
  std::set<std::string_view> ids;
  std::set<std::string_view> extensions;
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    CHECK(ids.insert(row.id).second);
    CHECK(extensions.insert(row.extension).second);
    CHECK(row.extension.starts_with("."));
    CHECK(row.image.find(':') != std::string_view::npos);
    CHECK(!row.runtime_image.empty());
    CHECK(&find_language(row.id) == &row);
    CHECK(language_of_file("solutions/accepted" + std::string(row.extension)) == &row);
  }
}

TEST_CASE("language_of_file: unknown and bare extensions are none") {
  for (const char* path : {"", "a", ".go", "a.gop", "a.GO", "go", "a.go/"}) {
    CAPTURE(std::string(path));
    CHECK(language_of_file(path) == nullptr);
  }
}

TEST_CASE("find_language: an unknown id names the known ones and the nearest") {
  try {
    (void)find_language("pyton");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kUsage);
    CHECK(std::string(error.what()) == "no language \"pyton\"");
    CHECK(error.why().starts_with("known: go, c, cpp, "));
    CHECK(error.next() == "did you mean python?");
  }
}

TEST_CASE("recipe: whole, and the same for the same problem") {
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    const spec::Recipe recipe = row.recipe(two_sum());
    CHECK(recipe.language == row.id);
    CHECK(recipe.function_name == (row.id == "rust" ? "two_sum" : "twoSum"));
    CHECK(recipe.solution_file == "solution" + std::string(row.extension));
    CHECK(!recipe.identify.empty());
    CHECK(!recipe.compile.empty());
    CHECK(!recipe.run.empty());
    CHECK(!recipe.signature_marks.empty());
    CHECK(!recipe.package.empty());
    CHECK(recipe.compile_time.count() > 0);
    CHECK(recipe.compile_memory > 0);
    CHECK(recipe.data_overhead > 0);
    CHECK(row.sources(two_sum(), "x").count(recipe.solution_file) == 1);
    CHECK(row.sources(two_sum(), "x") == row.sources(two_sum(), "x"));
    // Only the build's output is there when the solution runs.
    for (const std::string& word : recipe.run) {
      for (const char* place : {"{src}", "{tmp}", "{cache}"}) {
        CHECK(word.find(place) == std::string::npos);
      }
    }
  }
}

TEST_CASE("recipe: a whole program has no signature and no driver") {
  for (const Language& row : languages()) {
    CAPTURE(row.id);
    const spec::Recipe recipe = row.recipe(stdio_problem());
    CHECK(recipe.function_name.empty());
    CHECK(recipe.signature.empty());
    for (const auto& [name, text] : row.sources(stdio_problem(), "x")) {
      CHECK(name.find("driver") == std::string::npos);
    }
  }
}

TEST_CASE("recipe: every way a runtime says that memory ran out is a mark") {
  const std::vector<std::pair<std::string, std::string>> said = {
      {"c", "driver: out of memory"},
      {"cpp", "terminate called after throwing an instance of 'std::bad_alloc'"},
      {"go", "runtime: out of memory: cannot allocate 4194304-byte block (264044544 in use)"},
      {"go", "fatal error: runtime: out of memory"},
      {"go", "fatal error: runtime: cannot allocate memory"},
      {"go", "fatal error: out of memory allocating heap arena metadata"},
      {"go", "fatal error: out of memory (stackalloc)"},
      {"go", "fatal error: pageAlloc: out of memory"},
      {"go", "runtime: failed to allocate stack for the new OS thread"},
      {"java", "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space"},
      {"java", "Terminating due to java.lang.OutOfMemoryError: Metaspace"},
      {"java", "OutOfMemoryError: Cannot reserve 16777216 bytes of direct buffer memory"},
      {"java", "# There is insufficient memory for the Java Runtime Environment to continue."},
      {"rust", "memory allocation of 67108864 bytes failed"},
      {"python", "MemoryError"}};
  for (const auto& [language, text] : said) {
    CAPTURE(text);
    const std::vector<std::string> marks =
        find_language(language).recipe(two_sum()).out_of_memory_marks;
    CHECK(std::ranges::any_of(
        marks, [&text](const std::string& mark) { return text.find(mark) != std::string::npos; }));
  }
}

TEST_CASE("recipe: the heap of a JVM leaves room for the JVM within the limit") {
  for (const auto& [limit_mib, heap] : {std::pair{256, "-Xmx212992k"},
                                        std::pair{128, "-Xmx81920k"},
                                        std::pair{64, "-Xmx16384k"},
                                        std::pair{32, "-Xmx8192k"}}) {
    spec::Problem problem = two_sum();
    problem.limits.memory = std::uint64_t(limit_mib) << 20U;
    const std::vector<std::string> run = find_language("java").recipe(problem).run;
    CHECK(std::ranges::count(run, heap) == 1);
  }
}

TEST_CASE("recipe: signatures read as a person writes them") {
  struct Row {
    std::string language;
    spec::Problem problem;
    std::string name;
    std::string signature;
  };
  const spec::Problem cache =
      class_problem("LRUCache",
                    {"integer"},
                    {method("get", {"integer"}, "integer"), method("put", {"string"}, "void")});
  const spec::Problem nodes =
      in_place_problem("merge", {"ListNode", "TreeNode[]", "character[][]"});
  const std::vector<Row> rows = {
      {"go", two_sum(), "twoSum", "func twoSum(nums []int, target int) []int"},
      {"c",
       two_sum(),
       "twoSum",
       "int* twoSum(int* nums, int numsSize, int target, int* returnSize)"},
      {"c",
       cache,
       "LRUCache",
       "LRUCache* lRUCacheCreate(int a); int lRUCacheGet(LRUCache* obj, int a); "
       "void lRUCachePut(LRUCache* obj, char* a); void lRUCacheFree(LRUCache* obj)"},
      {"c",
       nodes,
       "merge",
       "void merge(struct ListNode* a, struct TreeNode** b, int bSize, char** c, int cSize, "
       "int* cColSize)"},
      {"cpp", two_sum(), "twoSum", "vector<int> Solution::twoSum(vector<int>& nums, int target)"},
      {"java", two_sum(), "twoSum", "int[] Solution.twoSum(int[] nums, int target)"},
      {"java",
       cache,
       "LRUCache",
       "class LRUCache { LRUCache(int a); int get(int a); void put(String a); }"},
      {"rust",
       two_sum(),
       "two_sum",
       "impl Solution { pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> }"},
      {"rust",
       cache,
       "LRUCache",
       "impl LRUCache { fn new(a: i32) -> Self; fn get(&mut self, a: i32) -> i32; "
       "fn put(&mut self, a: String) }"},
      {"rust",
       nodes,
       "merge",
       "impl Solution { pub fn merge(a: &mut Option<Box<ListNode>>, "
       "b: Vec<Option<Rc<RefCell<TreeNode>>>>, c: Vec<Vec<char>>) }"},
      {"python",
       two_sum(),
       "twoSum",
       "def twoSum(self, nums: List[int], target: int) -> List[int]"},
      {"go",
       cache,
       "LRUCache",
       "type LRUCache with func Constructor(a int) LRUCache; func (*LRUCache) Get(a int) int; "
       "func (*LRUCache) Put(a string)"},
      {"cpp",
       cache,
       "LRUCache",
       "class LRUCache { LRUCache(int a); int get(int a); void put(string& a); }"},
      {"python",
       cache,
       "LRUCache",
       "class LRUCache with def __init__(self, a: int); def get(self, a: int) -> int; "
       "def put(self, a: str) -> None"},
      {"go", nodes, "merge", "func merge(a *ListNode, b []*TreeNode, c [][]byte)"},
      {"cpp",
       nodes,
       "merge",
       "void Solution::merge(ListNode* a, vector<TreeNode*>& b, vector<vector<char>>& c)"},
      {"python",
       nodes,
       "merge",
       "def merge(self, a: Optional[ListNode], b: List[Optional[TreeNode]], c: List[List[str]]) "
       "-> None"}};
  for (const Row& row : rows) {
    CAPTURE(row.language);
    const spec::Recipe recipe = find_language(row.language).recipe(row.problem);
    CHECK(recipe.function_name == row.name);
    CHECK(recipe.signature == row.signature);
  }
}

TEST_CASE("sources: node types are added only where they are used and missing") {
  const spec::Problem list = function_problem("f", {"ListNode"}, "integer");
  const Language& go = find_language("go");
  CHECK(go.sources(list, "func f(a *ListNode) int").count("types.go") == 1);
  CHECK(go.sources(list, "type ListNode struct {}").count("types.go") == 0);
  CHECK(go.sources(list, "// type ListNode struct {}").count("types.go") == 1);
  CHECK(go.sources(two_sum(), "").count("types.go") == 0);
  const auto cpp_defines = [&list](const std::string& solution) {
    return find_language("cpp")
               .sources(list, solution)
               .at("driver.cpp")
               .find("struct ListNode {") != std::string::npos;
  };
  CHECK(cpp_defines("class Solution {};"));
  CHECK(!cpp_defines("struct ListNode {};"));
  CHECK(cpp_defines("// struct ListNode {};"));
}

TEST_CASE("stub: two-sum, word for word") {
  CHECK(find_language("go").stub(two_sum()) ==
        "package main\n\n// Two Sum\n\nfunc twoSum(nums []int, target int) []int {\n"
        "\t// your code here\n\treturn nil\n}\n");
  CHECK(find_language("c").stub(two_sum()) ==
        "// Two Sum\nint* twoSum(int* nums, int numsSize, int target, int* returnSize) {\n"
        "  // your code here\n  *returnSize = 0;\n  return NULL;\n}\n");
  CHECK(find_language("cpp").stub(two_sum()) ==
        "// Two Sum\nclass Solution {\n public:\n"
        "  vector<int> twoSum(vector<int>& nums, int target) {\n"
        "    // your code here\n    return {};\n  }\n};\n");
  CHECK(find_language("java").stub(two_sum()) ==
        "// Two Sum\nclass Solution {\n"
        "  public int[] twoSum(int[] nums, int target) {\n"
        "    // your code here\n    return new int[0];\n  }\n}\n");
  CHECK(find_language("rust").stub(two_sum()) ==
        "// Two Sum\nimpl Solution {\n"
        "    pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {\n"
        "        // your code here\n        Vec::new()\n    }\n}\n");
  CHECK(find_language("python").stub(two_sum()) ==
        "# Two Sum\nclass Solution:\n"
        "    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
        "        # your code here\n        return []\n");
}

}  // namespace algo::test
