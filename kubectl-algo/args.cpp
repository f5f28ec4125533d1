#include "args.h"

#include "base/error.h"
#include "base/text.h"
#include "commands.h"

#include <cxxopts.hpp>

#include <algorithm>
#include <optional>

namespace algo {
namespace {

using Words = std::vector<std::string>;

std::string did_you_mean(const Words& near) {
  return near.empty() ? "" : "did you mean " + join(near, " or ") + "?";
}

[[noreturn]] void usage(const std::string& what, const std::string& why, const std::string& next) {
  throw Error(ErrorKind::kUsage, what, why, next);
}

// One command line after cxxopts has taken it apart.
class Parsed {
 public:
  Parsed(const CommandInfo& command, const Words& words, const std::string& program)
      : command_(command), help_(program + " " + std::string(command.name) + " --help") {
    cxxopts::Options options(program);
    for (const FlagInfo& flag : command.flags) add(options, flag);
    options.add_options()("arguments", "", cxxopts::value<Words>());
    options.parse_positional("arguments");
    std::vector<const char*> argv{program.c_str()};
    for (const std::string& word : words) argv.push_back(word.c_str());
    try {
      result_ = options.parse(static_cast<int>(argv.size()), argv.data());
    } catch (const cxxopts::exceptions::exception& error) {
      explain(words, error.what());
    }
    if (result_.count("arguments") > 0) arguments_ = result_["arguments"].as<Words>();
    if (arguments_.size() > command.most_arguments) {
      usage("unexpected argument \"" + arguments_[command.most_arguments] + "\"",
            std::string(command.name) + " takes: " +
                (command.arguments.empty() ? "nothing" : std::string(command.arguments)),
            help_);
    }
  }

  [[nodiscard]] bool has(const std::string& name) const { return result_.count(name) > 0; }
  [[nodiscard]] std::string get(const std::string& name) const {
    return has(name) ? result_[name].as<Words>().back() : "";
  }
  [[nodiscard]] Words all(const std::string& name) const {
    return has(name) ? result_[name].as<Words>() : Words{};
  }
  [[nodiscard]] std::string argument(std::size_t index) const {
    return index < arguments_.size() ? arguments_[index] : "";
  }
  [[nodiscard]] std::string required(std::size_t index, const std::string& name) const {
    if (index >= arguments_.size()) {
      usage(std::string(command_.name) + " needs a " + name, "", help_);
    }
    return arguments_[index];
  }
  [[nodiscard]] Format format(const std::vector<std::pair<std::string, Format>>& allowed) const {
    if (!has("output")) return Format::kTable;
    Words names;
    for (const auto& [name, format] : allowed) {
      if (name == get("output")) return format;
      names.push_back(name);
    }
    usage("unknown output format \"" + get("output") + "\"",
          "known are " + join(names, ", "),
          did_you_mean(nearest(get("output"), names)));
  }

 private:
  static void add(cxxopts::Options& options, const FlagInfo& flag) {
    const std::string name = flag.letter.empty()
                                 ? std::string(flag.name)
                                 : std::string(flag.letter) + "," + std::string(flag.name);
    // Repetition is an error only where it would be ambiguous; as with kubectl, the last one
    // counts.
    if (flag.placeholder.empty()) {
      options.add_options()(name, "", cxxopts::value<bool>());
    } else {
      options.add_options()(name, "", cxxopts::value<Words>());
    }
  }

  // cxxopts says what it stumbled over only in words; the flag is looked for again to say more.
  [[noreturn]] void explain(const Words& words, const std::string& said) const {
    Words known;
    for (const FlagInfo& flag : command_.flags) known.push_back("--" + std::string(flag.name));
    for (const std::string& word : words) {
      if (word == "--") break;
      if (!word.starts_with("--")) continue;
      const std::string name = word.substr(0, word.find('='));
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const Words near = nearest(name, known);
      usage("unknown flag " + name, "", near.empty() ? help_ : did_you_mean(near));
    }
    usage(replace_all(replace_all(said, "‘", "\""), "’", "\""), "", help_);
  }

  const CommandInfo& command_;
  std::string help_;
  cxxopts::ParseResult result_;
  Words arguments_;
};

const std::vector<std::pair<std::string, Format>> kDataFormats{
    {"table", Format::kTable}, {"json", Format::kJson}, {"yaml", Format::kYaml}};

std::vector<std::pair<std::string, Format>> data_formats_and(const char* name, Format format) {
  auto formats = kDataFormats;
  formats.emplace_back(name, format);
  return formats;
}

JudgingOp judging(const Parsed& parsed) {
  return {parsed.all("case"),
          parsed.has("fail-fast"),
          parsed.get("result-file"),
          parsed.format(data_formats_and("junit", Format::kJunit))};
}

Op build_op(const Parsed& parsed) {
  BuildOp op;
  // `build two-sum my.go` and `build --problem=two-sum my.go` mean the same.
  const bool by_flag = parsed.has("problem");
  op.problem = by_flag ? parsed.get("problem") : parsed.required(0, "PROBLEM");
  op.solution = parsed.argument(by_flag ? 0 : 1);
  if (by_flag && !parsed.argument(1).empty()) {
    // `build two-sum my.go --problem=two-sum` says it twice.
    if (parsed.argument(0) != op.problem) {
      usage("two problems: " + parsed.argument(0) + " and --problem=" + op.problem, "", "give one");
    }
    op.solution = parsed.argument(1);
  } else if (by_flag && op.solution == op.problem) {
    op.solution = "";
  }
  op.language = parsed.get("lang");
  op.timeout = parsed.get("timeout");
  op.memory_limit = parsed.get("memory-limit");
  op.image = parsed.get("image");
  op.folder = parsed.get("output-dir");
  return op;
}

Op make_op(const CommandInfo& command, const Parsed& parsed) {
  const std::string_view name = command.name;
  if (parsed.has("help")) return HelpOp{std::string(name)};
  if (name == "list") return ListOp{parsed.format(data_formats_and("name", Format::kName))};
  if (name == "show") return ShowOp{parsed.required(0, "PROBLEM"), parsed.format(kDataFormats)};
  if (name == "init") {
    return InitOp{
        parsed.required(0, "PROBLEM"), parsed.get("lang"), parsed.get("dir"), parsed.has("force")};
  }
  if (name == "build") return build_op(parsed);
  if (name == "run") return RunOp{parsed.argument(0), parsed.has("local"), judging(parsed)};
  if (name == "test") {
    return TestOp{parsed.required(0, "PROBLEM"),
                  parsed.argument(1),
                  parsed.get("lang"),
                  parsed.has("stdin"),
                  judging(parsed)};
  }
  if (name == "version") return VersionOp{parsed.format(kDataFormats)};
  return HelpOp{parsed.argument(0)};
}

ColorWhen color_when(const Parsed& parsed) {
  const std::string when = parsed.get("color");
  if (when.empty() || when == "auto") return ColorWhen::kAuto;
  if (when == "always") return ColorWhen::kAlways;
  if (when == "never") return ColorWhen::kNever;
  usage("--color=" + when, "known are auto, always, never", "");
}

}  // namespace

std::string program_name(const std::string& argv0) {
  const std::string name = argv0.substr(argv0.rfind('/') + 1);
  constexpr std::string_view plugin = "kubectl-";
  if (!name.starts_with(plugin)) return name;
  // kubectl finds the plugin "a-b" in the file kubectl-a_b.
  return "kubectl " + replace_all(name.substr(plugin.size()), "_", "-");
}

Invocation parse(const std::vector<std::string>& words, const std::string& program) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h") return {HelpOp{}};
  const CommandInfo* command = find_command(words[0] == "--version" ? "version" : words[0]);
  if (command == nullptr) {
    if (words[0].starts_with("-")) {
      usage("flags go after the command, not before it: " + words[0], "", program + " help");
    }
    Words names;
    for (const CommandInfo& known : commands()) names.emplace_back(known.name);
    const Words near = nearest(words[0], names);
    usage("unknown command \"" + words[0] + "\"",
          "",
          near.empty() ? program + " help" : did_you_mean(near));
  }
  const Parsed parsed(*command, {words.begin() + 1, words.end()}, program);
  return {make_op(*command, parsed), color_when(parsed)};
}

}  // namespace algo
