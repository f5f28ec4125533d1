#include "language/rust.h"

#include "base/text.h"
#include "language/recipe.h"
#include "language/syntax.h"
#include "language/templates.h"

namespace algo::language::rust {
namespace {

// `new` is no word of the language: it is the constructor.
constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "Self",     "abstract", "as",      "async",  "await",   "become",   "box",    "break", "const",
    "continue", "crate",    "do",      "dyn",    "else",    "enum",     "extern", "false", "final",
    "fn",       "for",      "gen",     "if",     "impl",    "in",       "let",    "loop",  "macro",
    "match",    "mod",      "move",    "mut",    "new",     "override", "priv",   "pub",   "ref",
    "return",   "self",     "static",  "struct", "super",   "trait",    "true",   "try",   "type",
    "typeof",   "unsafe",   "unsized", "use",    "virtual", "where",    "while",  "yield"};

// An argument that the solution changes in place is lent to it, all others are given away.
void adapt(Scope& scope, const spec::Method& method, const spec::Function& function);

constexpr Syntax kSyntax = {
    .types = {.base = {"",
                       "i32",
                       "i64",
                       "f64",
                       "String",
                       "bool",
                       "char",
                       "Option<Box<ListNode>>",
                       "Option<Rc<RefCell<TreeNode>>>"},
              .array = "Vec<@>"},
    .codecs = {.base = {}, .array = ""},
    .zeros = {.base = {"", "0", "0", "0.0", "String::new()", "false", "' '", "None", "None"},
              .array = "Vec::new()"},
    .param = "$: @",
    .heavy_param = "$: @",
    .result = " -> @",
    .argument = "driver_arg$",
    .checked = "$",
    .solution_class = "Solution",
    .signature = "impl Solution { pub fn @{name}(@{declared})@{returns} }",
    .class_signature = "impl @{class} { @{members} }",
    .constructor_signature = "fn new(@{declared}) -> Self",
    .method_signature = "fn @{name}(&mut self@{comma}@{declared})@{returns}",
    .names = Names::kSnakeCase,
    .keywords = kKeywords,
    .adapt = adapt};

void adapt(Scope& scope, const spec::Method& method, const spec::Function& function) {
  std::vector<std::string> declared;
  std::vector<std::string> passed;
  std::vector<std::string> names;
  std::vector<std::string> arguments;
  for (const spec::Param& param : method.params) {
    const bool lent = !function.in_place.empty() && param.name == function.in_place;
    const std::string type = (lent ? "&mut " : "") + spell(kSyntax.types, param.type);
    names.push_back("driver_arg" + std::to_string(names.size()));
    declared.push_back(safe_name(kSyntax, param.name) + ": " + type);
    passed.push_back(names.back() + ": " + type);
    arguments.push_back((lent ? "&mut " : "") + names.back());
  }
  scope.words["declared"] = join(declared, ", ");
  scope.words["passed"] = join(passed, ", ");
  scope.words["names"] = join(names, ", ");
  scope.words["arguments"] = join(arguments, ", ");
}

// Static, so that any image can run it; and as judges build it: optimized, overflow wraps.
constexpr std::string_view kFlags =
    "--edition=2021 --crate-type=bin -O -C codegen-units=1 -C target-feature=+crt-static "
    "-C relocation-model=static -C strip=symbols --cfg=online_judge --color=never -A warnings";

// Below the solution's own text: what it may name without declaring it, and the driver's module
// that calls it, which sees what is private there.
constexpr std::string_view kTail =
    "\n#[allow(unused_imports)]\nuse crate::types::*;\n#[allow(warnings)]\n#[path = \"calls.rs\"]\n"
    "pub mod driver_calls;\n";

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  if (problem.contract != spec::Contract::kFunction) return {{"solution.rs", solution}};
  const Scope scope = make_scope(problem, kSyntax);
  return {{"solution.rs", solution + std::string(kTail)},
          {"calls.rs", render(templates::kCallsRs, scope)},
          {"driver.rs", render(templates::kDriverRs, scope)},
          {"nodes.rs", render(templates::kNodesRs, scope)},
          {"signature.rs", render(templates::kSignatureRs, scope)},
          {"types.rs", render(templates::kTypesRs, scope)},
          {"values.rs", render(templates::kValuesRs, scope)}};
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubRs, make_scope(problem, kSyntax));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("rust");
  const bool function = problem.contract == spec::Contract::kFunction;
  recipe.identify = {"rustc", "--version"};
  recipe.compile = {shell_command("exec rustc " + std::string(kFlags) + " " +
                                  (function ? "driver.rs" : "solution.rs") +
                                  R"( -o "$out/solution")")};
  // Where the official image has it, behind rustup.
  recipe.compile_env["PATH"] = "/usr/local/cargo/bin:" + recipe.compile_env["PATH"];
  recipe.compile_env["RUSTUP_HOME"] = "/usr/local/rustup";
  recipe.run = {"{out}/solution"};
  recipe.data_overhead = std::uint64_t{8} << 20U;
  recipe.out_of_memory_marks = {"memory allocation of "};
  recipe.package = "rustc";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.signature_marks = {"--> signature.rs:"};
  recipe.solution_file = "solution.rs";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace algo::language::rust
