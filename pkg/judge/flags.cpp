#include "judge/flags.h"

#include "base/error.h"

#include <algorithm>

namespace algo::judge {

Flags::Flags(const std::vector<std::string>& arguments, const std::vector<std::string>& known) {
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    const bool has_value = equals != std::string::npos;
    const std::string name = has_value ? argument.substr(0, equals + 1) : argument;
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw Error(ErrorKind::kUsage, "unknown argument " + argument);
    }
    values_[has_value ? argument.substr(0, equals) : argument].push_back(
        has_value ? argument.substr(equals + 1) : "");
  }
}

std::string Flags::get(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? "" : found->second.back();
}

std::string Flags::required(const std::string& name) const {
  if (!has(name)) throw Error(ErrorKind::kUsage, name + " is missing");
  return get(name);
}

std::vector<std::string> Flags::all(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace algo::judge
