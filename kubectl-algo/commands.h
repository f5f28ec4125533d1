#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace algo {

struct FlagInfo {
  std::string_view name;         // "output"
  std::string_view letter;       // "o", or ""
  std::string_view placeholder;  // "FORMAT"; "" = a switch
  std::string_view help;         // kubectl's style: upper-case start, no final period
};

struct CommandInfo {
  std::string_view name;
  std::string_view arguments;  // "PROBLEM [SOLUTION]"
  std::size_t most_arguments;
  std::string_view summary;                // one line
  std::string_view description;            // more, or ""
  std::vector<std::string_view> examples;  // "# comment" and command lines, without the program
  std::vector<FlagInfo> flags;
};

// All commands, in the order in which a newcomer needs them.
[[nodiscard]] const std::vector<CommandInfo>& commands();
[[nodiscard]] const CommandInfo* find_command(std::string_view name);

// The text of `help` and of `--help`; `program` is what the person types, "kubectl algo".
[[nodiscard]] std::string overview(const std::string& program);
[[nodiscard]] std::string help_text(const CommandInfo& command, const std::string& program);

}  // namespace algo
