#pragma once

#include "base/error.h"
#include "commands.h"
#include "op.h"

#include <map>
#include <string>
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

[[nodiscard]] Error unknown_command(const std::string& name, const std::string& program);

}  // namespace algo
