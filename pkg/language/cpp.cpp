#include "language/cpp.h"

#include "language/recipe.h"
#include "language/scan.h"
#include "language/syntax.h"
#include "language/templates.h"

namespace algo::language::cpp {
namespace {

constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "alignas",      "alignof",      "and",           "and_eq",
    "asm",          "auto",         "bitand",        "bitor",
    "bool",         "break",        "case",          "catch",
    "char",         "char16_t",     "char32_t",      "char8_t",
    "class",        "co_await",     "co_return",     "co_yield",
    "compl",        "concept",      "const",         "const_cast",
    "consteval",    "constexpr",    "constinit",     "continue",
    "decltype",     "default",      "delete",        "do",
    "double",       "dynamic_cast", "else",          "enum",
    "explicit",     "export",       "extern",        "false",
    "float",        "for",          "friend",        "goto",
    "if",           "inline",       "int",           "long",
    "main",         "mutable",      "namespace",     "new",
    "noexcept",     "not",          "not_eq",        "nullptr",
    "operator",     "or",           "or_eq",         "private",
    "protected",    "public",       "register",      "reinterpret_cast",
    "requires",     "return",       "short",         "signed",
    "sizeof",       "static",       "static_assert", "static_cast",
    "struct",       "switch",       "template",      "this",
    "thread_local", "throw",        "true",          "try",
    "typedef",      "typeid",       "typename",      "union",
    "unsigned",     "using",        "virtual",       "void",
    "volatile",     "wchar_t",      "while",         "xor",
    "xor_eq"};

constexpr TypeWords kTypes = {
    .base =
        {"void", "int", "long long", "double", "string", "bool", "char", "ListNode*", "TreeNode*"},
    .array = "vector<@>"};

constexpr Syntax kSyntax = {
    .types = kTypes,
    .codecs = {.base = {}, .array = ""},
    .zeros = {.base = {"", "{}", "{}", "{}", "{}", "{}", "{}", "{}", "{}"}, .array = "{}"},
    .param = "@ $",
    .heavy_param = "@& $",
    .result = "@",
    .argument = "driver_arg%_$",
    .checked = "{$}",
    .solution_class = "Solution",
    .signature = "@{returns} Solution::@{name}(@{declared})",
    .class_signature = "class @{class} { @{members}; }",
    .constructor_signature = "@{class}(@{declared})",
    .method_signature = "@{returns} @{name}(@{declared})",
    .names = Names::kAsGiven,
    .keywords = kKeywords,
    .adapt = nullptr};

constexpr std::string_view kFlags = "-std=c++20 -O2 -pipe -DONLINE_JUDGE";

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  std::map<std::string, std::string> files{{"solution.cpp", solution}};
  if (problem.contract != spec::Contract::kFunction) return files;
  const std::string code = blank_literals(solution);
  Scope scope = make_scope(problem, kSyntax);
  define_missing_nodes(scope, [&code](std::string_view type) {
    return has_words(code, {"struct", type, "{"}) || has_words(code, {"class", type, "{"});
  });
  files["driver_values.h"] = render(templates::kDriverValuesH, scope);
  files["driver.h"] = render(templates::kDriverH, scope);
  files["driver.cpp"] = render(templates::kDriverCpp, scope);
  return files;
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubCpp, make_scope(problem, kSyntax));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("cpp");
  const bool function = problem.contract == spec::Contract::kFunction;
  recipe.identify = {"g++", "--version"};
  // Static, so that any image can run it. The folder of the precompiled <bits/stdc++.h> comes
  // first; where it is missing, the header itself is used.
  recipe.compile = {
      shell_command("exec g++ " + std::string(kFlags) + R"( -static -I"$cache/cpp" )" +
                    (function ? "driver.cpp" : "solution.cpp") + R"( -o "$out/solution")")};
  recipe.run = {"{out}/solution"};
  recipe.data_overhead = std::uint64_t{8} << 20U;
  recipe.out_of_memory_marks = {"std::bad_alloc"};
  recipe.package = "g++";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.solution_file = "solution.cpp";
  if (function) {
    const Scope scope = make_scope(problem, kSyntax);
    const std::string& name = scope.words.at("class");
    recipe.signature_marks = {"static assertion failed: signature of " + name,
                              "error: '" + name + "' was not declared",
                              "error: '" + name + "' has not been declared"};
  }
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  // Relative, because messages name the header that was compiled. The header beside it is for
  // whoever includes it again or later: g++ takes the precompiled one first in a file only, and
  // looks for it no further than in the folder where it found that.
  return {shell_command(R"(mkdir -p "$cache/cpp/bits" && cd "$tmp" && )"
                        R"(echo '#include_next <bits/stdc++.h>' > "$cache/cpp/bits/stdc++.h" && )"
                        R"(echo '#include <bits/stdc++.h>' > stdc++.h && exec g++ )" +
                        std::string(kFlags) +
                        R"( -x c++-header stdc++.h -o "$cache/cpp/bits/stdc++.h.gch")")};
}

}  // namespace algo::language::cpp
