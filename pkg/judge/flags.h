#pragma once

#include <map>
#include <string>
#include <vector>

namespace algo::judge {

// The flags of one role of algo-judge: every one is --name=value or --name. People do not type
// these; Jobs and kubectl-algo do.
class Flags {
 public:
  // `known` names the flags of the role; a name ending in "=" takes a value.
  // Throws Error(kUsage) for anything else.
  Flags(const std::vector<std::string>& arguments, const std::vector<std::string>& known);

  [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
  [[nodiscard]] std::string get(const std::string& name) const;       // "" when not given
  [[nodiscard]] std::string required(const std::string& name) const;  // throws Error(kUsage)
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

}  // namespace algo::judge
