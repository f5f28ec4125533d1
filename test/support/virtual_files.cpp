#include "support/virtual_files.h"

#include "base/error.h"
#include "base/text.h"

#include <utility>

namespace algo::test {
namespace {

std::string normal(const std::string& path) {
  std::vector<std::string> parts;
  for (std::string& part : split(path, '/')) {
    if (!part.empty() && part != ".") parts.push_back(std::move(part));
  }
  return (path.starts_with('/') ? "/" : "") + join(parts, "/");
}

// What the paths of everything in the folder begin with.
std::string inside(const std::string& folder) {
  return folder.empty() || folder == "/" ? folder : folder + "/";
}

class VirtualLock final : public FileLock {
 public:
  VirtualLock(std::shared_ptr<std::set<std::string>> locked, std::string path)
      : locked_(std::move(locked)), path_(std::move(path)) {}
  ~VirtualLock() override { locked_->erase(path_); }
  VirtualLock(const VirtualLock&) = delete;
  VirtualLock& operator=(const VirtualLock&) = delete;

 private:
  std::shared_ptr<std::set<std::string>> locked_;
  std::string path_;
};

}  // namespace

bool VirtualFiles::exists(const std::string& path) const {
  return files_.contains(normal(path)) || is_directory(path);
}

bool VirtualFiles::is_directory(const std::string& path) const {
  const std::string folder = normal(path);
  if (folder.empty() || folder == "/" || folders_.contains(folder)) return true;
  const auto next = files_.lower_bound(inside(folder));
  return next != files_.end() && next->first.starts_with(inside(folder));
}

std::string VirtualFiles::read(const std::string& path, std::size_t max_bytes) const {
  const std::string what = "cannot read " + path;
  const auto failure = read_failures_.find(normal(path));
  if (failure != read_failures_.end()) throw Error(ErrorKind::kInput, what, failure->second);
  const auto file = files_.find(normal(path));
  if (file == files_.end()) {
    throw Error(ErrorKind::kInput,
                what,
                is_directory(path) ? "it is not a regular file" : "No such file or directory");
  }
  if (file->second.size() > max_bytes) {
    throw Error(
        ErrorKind::kInput, what, "it is larger than the limit of " + human_bytes(max_bytes));
  }
  return file->second;
}

std::vector<std::string> VirtualFiles::list(const std::string& path) const {
  if (!is_directory(path)) {
    throw Error(ErrorKind::kInput, "cannot read " + path, "No such file or directory");
  }
  const std::string prefix = inside(normal(path));
  std::vector<std::string> found;
  for (const auto& [name, bytes] : files_) {
    if (name.starts_with(prefix)) found.push_back(name.substr(prefix.size()));
  }
  return found;
}

void VirtualFiles::write_atomically(const std::string& path, std::string_view bytes) {
  if (!write_failure_.empty()) {
    throw Error(ErrorKind::kEnvironment, "cannot write " + path, write_failure_);
  }
  if (is_directory(path)) {
    throw Error(ErrorKind::kEnvironment, "cannot write " + path, "Is a directory");
  }
  files_[normal(path)] = bytes;
  writes_.push_back(normal(path));
}

void VirtualFiles::write_new(const std::string& path, std::string_view bytes) {
  if (write_failure_.empty() && exists(path)) {
    throw Error(ErrorKind::kEnvironment, "cannot write " + path, "File exists");
  }
  write_atomically(path, bytes);
}

void VirtualFiles::write_in_place(const std::string& path, std::string_view bytes) {
  write_atomically(path, bytes);
}

void VirtualFiles::make_directories(const std::string& path) {
  const std::string what = "cannot make folder " + path;
  if (!write_failure_.empty()) throw Error(ErrorKind::kEnvironment, what, write_failure_);
  std::string folder = normal(path);
  while (!folder.empty()) {
    if (files_.contains(folder)) throw Error(ErrorKind::kEnvironment, what, "Not a directory");
    folders_.insert(folder);
    const std::size_t slash = folder.rfind('/');
    folder = slash == std::string::npos ? "" : folder.substr(0, slash);
  }
}

void VirtualFiles::remove_file(const std::string& path) {
  if (!write_failure_.empty()) {
    throw Error(ErrorKind::kEnvironment, "cannot remove " + path, write_failure_);
  }
  files_.erase(normal(path));
}

std::unique_ptr<FileLock> VirtualFiles::try_lock(const std::string& path) {
  if (!exists(path)) {
    throw Error(ErrorKind::kInput, "cannot lock " + path, "No such file or directory");
  }
  if (!locked_->insert(normal(path)).second) return nullptr;
  return std::make_unique<VirtualLock>(locked_, normal(path));
}

void VirtualFiles::fail_read(const std::string& path, const std::string& reason) {
  read_failures_[normal(path)] = reason;
}

void VirtualFiles::hold_lock(const std::string& path) {
  locked_->insert(normal(path));
}

}  // namespace algo::test
