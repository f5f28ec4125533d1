#include "language/java.h"

#include "language/recipe.h"
#include "language/scan.h"
#include "language/syntax.h"
#include "language/templates.h"

#include <cctype>

namespace algo::language::java {
namespace {

constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "abstract",  "assert",       "boolean",  "break",      "byte",    "case",       "catch",
    "char",      "class",        "const",    "continue",   "default", "do",         "double",
    "else",      "enum",         "extends",  "false",      "final",   "finally",    "float",
    "for",       "goto",         "if",       "implements", "import",  "instanceof", "int",
    "interface", "long",         "native",   "new",        "null",    "package",    "private",
    "protected", "public",       "return",   "short",      "static",  "strictfp",   "super",
    "switch",    "synchronized", "this",     "throw",      "throws",  "transient",  "true",
    "try",       "void",         "volatile", "while"};

constexpr TypeWords kTypes = {
    .base = {"void", "int", "long", "double", "String", "boolean", "char", "ListNode", "TreeNode"},
    .array = "@[]"};

constexpr Syntax kSyntax = {
    .types = kTypes,
    .codecs = kTypes,
    .zeros = {.base = {"", "0", "0", "0", "\"\"", "false", "' '", "null", "null"}, .array = "null"},
    .param = "@ $",
    .heavy_param = "@ $",
    .result = "@",
    .argument = "driverArg%_$",
    .checked = "$",
    .solution_class = "Solution",
    .signature = "@{returns} Solution.@{name}(@{declared})",
    .class_signature = "class @{class} { @{members}; }",
    .constructor_signature = "@{class}(@{declared})",
    .method_signature = "@{returns} @{name}(@{declared})",
    .names = Names::kAsGiven,
    .keywords = kKeywords,
    .adapt = nullptr};

// On the solution's first line, so that line numbers stay.
constexpr std::string_view kImports =
    "import java.util.*; import java.util.function.*; import java.util.stream.*; "
    "import java.io.*; import java.math.*; ";

struct Outline {
  std::string text;        // the solution without "public" before its outermost classes
  std::string main_class;  // the outermost class with a main
};

// The file's name is the judge's, and a public class insists on one of its own.
Outline outline(const std::string& solution) {
  Outline found{.text = solution, .main_class = "Main"};
  const std::string code = blank_literals(solution);
  int depth = 0;
  std::string words[3];  // NOLINT(modernize-avoid-c-arrays): the last three, newest first
  std::string type;
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (code[at] == '{') ++depth;
    if (code[at] == '}') --depth;
    if (std::isalpha(static_cast<unsigned char>(code[at])) == 0 && code[at] != '_') continue;
    std::size_t end = at;
    while (end < code.size() &&
           (std::isalnum(static_cast<unsigned char>(code[end])) != 0 || code[end] == '_')) {
      ++end;
    }
    words[2] = words[1];
    words[1] = words[0];
    words[0] = code.substr(at, end - at);
    if (depth == 0 && words[0] == "public") found.text.replace(at, end - at, end - at, ' ');
    if (depth == 0 && (words[1] == "class" || words[1] == "interface" || words[1] == "enum")) {
      type = words[0];
    }
    if (depth == 1 && words[0] == "main" && words[1] == "void") found.main_class = type;
    at = end - 1;
  }
  return found;
}

// The heap is what the limit is for; the rest of the machine is kept small and predictable.
std::vector<std::string> run_command(const spec::Problem& problem, bool function) {
  return {"java",
          "-Xmx" + std::to_string(problem.limits.memory >> 10U) + "k",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:CompressedClassSpaceSize=32m",
          "-XX:CICompilerCount=2",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "-XX:+DisableAttachMechanism",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          "-Xshare:auto",
          "-Dfile.encoding=UTF-8",
          "-Dsun.stdout.encoding=UTF-8",
          "-Dsun.stderr.encoding=UTF-8",
          // The driver's descriptors are not files that could be opened by name.
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "-cp",
          "{out}",
          function ? "DriverMain" : "Launcher"};
}

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  const Outline parts = outline(solution);
  std::map<std::string, std::string> files{{"solution.java", std::string(kImports) + parts.text}};
  Scope scope = make_scope(problem, kSyntax);
  if (problem.contract != spec::Contract::kFunction) {
    scope.words["main_class"] = parts.main_class;
    files["launcher.java"] = render(templates::kLauncherJava, scope);
    return files;
  }
  const std::string code = blank_literals(solution);
  const auto lacks = [&](const char* type, const char* used) {
    return !scope.words[used].empty() && !has_words(code, {"class", type}) ? "yes" : "";
  };
  scope.words["define_list"] = lacks("ListNode", "uses_list");
  scope.words["define_tree"] = lacks("TreeNode", "uses_tree");
  files["driver.java"] = render(templates::kDriverJava, scope);
  files["calls.java"] = render(templates::kCallsJava, scope);
  files["types.java"] = render(templates::kTypesJava, scope);
  return files;
}

std::string stub(const spec::Problem& problem) {
  return render(templates::kStubJava, make_scope(problem, kSyntax));
}

spec::Recipe recipe(const spec::Problem& problem) {
  spec::Recipe recipe = base_recipe("java");
  const bool function = problem.contract == spec::Contract::kFunction;
  recipe.identify = {"java", "-version"};
  recipe.compile = {
      shell_command("exec javac -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -J-Xmx512m "
                    "-J-XX:-UsePerfData -encoding UTF-8 -g -nowarn -XDsuppressNotes -proc:none "
                    "-implicit:none -d \"$out\" *.java")};
  recipe.run = run_command(problem, function);
  recipe.calls = "jit";
  recipe.data_overhead = std::uint64_t{512} << 20U;
  recipe.out_of_memory_marks = {"java.lang.OutOfMemoryError",
                                "insufficient memory for the Java Runtime Environment"};
  recipe.package = "openjdk-17-jdk-headless";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.signature_marks = {"calls.java:"};
  recipe.solution_file = "solution.java";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  return {};
}

}  // namespace algo::language::java
