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

// The shared words of several commands' tables.
inline constexpr FlagInfo kColorFlag{
    "color", "", "WHEN", "Colours: auto, always or never (auto follows NO_COLOR)"};
inline constexpr FlagInfo kHelpFlag{"help", "h", "", "Show this help"};
inline constexpr FlagInfo kCaseFlag{
    "case", "", "NAME", "Judge this case only; may be given several times"};
inline constexpr FlagInfo kFailFastFlag{
    "fail-fast", "", "", "Stop at the first case that is not accepted"};
inline constexpr FlagInfo kRunsFlag{
    "runs", "", "N", "Run each case N times and show how far its times are apart"};
inline constexpr FlagInfo kFormatFlag{
    "output", "o", "FORMAT", "Output format: table, json, yaml or junit"};

// kubectl's flags that choose a cluster; the first of them begins that part of a command's flags.
inline constexpr std::string_view kFirstConnectionFlag = "kubeconfig";
[[nodiscard]] std::vector<FlagInfo> with_connection(std::vector<FlagInfo> flags);

// bench, compare.
[[nodiscard]] const std::vector<CommandInfo>& growth_commands();

// run, attach, logs, result, runs, cancel, delete, gc, doctor.
[[nodiscard]] const std::vector<CommandInfo>& cluster_commands();

// All commands, in the order in which a newcomer needs them.
[[nodiscard]] const std::vector<CommandInfo>& commands();
[[nodiscard]] const CommandInfo* find_command(std::string_view name);

// The text of `help` and of `--help`; `program` is what the person types, "kubectl algo".
[[nodiscard]] std::string overview(const std::string& program);
[[nodiscard]] std::string help_text(const CommandInfo& command, const std::string& program);

}  // namespace algo
