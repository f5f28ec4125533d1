#include "language/javascript.h"

#include "language/recipe.h"
#include "language/syntax.h"
#include "language/templates.h"

namespace algo::language::javascript {
namespace {

constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "arguments", "await",      "break",   "case",    "catch",      "class",     "const",
    "continue",  "debugger",   "default", "delete",  "do",         "else",      "enum",
    "eval",      "export",     "extends", "false",   "finally",    "for",       "function",
    "if",        "implements", "import",  "in",      "instanceof", "interface", "let",
    "new",       "null",       "package", "private", "protected",  "public",    "return",
    "static",    "super",      "switch",  "this",    "throw",      "true",      "try",
    "typeof",    "var",        "void",    "while",   "with",       "yield"};

constexpr Syntax kSyntax = {
    .types = {.base = {"void",
                       "number",
                       "bigint",
                       "number",
                       "string",
                       "boolean",
                       "string",
                       "ListNode | null",
                       "TreeNode | null"},
              .array = "Array<@>"},
    .codecs = {.base = {"Void", "Integer", "Long", "Double", "Str", "Bool", "Char", "List", "Tree"},
               .array = "new ArrayOf(@)"},
    .zeros = {.base = {"undefined", "0", "0n", "0", "\"\"", "false", "\" \"", "null", "null"},
              .array = "[]"},
    .param = "$",
    .heavy_param = "$",
    .result = "@",
    .argument = "$",
    .checked = "$",
    .solution_class = "",
    .signature = "function @{name}(@{declared})",
    .class_signature = "class @{class} with @{members}",
    .constructor_signature = "constructor(@{declared})",
    .method_signature = "@{name}(@{declared})",
    .names = Names::kAsGiven,
    .keywords = kKeywords,
    .adapt = nullptr};

}  // namespace

const Syntax& syntax() {
  return kSyntax;
}

std::map<std::string, std::string> sources_of(const spec::Problem& problem,
                                              const std::string& solution,
                                              const Syntax& syntax,
                                              const std::string& extension) {
  Scope scope = make_scope(problem, syntax);
  scope.words["extension"] = extension;
  std::map<std::string, std::string> files{{"solution." + extension, solution},
                                           {"check.js", render(templates::kCheckJs, scope)}};
  if (problem.contract == spec::Contract::kFunction) {
    // One file: what a module exports, any other can have.
    files["driver.js"] = render(templates::kValuesJs, scope) + render(templates::kNodesJs, scope) +
                         render(templates::kDriverJs, scope);
  }
  return files;
}

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  return sources_of(problem, solution, kSyntax, "js");
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubJs, make_scope(problem, kSyntax));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("javascript");
  const bool function = problem.contract == spec::Contract::kFunction;
  recipe.identify = {"node", "--version"};
  recipe.compile = {{"node", "{src}/check.js", "{src}", "{out}", "{src}/solution.js"}};
  // Recursion may use most of the usual stack of 8 MiB.
  recipe.run = {"node", "--v8-pool-size=0", "--stack-size=7000"};
  if (function) recipe.run.emplace_back("{out}/driver.js");
  recipe.run.emplace_back("{out}/solution.js");
  recipe.compile_time = std::chrono::seconds(10);
  recipe.calls = "jit";
  // What V8 maps before it runs a line.
  recipe.data_overhead = std::uint64_t{64} << 20U;
  recipe.out_of_memory_marks = {"JavaScript heap out of memory", "Array buffer allocation failed"};
  recipe.package = "nodejs";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.signature_marks = {": signature mismatch: "};
  recipe.solution_file = "solution.js";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace algo::language::javascript
