#include "command_line.h"

#include "base/error.h"
#include "base/text.h"
#include "language/language.h"

#include <utility>

namespace algo {
namespace {

using NamedFormat = std::pair<std::string, Format>;

[[noreturn]] void usage(const std::string& what, const std::string& why, const std::string& next) {
  throw Error(ErrorKind::kUsage, what, why, next);
}

const std::vector<NamedFormat> kDocuments{
    {"table", Format::kTable}, {"json", Format::kJson}, {"yaml", Format::kYaml}};

std::vector<NamedFormat> documents_and(const char* name, Format format) {
  auto formats = kDocuments;
  formats.emplace_back(name, format);
  return formats;
}

Format format(const CommandLine& line, const std::vector<NamedFormat>& allowed) {
  if (!line.has("output")) return Format::kTable;
  const std::string word = line.get("output");
  std::vector<std::string> names;
  for (const auto& [name, value] : allowed) {
    if (name == word) return value;
    names.push_back(name);
  }
  usage("unknown output format \"" + word + "\"",
        "known are " + join(names, ", "),
        did_you_mean(word, names));
}

std::string argument(const CommandLine& line, std::size_t index) {
  return index < line.arguments.size() ? line.arguments[index] : "";
}

std::string problem(const CommandLine& line) {
  if (line.arguments.empty() || line.arguments.front().empty()) {
    usage(std::string(line.command->name) + " needs a PROBLEM",
          "",
          line.program + " list, or " + line.help());
  }
  return line.arguments.front();
}

std::string language(const CommandLine& line) {
  std::string id = line.get("lang");
  if (line.has("lang")) static_cast<void>(language::find_language(id));
  return id;
}

JudgingOp judging(const CommandLine& line) {
  return {line.all("case"),
          line.has("fail-fast"),
          line.get("result-file"),
          format(line, documents_and("junit", Format::kJunit))};
}

Op init_op(const CommandLine& line) {
  return InitOp{problem(line), language(line), line.get("dir"), line.has("force")};
}

// `build two-sum my.go` and `build --problem=two-sum my.go` mean the same, and so does saying the
// problem twice.
void take_arguments(const CommandLine& line, BuildOp& op) {
  if (!line.has("problem")) {
    op.problem = problem(line);
    op.solution = argument(line, 1);
    return;
  }
  op.problem = line.get("problem");
  if (op.problem.empty()) usage("--problem is empty", "", line.help());
  const bool twice = argument(line, 0) == op.problem;
  op.solution = argument(line, twice ? 1 : 0);
  if (!twice && line.arguments.size() > 1) {
    usage("two problems: " + line.arguments.front() + " and --problem=" + op.problem,
          "",
          "name one of them");
  }
}

Op build_op(const CommandLine& line) {
  BuildOp op;
  take_arguments(line, op);
  op.language = language(line);
  if (line.has("timeout")) {
    op.timeout = parse_duration(line.get("timeout"));
    if (!op.timeout) {
      usage("--timeout=" + line.get("timeout"), "not a duration", "for example 30s or 2m");
    }
  }
  if (line.has("memory-limit")) {
    op.memory_limit_text = line.get("memory-limit");
    op.memory_limit = parse_quantity(op.memory_limit_text);
    if (!op.memory_limit) {
      usage("--memory-limit=" + op.memory_limit_text,
            "not a Kubernetes quantity of bytes",
            "for example 128Mi or 1Gi");
    }
  }
  op.image = line.get("image");
  op.folder = line.get("output-dir");
  return op;
}

Op run_op(const CommandLine& line) {
  if (!line.has("local")) {
    usage("run judges on this machine only, and wants to be told so: --local",
          "",
          line.program + " run --local; for a cluster: kubectl create -f job.yaml -f runner.yaml");
  }
  return RunOp{argument(line, 0), judging(line)};
}

Op test_op(const CommandLine& line) {
  TestOp op{problem(line), argument(line, 1), language(line), line.has("stdin"), judging(line)};
  if (op.from_stdin && (!op.judging.cases.empty() || op.judging.fail_fast)) {
    usage("--stdin goes with neither --case nor --fail-fast",
          "standard input is the only case then",
          line.help());
  }
  return op;
}

ColorWhen color(const CommandLine& line) {
  const std::string when = line.get("color");
  if (!line.has("color") || when == "auto") return ColorWhen::kAuto;
  if (when == "always") return ColorWhen::kAlways;
  if (when == "never") return ColorWhen::kNever;
  usage("--color=" + when,
        "known are always, auto, never",
        did_you_mean(when, {"always", "auto", "never"}));
}

Op help_op(const CommandLine& line) {
  const std::string topic = argument(line, 0);
  if (!topic.empty() && find_command(topic) == nullptr) throw unknown_command(topic, line.program);
  return HelpOp{topic};
}

Op make_op(const CommandLine& line) {
  const std::string_view name = line.command->name;
  if (line.has("help")) return HelpOp{std::string(name)};
  if (name == "list") return ListOp{format(line, documents_and("name", Format::kName))};
  if (name == "show") return ShowOp{problem(line), format(line, kDocuments)};
  if (name == "init") return init_op(line);
  if (name == "build") return build_op(line);
  if (name == "run") return run_op(line);
  if (name == "test") return test_op(line);
  if (name == "version") return VersionOp{format(line, kDocuments)};
  return help_op(line);
}

}  // namespace

std::string CommandLine::get(const std::string& flag) const {
  const auto found = flags.find(flag);
  return found == flags.end() || found->second.empty() ? "" : found->second.back();
}

std::vector<std::string> CommandLine::all(const std::string& flag) const {
  const auto found = flags.find(flag);
  return found == flags.end() ? std::vector<std::string>{} : found->second;
}

std::string CommandLine::help() const {
  return program + " " + std::string(command->name) + " --help";
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::vector<std::string> near = nearest(word, known);
  return near.empty() ? "" : "did you mean " + join(near, " or ") + "?";
}

Error unknown_command(const std::string& name, const std::string& program) {
  std::vector<std::string> names;
  for (const CommandInfo& known : commands()) names.emplace_back(known.name);
  const std::string meant = did_you_mean(name, names);
  return {ErrorKind::kUsage,
          "unknown command \"" + printable(shorten(name, 64)) + "\"",
          "",
          meant.empty() ? program + " help" : meant};
}

Invocation make_invocation(const CommandLine& line) {
  const ColorWhen when = color(line);
  return {make_op(line), when};
}

}  // namespace algo
