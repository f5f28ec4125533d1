#include "kube/kubeconfig_load.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/kubeconfig_path.h"
#include "kube/kubeconfig_text.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <utility>

namespace algo::kube {

namespace {

constexpr std::size_t kMaxKubeconfig = std::size_t{4} << 20U;

// nullopt when there is no such file.
std::optional<std::string> read_file(const std::string& path, const FileReader& files) {
  // Often given to mean "no configuration"; a FileReader refuses what is no regular file.
  if (path == "/dev/null") return "";
  try {
    return files.read(path, kMaxKubeconfig);
  } catch (const Error& error) {
    if (error.why() == errno_text(ENOENT)) return std::nullopt;
    throw Error(ErrorKind::kInput,
                "error loading config file " + in_quotes(path),
                std::string(error.what()) + ": " + error.why());
  }
}

void resolve_paths(Kubeconfig& config, const std::string& file) {
  const auto resolve = [&](std::string& path) { path = resolve_path(file, path); };
  for (auto& [name, cluster] : config.clusters) resolve(cluster.certificate_authority);
  for (auto& [name, user] : config.users) {
    resolve(user.client_certificate);
    resolve(user.client_key);
    resolve(user.token_file);
    if (user.exec) user.exec->command = resolve_command(file, user.exec->command);
  }
}

void merge_into(Kubeconfig& merged, Kubeconfig&& later) {
  merged.clusters.merge(later.clusters);  // keeps what is there already
  merged.users.merge(later.users);
  merged.contexts.merge(later.contexts);
  if (merged.current_context.empty()) merged.current_context = std::move(later.current_context);
}

}  // namespace

KubeconfigPaths kubeconfig_paths(const std::string& flag, const Variables& environment) {
  if (!flag.empty()) return {.files = {flag}, .given = true};
  KubeconfigPaths paths;
  const std::string list = variable(environment, "KUBECONFIG");
  for (std::string& path : split(list, ':')) {
    const bool known = std::find(paths.files.begin(), paths.files.end(), path) != paths.files.end();
    if (!path.empty() && !known) paths.files.push_back(std::move(path));
  }
  const std::string home = variable(environment, "HOME");
  if (list.empty() && !home.empty()) paths.files.push_back(clean_path(home + "/.kube/config"));
  return paths;
}

LoadedKubeconfig load_kubeconfig(const KubeconfigPaths& paths, const FileReader& files) {
  LoadedKubeconfig loaded;
  for (const std::string& path : paths.files) {
    const std::optional<std::string> text = read_file(path, files);
    if (!text && paths.given) {
      throw Error(
          ErrorKind::kInput, "error loading config file " + in_quotes(path), errno_text(ENOENT));
    }
    if (!text) {
      loaded.missing.push_back(path);
      continue;
    }
    Kubeconfig config = read_kubeconfig(*text, path);
    resolve_paths(config, path);
    merge_into(loaded.config, std::move(config));
  }
  return loaded;
}

}  // namespace algo::kube
