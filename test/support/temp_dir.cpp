#include "support/temp_dir.h"

#include "support/test_state.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace algo::test {
namespace fs = std::filesystem;

TempDir::TempDir()
    : path_((fs::temp_directory_path() / "kubectl-algo-test-XXXXXX").string()),
      exceptions_(std::uncaught_exceptions()) {
  if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("cannot make " + path_);
}

TempDir::~TempDir() {
  if (current_case_failed() || std::uncaught_exceptions() > exceptions_) {
    std::fprintf(stderr, "kept for inspection: %s\n", path_.c_str());
    return;
  }
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TempDir::operator/(std::string_view name) const {
  return (fs::path(path_) / name).string();
}

std::string TempDir::write(std::string_view name, std::string_view bytes) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
  return path.string();
}

std::string TempDir::make_folder(std::string_view name) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path);
  return path.string();
}

std::string TempDir::link(std::string_view name, const std::string& target) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  fs::create_symlink(target, path);
  return path.string();
}

std::string TempDir::read(std::string_view name) const {
  const std::string path = *this / name;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace algo::test
