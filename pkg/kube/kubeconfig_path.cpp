#include "kube/kubeconfig_path.h"

#include "base/text.h"

#include <utility>
#include <vector>

namespace algo::kube {

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string clean_path(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string> parts;
  for (std::string& part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    const bool climbs = part == "..";
    if (climbs && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!climbs || !absolute) {
      parts.push_back(std::move(part));
    }
  }
  const std::string names = join(parts, "/");
  if (absolute) return "/" + names;
  return names.empty() ? "." : names;
}

std::string resolve_path(std::string_view file, const std::string& path) {
  if (path.empty() || path.starts_with('/')) return path;
  return clean_path(folder_of(file) + "/" + path);
}

std::string resolve_command(std::string_view file, const std::string& command) {
  if (command.find('/') == std::string::npos) return command;
  const std::string path = resolve_path(file, command);
  return path.find('/') == std::string::npos ? "./" + path : path;
}

}  // namespace algo::kube
