#include "command_line.h"

#include "base/error.h"
#include "base/text.h"
#include "language/language.h"

#include <charconv>
#include <cstdint>
#include <utility>

namespace algo {
namespace {

std::string argument(const CommandLine& line, std::size_t index) {
  return index < line.arguments.size() ? line.arguments[index] : "";
}

Op init_op(const CommandLine& line) {
  return InitOp{problem_of(line), language_of(line), line.get("dir"), line.has("force")};
}

// `build two-sum my.go` and `build --problem=two-sum my.go` mean the same, and so does saying the
// problem twice.
void take_arguments(const CommandLine& line, BuildOp& op) {
  if (!line.has("problem")) {
    op.problem = problem_of(line);
    op.solution = argument(line, 1);
    return;
  }
  op.problem = line.get("problem");
  if (op.problem.empty()) usage_error("--problem is empty", "", line.help());
  const bool twice = argument(line, 0) == op.problem;
  op.solution = argument(line, twice ? 1 : 0);
  if (!twice && line.arguments.size() > 1) {
    usage_error("two problems: " + line.arguments.front() + " and --problem=" + op.problem,
                "",
                "name one of them");
  }
}

Op build_op(const CommandLine& line) {
  BuildOp op;
  take_arguments(line, op);
  op.language = language_of(line);
  if (line.has("timeout")) {
    op.timeout = parse_duration(line.get("timeout"));
    if (!op.timeout) {
      usage_error("--timeout=" + line.get("timeout"), "not a duration", "for example 30s or 2m");
    }
  }
  if (line.has("memory-limit")) {
    op.memory_limit_text = line.get("memory-limit");
    op.memory_limit = parse_quantity(op.memory_limit_text);
    if (!op.memory_limit) {
      usage_error("--memory-limit=" + op.memory_limit_text,
                  "not a Kubernetes quantity of bytes",
                  "for example 128Mi or 1Gi");
    }
  }
  op.image = line.get("image");
  op.folder = line.get("output-dir");
  return op;
}

Op test_op(const CommandLine& line) {
  TestOp op{
      problem_of(line), argument(line, 1), language_of(line), line.has("stdin"), judging_of(line)};
  const bool more_cases = !op.judging.cases.empty() || op.judging.fail_fast || op.judging.runs > 1;
  if (op.from_stdin && more_cases) {
    usage_error("--stdin goes with none of --case, --fail-fast and --runs",
                "standard input is the only case then",
                line.help());
  }
  return op;
}

ColorWhen color(const CommandLine& line) {
  if (!line.has("color")) return ColorWhen::kAuto;
  return choice<ColorWhen>(
      line,
      "color",
      {{"always", ColorWhen::kAlways}, {"auto", ColorWhen::kAuto}, {"never", ColorWhen::kNever}});
}

Op help_op(const CommandLine& line) {
  const std::string topic = argument(line, 0);
  if (!topic.empty() && find_command(topic) == nullptr) throw unknown_command(topic, line.program);
  return HelpOp{topic};
}

Op make_op(const CommandLine& line) {
  const std::string_view name = line.command->name;
  if (line.has("help")) return HelpOp{std::string(name)};
  if (name == "list") return ListOp{format_of(line, "name", Format::kName)};
  if (name == "show") return ShowOp{problem_of(line), format_of(line, "", Format::kTable)};
  if (name == "init") return init_op(line);
  if (name == "build") return build_op(line);
  if (name == "test") return test_op(line);
  if (name == "bench" || name == "compare") return make_growth_op(line);
  if (name == "version") return VersionOp{format_of(line, "", Format::kTable)};
  if (name == "help") return help_op(line);
  return make_cluster_op(line);
}

}  // namespace

std::string problem_of(const CommandLine& line) {
  if (line.arguments.empty() || line.arguments.front().empty()) {
    usage_error(std::string(line.command->name) + " needs a PROBLEM",
                "",
                line.program + " list, or " + line.help());
  }
  return line.arguments.front();
}

std::string language_of(const CommandLine& line) {
  std::string id = line.get("lang");
  if (line.has("lang")) static_cast<void>(language::find_language(id));
  return id;
}

void usage_error(const std::string& what, const std::string& why, const std::string& next) {
  throw Error(ErrorKind::kUsage, what, why, next);
}

Format format_of(const CommandLine& line, const char* name, Format extra) {
  if (!line.has("output")) return Format::kTable;
  std::vector<std::pair<std::string, Format>> known{
      {"table", Format::kTable}, {"json", Format::kJson}, {"yaml", Format::kYaml}};
  if (*name != '\0') known.emplace_back(name, extra);
  return choice<Format>(line, "output", known);
}

namespace {

std::uint32_t runs_of(const CommandLine& line) {
  constexpr std::uint32_t most = 10'000;
  if (!line.has("runs")) return 1;
  const std::string text = line.get("runs");
  std::uint32_t runs = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), runs);
  const bool number = error == std::errc() && end == text.data() + text.size();
  if (number && runs > 0 && runs <= most) return runs;
  usage_error("--runs=" + printable(shorten(text, 32)),
              "not a whole number from 1 to " + std::to_string(most),
              line.help());
}

}  // namespace

JudgingOp judging_of(const CommandLine& line) {
  return {line.all("case"),
          line.has("fail-fast"),
          line.get("result-file"),
          format_of(line, "junit", Format::kJunit),
          runs_of(line)};
}

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
