#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace algo::catalog {

// Files in one run of bytes; pack.cpp makes it when the program is built. All numbers are u32,
// little-endian:
//   "algopak1"  count of files
//   per file, sorted by path: length of path, path, size, compressed size
//   per file, in the same order: its bytes as a zlib stream, compressed or stored
class Archive {
 public:
  // `bytes` must outlive the archive. Throws Error(kInternal) when they are no archive.
  explicit Archive(std::string_view bytes);

  struct File {
    std::uint32_t size = 0;
    std::string_view compressed{};
  };
  [[nodiscard]] const std::map<std::string, File, std::less<>>& files() const { return files_; }
  // Throws Error(kInternal) when the bytes are damaged.
  [[nodiscard]] static std::string unpack(const File& file);

 private:
  std::map<std::string, File, std::less<>> files_;
};

[[nodiscard]] std::string pack(const std::map<std::string, std::string>& files);

// The archive of manifests/problems that this program was built with.
[[nodiscard]] std::string_view builtin_archive();

}  // namespace algo::catalog
