#pragma once

#include <string>
#include <string_view>

namespace algo::test {

// A new folder of its own on disk. Gone with the object; when the test case failed it stays, and
// its name is printed.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string operator/(std::string_view name) const;

  // `name` is relative; folders on the way are made. The path of what was made.
  std::string write(std::string_view name, std::string_view bytes) const;
  std::string make_folder(std::string_view name) const;
  std::string link(std::string_view name, const std::string& target) const;
  // The bytes of a file in the folder; a missing file fails the test.
  [[nodiscard]] std::string read(std::string_view name) const;

 private:
  std::string path_;
  int exceptions_;  // in flight when it was made
};

}  // namespace algo::test
