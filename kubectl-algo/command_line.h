#pragma once

#include "base/error.h"
#include "base/text.h"
#include "commands.h"
#include "op.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace algo {

// A command line taken apart: every flag is known to the command and has a value where it needs
// one; nothing is known about the values yet.
struct CommandLine {
  const CommandInfo* command = nullptr;
  std::string program{};                                    // for hints: "kubectl algo"
  std::map<std::string, std::vector<std::string>> flags{};  // by long name; a switch that is on: {}
  std::vector<std::string> arguments{};

  [[nodiscard]] bool has(const std::string& flag) const { return flags.contains(flag); }
  // The last value, as with kubectl; "" when the flag was not given.
  [[nodiscard]] std::string get(const std::string& flag) const;
  [[nodiscard]] std::vector<std::string> all(const std::string& flag) const;
  [[nodiscard]] std::string help() const;  // "kubectl algo build --help"
};

// The meaning of a command line. Throws Error(kUsage) for values that have none.
[[nodiscard]] Invocation make_invocation(const CommandLine& line);

// "did you mean a or b?", or "" when nothing is near.
[[nodiscard]] std::string did_you_mean(const std::string& word,
                                       const std::vector<std::string>& known);

// The ops of the commands that speak to a cluster (cluster_line.cpp).
[[nodiscard]] Op make_cluster_op(const CommandLine& line);

// The ops of `bench` and `compare` (growth_line.cpp).
[[nodiscard]] Op make_growth_op(const CommandLine& line);

// What `run` and `test` have in common.
[[nodiscard]] JudgingOp judging_of(const CommandLine& line);
// The value of --output; `extra` is another format than table, json and yaml.
[[nodiscard]] Format format_of(const CommandLine& line, const char* name, Format extra);
// The first argument as a PROBLEM, and --lang. Throw Error(kUsage) without one, or an unknown one.
[[nodiscard]] std::string problem_of(const CommandLine& line);
[[nodiscard]] std::string language_of(const CommandLine& line);
[[noreturn]] void usage_error(const std::string& what,
                              const std::string& why,
                              const std::string& next);
// The value of a flag out of a closed set. Throws Error(kUsage) that names the known ones.
template <typename Value>
[[nodiscard]] Value choice(const CommandLine& line,
                           const std::string& flag,
                           const std::vector<std::pair<std::string, Value>>& known) {
  const std::string word = line.get(flag);
  std::vector<std::string> names;
  for (const auto& [name, value] : known) {
    if (name == word) return value;
    names.push_back(name);
  }
  usage_error(
      "--" + flag + "=" + word, "known are " + join(names, ", "), did_you_mean(word, names));
}

[[nodiscard]] Error unknown_command(const std::string& name, const std::string& program);

}  // namespace algo
