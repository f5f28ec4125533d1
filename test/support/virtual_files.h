#pragma once

#include "base/files.h"

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace algo::test {

// Files in memory, with errors of the same kinds as the real ones. A folder exists when it was made
// or something lies in it, so that tests need not make folders. "a/./b" and "a//b" are "a/b"; the
// current folder is "".
class VirtualFiles final : public Files {
 public:
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] bool is_directory(const std::string& path) const override;
  [[nodiscard]] std::string read(const std::string& path, std::size_t max_bytes) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& path) const override;
  void write_atomically(const std::string& path, std::string_view bytes) override;
  void write_new(const std::string& path, std::string_view bytes) override;
  void write_in_place(const std::string& path, std::string_view bytes) override;
  void make_directories(const std::string& path) override;
  void remove_file(const std::string& path) override;
  [[nodiscard]] std::unique_ptr<FileLock> try_lock(const std::string& path) override;

  // From now on every write, folder and removal fails for this reason; "" ends that.
  void fail_writes(const std::string& reason) { write_failure_ = reason; }
  // From now on reading this file fails for this reason.
  void fail_read(const std::string& path, const std::string& reason);
  // Another process has the lock.
  void hold_lock(const std::string& path);

  // Paths of the writes that succeeded, oldest first.
  [[nodiscard]] const std::vector<std::string>& writes() const { return writes_; }
  // All there is: path -> bytes.
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::map<std::string, std::string> files_;
  std::set<std::string> folders_;
  std::map<std::string, std::string> read_failures_;
  std::shared_ptr<std::set<std::string>> locked_ = std::make_shared<std::set<std::string>>();
  std::vector<std::string> writes_;
  std::string write_failure_;
};

}  // namespace algo::test
