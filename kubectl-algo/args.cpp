#include "args.h"

#include "base/error.h"
#include "base/text.h"
#include "command_line.h"

#include <cxxopts.hpp>

#include <algorithm>
#include <optional>

namespace algo {
namespace {

using Words = std::vector<std::string>;

constexpr const char* kArguments = "arguments";  // the name that cxxopts wants for them

const FlagInfo* find_letter(const CommandInfo& command, char letter) {
  for (const FlagInfo& flag : command.flags) {
    if (!flag.letter.empty() && flag.letter.front() == letter) return &flag;
  }
  return nullptr;
}

const FlagInfo* find_flag(const CommandInfo& command, const std::string& name) {
  for (const FlagInfo& flag : command.flags) {
    if (flag.name == name) return &flag;
  }
  return nullptr;
}

// kubectl's users write -o=json, which cxxopts takes for the value "=json"; and --v=6, though flags
// of two dashes have long names here.
Words without_letter_equals(const CommandInfo& command, const Words& words) {
  Words plain;
  bool flags_end = false;
  for (const std::string& word : words) {
    flags_end = flags_end || word == "--";
    if (!flags_end && (word == "--v" || word.starts_with("--v="))) {
      plain.push_back("--verbosity" + word.substr(3));
      continue;
    }
    const bool letter = !flags_end && word.size() > 2 && word[0] == '-' && word[2] == '=';
    const FlagInfo* flag = letter ? find_letter(command, word[1]) : nullptr;
    plain.push_back(flag == nullptr ? word : "--" + std::string(flag->name) + word.substr(2));
  }
  return plain;
}

std::optional<Error> wrong_flag(const CommandLine& line, const std::string& word, bool last) {
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(2, equals - 2);
  const FlagInfo* flag = find_flag(*line.command, name);
  if (flag == nullptr) {
    Words known;
    for (const FlagInfo& one : line.command->flags) known.push_back("--" + std::string(one.name));
    const std::string meant = did_you_mean("--" + name, known);
    return Error(ErrorKind::kUsage,
                 "unknown flag --" + printable(shorten(name, 64)),
                 "",
                 meant.empty() ? line.help() : meant);
  }
  if (flag->placeholder.empty() && equals != std::string::npos) {
    return Error(ErrorKind::kUsage,
                 "--" + name + " takes true or false",
                 "\"" + printable(shorten(word.substr(equals + 1), 64)) + "\" is neither",
                 line.help());
  }
  if (!flag->placeholder.empty() && equals == std::string::npos && last) {
    return Error(ErrorKind::kUsage,
                 "--" + name + " needs a value",
                 "--" + name + "=" + std::string(flag->placeholder),
                 line.help());
  }
  return std::nullopt;
}

std::optional<Error> wrong_letters(const CommandLine& line, const std::string& word, bool last) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    const FlagInfo* flag = find_letter(*line.command, word[i]);
    if (flag == nullptr) {
      return Error(ErrorKind::kUsage,
                   "unknown flag -" + printable(to_valid_utf8(word.substr(i, 1))),
                   word.size() > 2 ? "in " + printable(shorten(word, 64)) : "",
                   line.help());
    }
    if (flag->placeholder.empty()) continue;
    if (i + 1 < word.size() || !last) return std::nullopt;  // the rest is its value
    return wrong_flag(line, "--" + std::string(flag->name), true);
  }
  return std::nullopt;
}

// cxxopts says what it stumbled over only in words, so the culprit is looked for again.
Error explanation(const CommandLine& line, const Words& words, const std::string& said) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string& word = words[i];
    const bool last = i + 1 == words.size();
    std::optional<Error> error;
    if (word.starts_with("--")) {
      error = wrong_flag(line, word, last);
    } else if (word.starts_with("-") && word.size() > 1) {
      error = wrong_letters(line, word, last);
    }
    if (error) return *error;
  }
  return {ErrorKind::kUsage, printable(said), "", line.help()};
}

cxxopts::Options known_flags(const CommandLine& line) {
  cxxopts::Options options(line.program);
  for (const FlagInfo& flag : line.command->flags) {
    const std::string name = flag.letter.empty()
                                 ? std::string(flag.name)
                                 : std::string(flag.letter) + "," + std::string(flag.name);
    if (flag.placeholder.empty()) {
      options.add_options()(name, "", cxxopts::value<bool>());
    } else {
      options.add_options()(name, "", cxxopts::value<std::string>());
    }
  }
  options.add_options()(kArguments, "", cxxopts::value<Words>());
  options.parse_positional(kArguments);
  return options;
}

void take_apart(CommandLine& line, const Words& words) {
  cxxopts::Options options = known_flags(line);
  std::vector<const char*> argv{line.program.c_str()};
  for (const std::string& word : words) argv.push_back(word.c_str());
  try {
    // In order and as typed: `result[name]` would split values at commas.
    const cxxopts::ParseResult result = options.parse(static_cast<int>(argv.size()), argv.data());
    for (const cxxopts::KeyValue& one : result.arguments()) {
      const FlagInfo* flag = find_flag(*line.command, one.key());
      if (flag == nullptr) {
        line.arguments.push_back(one.value());
      } else if (!flag->placeholder.empty()) {
        line.flags[one.key()].push_back(one.value());
      } else if (one.as<bool>()) {
        line.flags[one.key()];
      } else {
        line.flags.erase(one.key());
      }
    }
  } catch (const cxxopts::exceptions::exception& error) {
    throw explanation(line, words, error.what());
  }
}

void check_arguments(const CommandLine& line) {
  const std::size_t most = line.command->most_arguments;
  if (line.arguments.size() <= most || line.has("help")) return;
  throw Error(ErrorKind::kUsage,
              "unexpected argument \"" + printable(shorten(line.arguments[most], 64)) + "\"",
              std::string(line.command->name) + " takes " +
                  (most == 0 ? "no arguments" : "only " + std::string(line.command->arguments)),
              line.help());
}

}  // namespace

std::string program_name(const std::string& argv0) {
  std::string name = argv0.substr(argv0.rfind('/') + 1);
  constexpr std::string_view plugin = "kubectl-";
  if (!name.starts_with(plugin)) return name;
  // kubectl finds the plugin "a-b" in the file kubectl-a_b.
  return "kubectl " + replace_all(name.substr(plugin.size()), "_", "-");
}

Invocation parse(const std::vector<std::string>& words, const std::string& program) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h") return {HelpOp{}};
  const std::string name = words[0] == "--version" ? "version" : words[0];
  CommandLine line{find_command(name), program};
  if (line.command == nullptr) {
    if (!name.starts_with("-")) throw unknown_command(name, program);
    throw Error(ErrorKind::kUsage,
                "flags go after the command: " + printable(shorten(name, 64)),
                "",
                program + " help");
  }
  const Words rest = without_letter_equals(*line.command, {words.begin() + 1, words.end()});
  take_apart(line, rest);
  check_arguments(line);
  return make_invocation(line);
}

}  // namespace algo
