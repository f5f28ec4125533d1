#include "language/c.h"

#include "language/c_syntax.h"
#include "language/recipe.h"
#include "language/scan.h"
#include "language/templates.h"

namespace algo::language::c {
namespace {

// The wrapped functions belong to memory.c: arguments are not the heap's, and memory that there is
// not must not look like a mistake of the solution.
constexpr std::string_view kFlags =
    "-std=gnu17 -O2 -pipe -DONLINE_JUDGE -static "
    "-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free";

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  Scope scope = make_scope(problem, syntax());
  std::map<std::string, std::string> files{{"solution.c", solution},
                                           {"memory.h", render(templates::kMemoryH, scope)},
                                           {"memory.c", render(templates::kMemoryC, scope)}};
  if (problem.contract != spec::Contract::kFunction) return files;
  const std::string code = blank_literals(solution);
  define_missing_nodes(
      scope, [&code](std::string_view type) { return has_words(code, {"struct", type, "{"}); });
  files["driver.h"] = render(templates::kDriverCH, scope);
  files["values.h"] = render(templates::kValuesCH, scope);
  files["nodes.h"] = render(templates::kNodesH, scope);
  files["driver.c"] = render(templates::kDriverC, scope);
  return files;
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubC, make_scope(problem, syntax()));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("c");
  const bool function = problem.contract == spec::Contract::kFunction;
  recipe.identify = {"gcc", "--version"};
  recipe.compile = {shell_command("exec gcc " + std::string(kFlags) + " " +
                                  (function ? "driver.c" : "solution.c") +
                                  R"( memory.c -o "$out/solution" -lm)")};
  recipe.run = {"{out}/solution"};
  recipe.data_overhead = std::uint64_t{8} << 20U;
  recipe.out_of_memory_marks = {"driver: out of memory"};
  recipe.package = "gcc";
  recipe.signature = signature_line(problem, syntax());
  recipe.solution_file = "solution.c";
  if (!function) return recipe;
  const Scope scope = make_scope(problem, syntax());
  std::vector<std::string> names;
  for (const char* list : {"constructor", "methods"}) {
    for (const Scope& method : scope.lists.at(list)) names.push_back(method.words.at("name"));
  }
  if (problem.function.is_class()) {
    const std::string& type = problem.function.class_name;
    const std::string& prefix = scope.lists.at("constructor").front().words.at("prefix");
    names.push_back(prefix + "Free");
    recipe.signature += "; void " + names.back() + "(" + type + "* obj)";
    recipe.signature_marks.push_back("error: '" + type + "' undeclared");
    recipe.signature_marks.push_back("error: unknown type name '" + type + "'");
  }
  recipe.function_name = declared_name(problem, syntax());
  for (const std::string& name : names) {
    recipe.signature_marks.push_back("static assertion failed: \"signature of " + name + "\"");
    recipe.signature_marks.push_back("error: '" + name + "' undeclared");
  }
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace algo::language::c
