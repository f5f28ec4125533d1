#include "language/typescript.h"

#include "language/javascript.h"
#include "language/recipe.h"
#include "language/syntax.h"
#include "language/templates.h"

namespace algo::language::typescript {
namespace {

// JavaScript with types in the declarations: the driver and the check are JavaScript's.
Syntax syntax() {
  Syntax syntax = javascript::syntax();
  syntax.param = "$: @";
  syntax.heavy_param = "$: @";
  syntax.signature = "function @{name}(@{declared}): @{returns}";
  syntax.method_signature = "@{name}(@{declared}): @{returns}";
  return syntax;
}

// Types are taken away, not checked: that takes a hundredth of a full tsc run's time. Where there
// is no esbuild, Node.js 22 and later can do it.
constexpr std::string_view kCompile =
    "if command -v esbuild >/dev/null; then "
    "esbuild solution.ts --format=cjs --target=node18 --charset=utf8 --log-level=warning "
    R"(--outfile="$tmp/solution.js"; else node strip.js solution.ts "$tmp/solution.js"; fi && )"
    R"(exec node check.js "$src" "$out" "$tmp/solution.js")";

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  const Syntax with_types = syntax();
  auto files = javascript::sources_of(problem, solution, with_types, "ts");
  files["strip.js"] = render(templates::kStripJs, make_scope(problem, with_types));
  files["types.js"] = render(templates::kTypesJs, make_scope(problem, with_types));
  return files;
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubTs, make_scope(problem, syntax()));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = javascript::recipe(problem);
  recipe.language = "typescript";
  recipe.compile = {shell_command(kCompile)};
  recipe.signature = signature_line(problem, syntax());
  recipe.solution_file = "solution.ts";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace algo::language::typescript
