#include "language/python.h"

#include "language/recipe.h"
#include "language/syntax.h"
#include "language/templates.h"

namespace algo::language::python {
namespace {

constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "self", "try",    "while",  "with",     "yield"};

constexpr TypeWords kTypes = {.base = {"None",
                                       "int",
                                       "int",
                                       "float",
                                       "str",
                                       "bool",
                                       "str",
                                       "Optional[ListNode]",
                                       "Optional[TreeNode]"},
                              .array = "List[@]"};

constexpr Syntax kSyntax = {
    .types = kTypes,
    .codecs = {.base = {"Void()",
                        "Integer",
                        "Long",
                        "Double",
                        "String()",
                        "Boolean()",
                        "Character()",
                        "List()",
                        "Tree()"},
               .array = "Array(@)"},
    .zeros = {.base = {"None", "0", "0", "0.0", "\"\"", "False", "\" \"", "None", "None"},
              .array = "[]"},
    .param = "$: @",
    .heavy_param = "$: @",
    .result = "@",
    .argument = "$",
    .checked = "$",
    .solution_class = "Solution",
    .signature = "def @{name}(self@{comma}@{declared}) -> @{returns}",
    .class_signature = "class @{class} with @{members}",
    .constructor_signature = "def __init__(self@{comma}@{declared})",
    .method_signature = "def @{name}(self@{comma}@{declared}) -> @{returns}",
    .names = Names::kAsGiven,
    .keywords = kKeywords,
    .adapt = nullptr};

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  const Scope scope = make_scope(problem, kSyntax);
  std::map<std::string, std::string> files{{"solution.py", solution},
                                           {"check.py", render(templates::kCheckPy, scope)}};
  if (problem.contract == spec::Contract::kStdio) {
    files["zygote.py"] = render(templates::kZygotePy, scope);
  } else {
    files["driver_values.py"] = render(templates::kDriverValuesPy, scope);
    files["driver.py"] = render(templates::kDriverPy, scope);
  }
  return files;
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubPy, make_scope(problem, kSyntax));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("python");
  const bool function = problem.contract == spec::Contract::kFunction;
  recipe.identify = {"python3", "--version"};
  recipe.compile = {{"python3", "-I", "-S", "-B", "{src}/check.py", "{src}", "{out}"}};
  // No site packages: they are not the problem's, and starting is twice as fast. A whole program
  // keeps `site` for exit() and quit().
  recipe.run = function ? std::vector<std::string>{"python3",
                                                   "-s",
                                                   "-S",
                                                   "-B",
                                                   "{out}/driver.pyc",
                                                   "{out}/solution.py"}
                        : std::vector<std::string>{"python3", "-s", "-B", "{out}/solution.py"};
  recipe.run_env = {{"PYTHONHASHSEED", "0"}, {"PYTHONUTF8", "1"}};
  if (!function) recipe.zygote_env = {{"PYTHONPATH", "{out}/zygote"}};
  recipe.compile_time = std::chrono::seconds(10);
  recipe.compile_memory = std::uint64_t{512} << 20U;
  recipe.calls = "runtime";
  recipe.data_overhead = std::uint64_t{16} << 20U;
  recipe.out_of_memory_marks = {"MemoryError"};
  recipe.package = "python3";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.signature_marks = {": signature mismatch: "};
  recipe.solution_file = "solution.py";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace algo::language::python
