#include "toolchain.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace algo {
namespace {

constexpr std::string_view kUsualPath = "/usr/local/go/bin:/usr/local/bin:/usr/bin:/bin";

bool everybody_may_enter(const std::string& folder) {
  std::error_code error;
  std::filesystem::path path = std::filesystem::canonical(folder, error);
  if (error) return false;
  for (;; path = path.parent_path()) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || (status.st_mode & S_IXOTH) == 0) return false;
    if (path == path.root_path()) return true;
  }
}

// Which compiler this is and how its caches are filled, without starting it. It is looked for where
// the sandbox looks: in the commands' own PATH, and in `path` where they have none.
std::string compiler_key(const spec::Recipe& recipe,
                         const std::vector<std::vector<std::string>>& commands,
                         const std::string& path) {
  if (recipe.identify.empty()) return "";
  const auto own = recipe.compile_env.find("PATH");
  for (const std::string& folder :
       split(own == recipe.compile_env.end() ? path : own->second, ':')) {
    std::error_code error;
    const auto file = std::filesystem::canonical(folder + "/" + recipe.identify.front(), error);
    struct stat status{};
    if (error || ::stat(file.c_str(), &status) != 0) continue;
    return sha256_hex(file.string() + " " + std::to_string(status.st_size) + " " +
                      std::to_string(status.st_mtim.tv_sec) + " " + dump_json(Json(commands)))
        .substr(0, 16);
  }
  return "";
}

// Root's caches lie where the sandbox's user can read them.
std::string cache_root(const Environment& environment) {
  const bool root = ::geteuid() == 0;
  const std::string xdg = environment.get("XDG_CACHE_HOME").value_or("");
  if (!xdg.empty() && (!root || everybody_may_enter(xdg))) return xdg + "/kubectl-algo";
  if (root) return "/var/cache/kubectl-algo";
  const std::string home = environment.get("HOME").value_or("");
  return home.empty() ? "" : home + "/.cache/kubectl-algo";
}

// Fills `folder`. The judge does it, in the compiler's sandbox.
void fill_cache(World& world,
                const std::vector<std::vector<std::string>>& commands,
                const spec::Recipe& recipe,
                const std::string& path,
                const std::string& folder) {
  const std::unique_ptr<TemporaryFolder> work = world.folders.make_private();
  const std::string plan = work->path() + "/plan.json";
  world.files.write_atomically(
      plan, dump_json(Json{{"env", recipe.compile_env}, {"commands", commands}}));
  const JudgeExit exit = world.judges.run(
      {"warm", "--cache=" + folder, "--work=" + work->path(), "--plan=" + plan, "--path=" + path},
      [](std::string_view) {});
  if (exit.interrupted) throw Error(ErrorKind::kInterrupted, "interrupted");
  if (exit.code != 0) {
    throw Error(ErrorKind::kEnvironment,
                "the " + recipe.language + " compiler's cache cannot be made",
                printable(shorten(exit.complaint, 300)));
  }
}

// Another process may be doing the same: each fills a folder of its own, and the first one to give
// it the name wins.
void make_cache(World& world,
                const std::vector<std::vector<std::string>>& commands,
                const spec::Recipe& recipe,
                const std::string& path,
                const std::string& folder) {
  const std::unique_ptr<TemporaryFolder> beside = world.folders.make_beside(folder);
  const std::string filled = beside->path() + "/cache";
  fill_cache(world, commands, recipe, path, filled);
  static_cast<void>(world.folders.move(filled, folder));
}

}  // namespace

std::string sandbox_path(const Environment& environment) {
  std::vector<std::string> folders;
  const std::string given = environment.get("PATH").value_or("");
  for (const std::string& folder : split(given + ":" + std::string(kUsualPath), ':')) {
    if (!folder.starts_with('/')) continue;
    if (::geteuid() == 0 && !everybody_may_enter(folder)) continue;
    if (std::find(folders.begin(), folders.end(), folder) == folders.end())
      folders.push_back(folder);
  }
  return join(folders, ":");
}

std::string warm_cache(World& world,
                       const language::Language& language,
                       const spec::Recipe& recipe,
                       const std::string& path) {
  const auto commands = language.warm_up();
  const std::string root = cache_root(world.environment);
  const std::string key = compiler_key(recipe, commands, path);
  if (commands.empty() || root.empty() || key.empty()) return "";
  std::string folder = root + "/" + std::string(language.id) + "-" + key;
  if (world.files.is_directory(folder)) return folder;
  try {
    world.err.write("preparing the " + std::string(language.title) +
                    " compiler's cache, once for this machine …\n");
    world.files.make_directories(root);
    make_cache(world, commands, recipe, path, folder);
    return folder;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInterrupted) throw;
    world.err.write("note: compiling will be slower: " + std::string(error.what()) +
                    (error.why().empty() ? "" : ": " + error.why()) + "\n");
    return "";
  }
}

}  // namespace algo
