#include "language/java.h"

#include "base/text.h"
#include "language/java_source.h"
#include "language/recipe.h"
#include "language/scan.h"
#include "language/syntax.h"
#include "language/templates.h"

#include <algorithm>

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

// An empty array: an unchanged stub is wrong in its answer, not an exception.
void adapt(Scope& scope, const spec::Method& method, const spec::Function& /*function*/) {
  const spec::Type& type = method.returns;
  if (type.depth == 0) return;
  const std::string element = spell(kTypes, {type.base, 0});
  scope.words["zero"] = "new " + element + "[0]";
  for (int depth = 1; depth < type.depth; ++depth) scope.words["zero"] += "[]";
}

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
    .adapt = adapt};

// On the solution's first line, so that line numbers stay.
constexpr std::string_view kImports =
    "import java.util.*; import java.util.function.*; import java.util.stream.*; "
    "import java.io.*; import java.math.*; ";

// The JVM's own code, classes, compilers and stacks: about 40 MiB when a solution starts, and all
// of it counts. The heap gets the rest of the limit, so that an object too many is refused by the
// heap, by name, before the process has grown too large.
constexpr std::uint64_t kOutsideHeap = std::uint64_t{48} << 20U;

std::uint64_t heap_bytes(std::uint64_t memory_limit) {
  return std::max(memory_limit - std::min(memory_limit, kOutsideHeap), memory_limit / 4);
}

std::vector<std::string> run_command(const spec::Problem& problem, bool function) {
  const std::string heap = std::to_string(heap_bytes(problem.limits.memory) >> 10U) + "k";
  return {"java",
          // All of the heap at once: pages count when they are used, and nothing depends on how
          // much memory the machine has.
          "-Xms" + heap,
          "-Xmx" + heap,
          "-Xss512k",
          // One thread collects. Both compilers stay on: a slow loop needs the second.
          "-XX:+UseSerialGC",
          "-XX:CICompilerCount=2",
          "-XX:-UseDynamicNumberOfCompilerThreads",
          // Pools of threads as large on every machine, and within the limit of processes.
          "-XX:ActiveProcessorCount=2",
          "-XX:-UseContainerSupport",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:CompressedClassSpaceSize=32m",
          "-Xshare:auto",
          // Whoever catches everything, or waits for a thread that ran out of memory, has run out
          // of memory all the same.
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr",
          // The trace of an endless recursion is no flood of output.
          "-XX:MaxJavaStackTraceDepth=50",
          // With reserved pages the JVM looks through the whole stack when that overflows, and
          // keeps three times its size in notes.
          "-XX:StackReservedPages=0",
          // No files.
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/dev/null",
          // Names of the same thing before and since Java 18 (JEP 400).
          "-Dfile.encoding=UTF-8",
          "-Dsun.stdout.encoding=UTF-8",
          "-Dsun.stderr.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          // The driver's descriptors are not files that could be opened by name.
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "-cp",
          "{out}",
          function ? "DriverMain" : "ProgramLauncher"};
}

// Classes of the compiler, loaded and verified once; without the file, or with one of another JDK,
// javac starts as if it had not been named, only slower.
constexpr std::string_view kArchive = "/java/javac.jsa";

// The second compiler would take longer to start than javac takes.
std::vector<std::string> javac_options(std::string_view cache) {
  return {"-J-XX:+UseSerialGC",
          "-J-XX:TieredStopAtLevel=1",
          "-J-Xmx512m",
          "-J-XX:-UsePerfData",
          "-J-XX:SharedArchiveFile=" + std::string(cache) + std::string(kArchive),
          "-J-Xshare:auto",
          "-J-Xlog:disable"};
}

// javac quotes the first line with the imports in it, and its mark below is as far to the right.
// Line by line (-u, which GNU's sed and BusyBox's have), for whoever follows the compilation.
std::string without_imports() {
  std::string pattern = replace_all(std::string(kImports), ".", "\\.");
  pattern = replace_all(std::move(pattern), "*", "\\*");
  return "sed -u '/^" + pattern + "/{s///;n;s/^ \\{" + std::to_string(kImports.size()) + "\\}//;}'";
}

// A pipe gives the exit code of its last program only: javac's own goes past it.
std::string compile_script() {
  const std::string options = join(javac_options(R"("$cache")"), " ");
  return "exec 3>&2; exit $({ { javac " + options +
         " -encoding UTF-8 -g:source,lines -nowarn -XDsuppressNotes -proc:none -implicit:none "
         "-d \"$out\" *.java 2>&1 3>&-; echo $? >&4; } | " +
         without_imports() + " >&3; } 4>&1)";
}

// What solutions use of the language, so that the classes which compile it are in the archive.
constexpr std::string_view kSample =
    "import java.util.*; import java.util.function.*; import java.util.stream.*; "
    "class Main { enum E { A, B } interface Made<T> { T make(T from); } "
    "static class Node { int val; Node next; Node(int val) { this.val = val; } } "
    "final Map<Integer, List<String>> seen = new HashMap<>(); "
    "int[] twoSum(int[] numbers, int target) throws Exception { "
    "Deque<Integer> open = new ArrayDeque<>(); long sum = 0; "
    "for (int i = 0; i < numbers.length; i++) { sum += numbers[i] * 31L % 7; "
    "if (seen.containsKey(target - numbers[i]) && i > 0 || sum < 0) return new int[] {i, 1}; "
    "seen.computeIfAbsent(i, key -> new ArrayList<>()).add(\"x\" + sum); } "
    "while (!open.isEmpty()) { switch (open.pop()) { case 1: break; default: continue; } } "
    "PriorityQueue<int[]> queue = new PriorityQueue<>((a, b) -> Integer.compare(a[0], b[0])); "
    "for (int[] one : queue) sum = one[0] > 1 ? one[0] : -one[1]; "
    "Made<Integer> made = from -> from + 1; Supplier<Node> node = () -> new Node(1); "
    "try { synchronized (this) { node.get().next = null; } } "
    "catch (RuntimeException problem) { throw new Exception(problem); } finally { made.make(1); } "
    "String text = Arrays.stream(numbers).boxed().map(String::valueOf)"
    ".collect(Collectors.joining()); char[] letters = text.toCharArray(); Arrays.sort(letters); "
    "int kind = switch (E.A) { case A -> 1; case B -> 2; }; var object = (Object) text; "
    "return object instanceof String one ? new int[kind] : new int[0]; } "
    "public static void main(String[] words) { Scanner in = new Scanner(System.in); "
    "new Thread(new Runnable() { public void run() { } }).start(); "
    "System.out.println(String.format(\"%d\", in.nextInt())); } }";

}  // namespace

std::map<std::string, std::string> sources(const spec::Problem& problem,
                                           const std::string& solution) {
  const Source source = as_unnamed_package(solution);
  std::map<std::string, std::string> files{{"solution.java", std::string(kImports) + source.text}};
  Scope scope = make_scope(problem, kSyntax);
  if (problem.contract != spec::Contract::kFunction) {
    scope.words["main_class"] = source.main_class.empty() ? "Main" : source.main_class;
    files["launcher.java"] = render(templates::kLauncherJava, scope);
    return files;
  }
  const std::string code = blank_literals(solution, TextBlocks::kSome);
  define_missing_nodes(scope,
                       [&code](std::string_view type) { return has_words(code, {"class", type}); });
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
  // Temurin's images have it there. The same path for both, so that no older JVM runs the classes.
  recipe.compile_env["PATH"] = "/opt/java/openjdk/bin:" + recipe.compile_env["PATH"];
  recipe.run_env["PATH"] = recipe.compile_env["PATH"];
  recipe.identify = javac_options("{cache}");
  recipe.identify.insert(recipe.identify.begin(), "javac");
  recipe.identify.emplace_back("-version");
  recipe.compile = {shell_command(compile_script())};
  recipe.run = run_command(problem, function);
  recipe.calls = "jit";
  // What the JVM maps for itself, and threads with a stack of 256 MiB as programs of contests have.
  recipe.data_overhead = std::uint64_t{512} << 20U;
  // Not "unable to create native thread", which is the limit of processes.
  recipe.out_of_memory_marks = {"OutOfMemoryError: Java heap space",
                                "OutOfMemoryError: GC overhead limit exceeded",
                                "OutOfMemoryError: Requested array size exceeds VM limit",
                                "OutOfMemoryError: Required ",
                                "OutOfMemoryError: Cannot reserve ",
                                "OutOfMemoryError: Unable to allocate ",
                                "OutOfMemoryError: Metaspace",
                                "OutOfMemoryError: Compressed class space",
                                "insufficient memory for the Java Runtime Environment"};
  recipe.package = "default-jdk-headless";
  recipe.function_name = declared_name(problem, kSyntax);
  recipe.signature = signature_line(problem, kSyntax);
  recipe.signature_marks = {"calls.java:"};
  recipe.solution_file = "solution.java";
  return recipe;
}

std::vector<std::vector<std::string>> warm_up() {
  std::vector<std::string> options = javac_options("$cache");
  std::erase_if(options, [](const std::string& word) { return word.ends_with(kArchive); });
  return {shell_command(R"(mkdir -p "$cache/java" "$tmp/java" && cd "$tmp/java" && echo ')" +
                        std::string(kSample) + "' > Main.java && exec javac " + join(options, " ") +
                        " -J-XX:ArchiveClassesAtExit=\"$cache\"" + std::string(kArchive) +
                        " -proc:none -d . Main.java")};
}

}  // namespace algo::language::java
