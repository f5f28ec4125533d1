#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace algo {

// Reading, as an effect. Paths are as the person typed them; errors are Error(kInput) and name the
// path.
class FileReader {
 public:
  virtual ~FileReader() = default;
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  [[nodiscard]] virtual bool is_directory(const std::string& path) const = 0;
  // The whole file. Refuses what is not a regular file and what is larger than `max_bytes`.
  [[nodiscard]] virtual std::string read(const std::string& path, std::size_t max_bytes) const = 0;
  // Regular files below `path`, as paths relative to it, sorted; symbolic links are not followed.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& path) const = 0;
};

struct FileLock {
  virtual ~FileLock() = default;
};

class Files : public FileReader {
 public:
  // Replaces the file in one step (temporary file beside it, fsync, rename). Errors are
  // Error(kEnvironment) with the reason; the old content is untouched then.
  virtual void write_atomically(const std::string& path, std::string_view bytes) = 0;
  // Makes a file that is not there yet, for a folder that nobody else looks into before it is
  // complete: no detour, and no wait for the disk. Errors as above, also when it is there already.
  virtual void write_new(const std::string& path, std::string_view bytes) = 0;
  // Overwrites the file, or makes it, without replacing it: for a file that is a mount point, as a
  // pod's termination message is. Never empty in between.
  virtual void write_in_place(const std::string& path, std::string_view bytes) = 0;
  virtual void make_directories(const std::string& path) = 0;
  virtual void remove_file(const std::string& path) = 0;
  // An exclusive advisory lock (flock(2)) on an existing file or folder, held until the returned
  // object is destroyed; nullptr when another process has it.
  [[nodiscard]] virtual std::unique_ptr<FileLock> try_lock(const std::string& path) = 0;
};

class RealFiles final : public Files {
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
};

}  // namespace algo
