#include "language/go.h"

#include "language/go_source.h"
#include "language/recipe.h"
#include "language/scan.h"
#include "language/syntax.h"
#include "language/templates.h"

namespace algo::language::go {
namespace {

constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "break",  "case",        "chan", "const",   "continue", "default", "defer",
    "else",   "fallthrough", "for",  "func",    "go",       "goto",    "if",
    "import", "interface",   "map",  "package", "range",    "return",  "select",
    "struct", "switch",      "type", "var"};

constexpr Syntax kSyntax = {
    .types =
        {.base =
             {"", "int", "int64", "float64", "string", "bool", "byte", "*ListNode", "*TreeNode"},
         .array = "[]@"},
    .codecs = {.base = {"",
                        "driverInteger",
                        "driverLong",
                        "driverDouble",
                        "driverString",
                        "driverBoolean",
                        "driverCharacter",
                        "driverList",
                        "driverTree"},
               .array = "driverArray(@)"},
    .zeros = {.base = {"", "0", "0", "0", "\"\"", "false", "' '", "nil", "nil"}, .array = "nil"},
    .param = "$ @",
    .heavy_param = "$ @",
    .result = " @",
    .argument = "driverArg$",
    .checked = "$",
    .solution_class = "",
    .signature = "func @{name}(@{declared})@{returns}",
    .class_signature = "type @{class} with @{members}",
    .constructor_signature = "func Constructor(@{declared}) @{class}",
    .method_signature = "func (*@{class}) @{name}(@{declared})@{returns}",
    .names = Names::kCapitalMethods,
    .keywords = kKeywords,
    .adapt = nullptr};

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  std::map<std::string, std::string> files{{"solution.go", complete_source(solution)}};
  if (problem.contract != spec::Contract::kFunction) return files;
  const std::string code = blank_literals(solution);
  Scope scope = make_scope(problem, kSyntax);
  define_missing_nodes(scope,
                       [&code](std::string_view type) { return has_words(code, {"type", type}); });
  files["driver.go"] = render(templates::kDriverGo, scope);
  files["calls.go"] = render(templates::kCallsGo, scope);
  files["signature.go"] = render(templates::kSignatureGo, scope);
  if (!scope.words["define_list"].empty() || !scope.words["define_tree"].empty()) {
    files["types.go"] = render(templates::kTypesGo, scope);
  }
  return files;
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubGo, make_scope(problem, kSyntax));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("go");
  recipe.identify = {"go", "version"};
  // GOPATH mode builds a list of files with the newest language version that the compiler knows,
  // whatever go.mod lies above. A missing cache only makes it slow; a read-only one is enough.
  recipe.compile = {shell_command(
      R"(if [ -d "$cache/go" ]; then GOCACHE=$cache/go; else GOCACHE=$tmp/go-build; fi; )"
      R"(export GOCACHE; exec go build -trimpath -ldflags='-s -w' -o "$out/solution" *.go)")};
  recipe.compile_env.merge(std::map<std::string, std::string>{{"CGO_ENABLED", "0"},
                                                              {"GO111MODULE", "off"},
                                                              {"GOENV", "off"},
                                                              {"GOPATH", "{tmp}/gopath"},
                                                              {"GOPROXY", "off"},
                                                              {"GOTOOLCHAIN", "local"},
                                                              {"GOTMPDIR", "{tmp}"}});
  recipe.run = {"{out}/solution"};
  // One processor: a parallel collector would spend CPU time that the solution is charged for. The
  // collector works harder before the limit is reached rather than after.
  recipe.run_env = {{"GOMAXPROCS", "1"},
                    {"GOMEMLIMIT", std::to_string(problem.limits.memory / 8 * 7)}};
  recipe.compile_time = std::chrono::seconds(60);  // the standard library without a warm cache
  recipe.calls = "runtime";
  recipe.data_overhead = std::uint64_t{64} << 20U;
  // Which of them it says depends on what asked for memory last: the heap, its metadata, a stack.
  recipe.out_of_memory_marks = {"runtime: out of memory",
                                "runtime: cannot allocate memory",
                                "fatal error: out of memory",
                                "fatal error: pageAlloc: out of memory",
                                "runtime: failed to allocate stack for the new OS thread"};
  recipe.package = "golang-go";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.signature_marks = {"signature.go:"};
  recipe.solution_file = "solution.go";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  // Beside what solutions use: what the driver uses, and what larger programs may.
  std::string packages =
      "runtime/debug syscall context container/list math/rand/v2 hash/fnv "
      "encoding/binary crypto/sha256 text/tabwriter unicode/utf16";
  for (const std::string_view package : common_packages()) packages += " " + std::string(package);
  // An older Go lacks some of them.
  return {
      shell_command("GOCACHE=$cache/go; export GOCACHE; exec go build -trimpath "
                    "$(go list -e -f '{{if not .Error}}{{.ImportPath}}{{end}}' " +
                    packages + ")")};
}

}  // namespace algo::language::go
