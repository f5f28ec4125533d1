#pragma once

#include "base/files.h"
#include "catalog/archive.h"
#include "spec/source.h"

#include <string>
#include <vector>

namespace algo::catalog {

// A problem's folder on disk. Only its regular files exist: whatever is reached through a symbolic
// link is not there, so that a problem cannot show files from elsewhere.
class FolderSource final : public spec::Source {
 public:
  FolderSource(const FileReader& files, std::string folder);
  [[nodiscard]] std::string display(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list() const override { return paths_; }
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string read(const std::string& path, std::size_t max_bytes) const override;

 private:
  const FileReader& files_;
  std::string folder_;
  std::vector<std::string> paths_;  // sorted
};

// A problem of the archive; `archive` must outlive it.
class BuiltinSource final : public spec::Source {
 public:
  BuiltinSource(const Archive& archive, const std::string& id)
      : archive_(archive), prefix_(id + "/") {}
  [[nodiscard]] std::string display(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list() const override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string read(const std::string& path, std::size_t max_bytes) const override;

 private:
  const Archive& archive_;
  std::string prefix_;
};

}  // namespace algo::catalog
