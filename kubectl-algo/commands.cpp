#include "commands.h"

#include "base/text.h"
#include "language/language.h"

#include <algorithm>

namespace algo {
namespace {

// "Language: go, c, … or typescript", in the order of the table.
std::string_view language_help() {
  static const std::string kText = [] {
    std::vector<std::string> ids;
    for (const language::Language& one : language::languages()) ids.emplace_back(one.id);
    const std::string last = ids.back();
    ids.pop_back();
    return "Language: " + join(ids, ", ") + " or " + last;
  }();
  return kText;
}

const FlagInfo kLanguage{"lang", "", "LANGUAGE", language_help()};
const CommandInfo kList{
    "list",
    "",
    0,
    "List the problems at hand",
    "The problems inside this program, and those in the folders of ALGO_PATH.",
    {"# All problems", "list", "# Their names only, for scripts", "list -o name"},
    {{"output", "o", "FORMAT", "Output format: table, json, yaml or name"}, kColorFlag, kHelpFlag}};

const CommandInfo kShow{
    "show",
    "PROBLEM",
    1,
    "Show a problem: statement, signatures, samples",
    "PROBLEM is an id from `list`, or a folder with a problem.yaml.",
    {"# Read the problem two-sum",
     "show two-sum",
     "# A problem of your own",
     "show ./my-problem",
     "# Everything about it as JSON, cases included",
     "show two-sum -o json"},
    {{"output", "o", "FORMAT", "Output format: table, json or yaml"}, kColorFlag, kHelpFlag}};

const CommandInfo kInit{
    "init",
    "PROBLEM",
    1,
    "Write a solution to start from",
    "Writes PROBLEM/solution.EXT, which compiles, and says what to type next.",
    {"# Start solving two-sum in Go", "init two-sum --lang go"},
    {kLanguage,
     {"dir", "", "FOLDER", "Where to write it (default: a folder named like the problem)"},
     {"force", "", "", "Replace a solution that is there already"},
     kColorFlag,
     kHelpFlag}};

const CommandInfo kBuild{
    "build",
    "PROBLEM [SOLUTION]",
    2,
    "Turn a problem and a solution into a Job bundle",
    "The bundle holds job.yaml, runner.yaml, Dockerfile, test-cases.json, spec.yaml, src/ and "
    "bundle.json;\n"
    "the same inputs give the same bytes. Without SOLUTION: the one in ./PROBLEM/, else the "
    "problem's\n"
    "reference solution.",
    {"# A bundle of the solution in ./two-sum/, or of the reference solution",
     "build two-sum",
     "# With limits for the Job",
     "build two-sum --lang=go --timeout=30s --memory-limit=128Mi",
     "# A solution of your own, into a folder of your choice",
     "build two-sum my.py -o out"},
    {{"problem", "", "PROBLEM", "The problem, in place of the first argument"},
     kLanguage,
     {"timeout",
      "",
      "DURATION",
      "The Job's activeDeadlineSeconds, e.g. 30s (default: enough for the worst case)"},
     {"memory-limit", "", "QUANTITY", "Memory limit of the sandbox's container, e.g. 128Mi"},
     {"image", "", "IMAGE", "Image with the toolchain (default: the language's official image)"},
     {"output-dir", "o", "FOLDER", "Folder of the bundle (default: PROBLEM.bundle)"},
     kColorFlag,
     kHelpFlag}};

const CommandInfo kTest{
    "test",
    "PROBLEM [SOLUTION]",
    2,
    "Judge a solution on this machine",
    "The same judge and sandbox as in a cluster. Without SOLUTION: the one in ./PROBLEM/, else "
    "the\n"
    "problem's reference solution. The exit code is the verdict: 0 accepted, 1 not accepted.",
    {"# Judge the solution in ./two-sum/",
     "test two-sum",
     "# One case of it",
     "test two-sum --case large-3",
     "# What does it answer to an input of mine? One JSON value per line",
     "test two-sum --stdin <<< $'[3, 3]\\n6'"},
    {kLanguage,
     kCaseFlag,
     kFailFastFlag,
     kRunsFlag,
     {"stdin", "", "", "Run on standard input (one JSON argument per line) and print the answer"},
     {"result-file", "", "FILE", "Keep the report in this file (default: not kept)"},
     kFormatFlag,
     kColorFlag,
     kHelpFlag}};

const CommandInfo kVersion{
    "version",
    "",
    0,
    "Show the versions of this program and its judge",
    "",
    {"version", "version -o json"},
    {{"output", "o", "FORMAT", "Output format: table, json or yaml"}, kColorFlag, kHelpFlag}};

const CommandInfo kHelpCommand{
    "help", "[COMMAND]", 1, "Show help for a command", "", {"help build"}, {kColorFlag, kHelpFlag}};

constexpr std::size_t kLeastFlagWidth = 28;

std::string padded(std::string text, std::size_t width) {
  text.append(text.size() < width ? width - text.size() : 1, ' ');
  return text;
}

std::string flag_label(const FlagInfo& flag) {
  std::string label = flag.letter.empty() ? "    " : "-" + std::string(flag.letter) + ", ";
  label += "--" + std::string(flag.name);
  if (!flag.placeholder.empty()) label += "=" + std::string(flag.placeholder);
  return label;
}

}  // namespace

const std::vector<CommandInfo>& commands() {
  static const std::vector<CommandInfo> kAll = [] {
    std::vector<CommandInfo> all{kList, kShow, kInit, kTest};
    all.insert(all.end(), growth_commands().begin(), growth_commands().end());
    all.push_back(kBuild);
    all.insert(all.end(), cluster_commands().begin(), cluster_commands().end());
    all.insert(all.end(), {kVersion, kHelpCommand});
    return all;
  }();
  return kAll;
}

const CommandInfo* find_command(std::string_view name) {
  for (const CommandInfo& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::string overview(const std::string& program) {
  std::string text =
      "Judge solutions of programming problems, on this machine or as a Kubernetes "
      "Job.\n\nCommands:\n";
  for (const CommandInfo& command : commands()) {
    text += "  " + padded(std::string(command.name), 10) + std::string(command.summary) + "\n";
  }
  text += "\nExamples:\n  # The whole way, with the reference solution\n  " + program +
          " build two-sum\n  " + program + " run --local\n  # The same in a cluster\n  " + program +
          " run\n  # Solve it yourself\n  " + program + " init two-sum --lang go\n  " + program +
          " test two-sum\n\nUse \"" + program + " COMMAND --help\" for more about a command.\n";
  return text;
}

std::string help_text(const CommandInfo& command, const std::string& program) {
  std::string text = std::string(command.summary) + ".\n";
  if (!command.description.empty()) text += "\n" + std::string(command.description) + "\n";
  text += "\nUsage:\n  " + program + " " + std::string(command.name);
  if (!command.arguments.empty()) text += " " + std::string(command.arguments);
  text += " [flags]\n\nExamples:\n";
  for (const std::string_view example : command.examples) {
    text += "  " + (example.starts_with('#') ? "" : program + " ") + std::string(example) + "\n";
  }
  std::size_t width = kLeastFlagWidth;
  for (const FlagInfo& flag : command.flags) {
    width = std::max(width, flag_label(flag).size() + 2);
  }
  text += "\nFlags:\n";
  for (const FlagInfo& flag : command.flags) {
    if (flag.name == kFirstConnectionFlag) {
      text += "\nFlags that choose the cluster, as kubectl's:\n";
    }
    text += "  " + padded(flag_label(flag), width) + std::string(flag.help) + "\n";
  }
  return text;
}

}  // namespace algo
