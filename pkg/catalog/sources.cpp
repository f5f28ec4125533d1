#include "catalog/sources.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <utility>

namespace algo::catalog {

namespace {

[[noreturn]] void missing(const std::string& shown) {
  throw Error(
      ErrorKind::kInput,
      "cannot read " + shown,
      "it does not exist, or is no regular file of the problem's folder (symbolic links are "
      "not followed)");
}

}  // namespace

FolderSource::FolderSource(const FileReader& files, std::string folder)
    : files_(files), folder_(std::move(folder)) {
  while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
  paths_ = files_.list(folder_);
}

std::string FolderSource::display(const std::string& path) const {
  return folder_ == "/" ? "/" + path : folder_ + "/" + path;
}

bool FolderSource::exists(const std::string& path) const {
  return std::binary_search(paths_.begin(), paths_.end(), path);
}

std::string FolderSource::read(const std::string& path, std::size_t max_bytes) const {
  if (!exists(path)) missing(display(path));
  return files_.read(display(path), max_bytes);
}

std::string BuiltinSource::display(const std::string& path) const {
  return "manifests/problems/" + prefix_ + path;
}

std::vector<std::string> BuiltinSource::list() const {
  std::vector<std::string> paths;
  const auto& files = archive_.files();
  for (auto file = files.lower_bound(prefix_);
       file != files.end() && file->first.starts_with(prefix_);
       ++file) {
    paths.push_back(file->first.substr(prefix_.size()));
  }
  return paths;
}

bool BuiltinSource::exists(const std::string& path) const {
  return archive_.files().contains(prefix_ + path);
}

std::string BuiltinSource::read(const std::string& path, std::size_t max_bytes) const {
  const auto file = archive_.files().find(prefix_ + path);
  if (file == archive_.files().end()) missing(display(path));
  if (file->second.size > max_bytes) {
    throw Error(ErrorKind::kInput,
                "cannot read " + display(path),
                "it is larger than the limit of " + human_bytes(max_bytes));
  }
  return Archive::unpack(file->second);
}

}  // namespace algo::catalog
