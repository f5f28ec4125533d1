#pragma once

#include "base/error.h"
#include "spec/source.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace algo::test {

// A problem's folder in memory: path -> bytes. Shown as "p/PATH". Remembers what was read.
class MemorySource final : public spec::Source {
 public:
  explicit MemorySource(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  [[nodiscard]] std::string display(const std::string& path) const override { return "p/" + path; }
  [[nodiscard]] std::vector<std::string> list() const override {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files_) paths.push_back(path);
    return paths;
  }
  [[nodiscard]] bool exists(const std::string& path) const override {
    return files_.contains(path);
  }
  [[nodiscard]] std::string read(const std::string& path, std::size_t max_bytes) const override {
    remember(path);
    const auto file = files_.find(path);
    if (file == files_.end()) throw Error(ErrorKind::kInput, "cannot read " + display(path));
    if (file->second.size() > max_bytes) {
      throw Error(ErrorKind::kInput, "cannot read " + display(path), "too large");
    }
    return file->second;
  }

  [[nodiscard]] const std::vector<std::string>& reads() const { return reads_; }

 private:
  // Case files are read several at a time.
  void remember(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    reads_.push_back(path);
  }

  std::map<std::string, std::string> files_;
  mutable std::mutex mutex_{};
  mutable std::vector<std::string> reads_{};
};

}  // namespace algo::test
