#include "catalog/catalog.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/sources.h"

#include <map>
#include <string_view>
#include <utility>

namespace algo::catalog {

namespace {

constexpr std::string_view kProblemFile = "/problem.yaml";

bool is_folder(std::string_view id) {
  return id == "." || id == ".." || id.find('/') != std::string_view::npos;
}

// "two-sum/problem.yaml" -> "two-sum"; "" for every other path.
std::string id_of(std::string_view path) {
  if (!path.ends_with(kProblemFile)) return "";
  const std::string_view id = path.substr(0, path.size() - kProblemFile.size());
  return id.find('/') == std::string_view::npos ? std::string(id) : "";
}

std::unique_ptr<spec::Source> open_folder(const FileReader& files, const std::string& folder) {
  if (!files.is_directory(folder)) {
    throw Error(ErrorKind::kInput,
                "no problem in " + folder,
                files.exists(folder) ? "it is a file, not a folder" : "there is no such folder",
                "name the folder that holds problem.yaml, or an id of \"kubectl algo list\"");
  }
  if (!files.exists(folder + std::string(kProblemFile))) {
    throw Error(ErrorKind::kInput,
                "no problem in " + folder,
                "it holds no problem.yaml",
                "name the folder that holds problem.yaml, or an id of \"kubectl algo list\"");
  }
  return std::make_unique<FolderSource>(files, folder);
}

}  // namespace

Catalog::Catalog(const FileReader& files, const std::string& algo_path)
    : files_(files), builtin_(std::make_unique<Archive>(builtin_archive())) {
  for (std::string& root : split(algo_path, ':')) {
    if (!root.empty()) roots_.push_back(std::move(root));
  }
}

Catalog::~Catalog() = default;

std::vector<Entry> Catalog::entries() const {
  std::map<std::string, std::string> origins;
  for (const std::string& root : roots_) {
    if (!files_.is_directory(root)) continue;  // as a shell does with PATH
    for (const std::string& path : files_.list(root)) {
      if (const std::string id = id_of(path); !id.empty()) origins.emplace(id, root);
    }
  }
  for (const auto& [path, file] : builtin_->files()) {
    if (const std::string id = id_of(path); !id.empty()) origins.emplace(id, "built in");
  }
  std::vector<Entry> entries;
  entries.reserve(origins.size());
  for (auto& [id, origin] : origins) entries.push_back({id, std::move(origin)});
  return entries;
}

std::unique_ptr<spec::Source> Catalog::open(const std::string& id_or_folder) const {
  if (is_folder(id_or_folder)) return open_folder(files_, id_or_folder);
  for (const std::string& root : roots_) {
    const std::string folder = root + "/" + id_or_folder;
    if (!id_or_folder.empty() && files_.exists(folder + std::string(kProblemFile))) {
      return std::make_unique<FolderSource>(files_, folder);
    }
  }
  if (builtin_->files().contains(id_or_folder + std::string(kProblemFile))) {
    return std::make_unique<BuiltinSource>(*builtin_, id_or_folder);
  }
  std::vector<std::string> ids;
  for (const Entry& entry : entries()) ids.push_back(entry.id);
  const std::vector<std::string> near = nearest(id_or_folder, ids);
  throw Error(ErrorKind::kInput,
              "there is no problem \"" + printable(shorten(id_or_folder, 64)) + "\"",
              near.empty() ? "" : "did you mean " + join(near, ", ") + "?",
              "\"kubectl algo list\" shows all; a folder is named with a slash, as ./my-problem");
}

}  // namespace algo::catalog
