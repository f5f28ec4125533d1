#include "real_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace algo {
namespace {

namespace fs = std::filesystem;

Error failed(const std::string& what, int reason) {
  return {ErrorKind::kEnvironment, what, errno_text(reason)};
}

class RealTemporaryFolder final : public TemporaryFolder {
 public:
  // `pattern` ends in XXXXXX.
  RealTemporaryFolder(std::string pattern, mode_t mode) : path_(std::move(pattern)) {
    if (::mkdtemp(path_.data()) == nullptr) throw failed("cannot make a folder " + path_, errno);
    ::chmod(path_.c_str(), mode);
  }
  ~RealTemporaryFolder() override {
    std::error_code left_behind;  // nothing to trouble anybody with
    fs::remove_all(path_, left_behind);
  }
  RealTemporaryFolder(const RealTemporaryFolder&) = delete;
  RealTemporaryFolder& operator=(const RealTemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const override { return path_; }

 private:
  std::string path_;
};

mode_t ordinary_folder_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0777 & ~mask;
}

// The folder's own name in its real parent: no "/." or "/" at its end, no symbolic link.
fs::path real_name(const std::string& path) {
  std::error_code error;
  fs::path name = fs::weakly_canonical(path, error);
  if (error) return path;
  return name.has_filename() ? name : name.parent_path();
}

}  // namespace

std::vector<std::string> RealFolders::in(const std::string& path) const {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code unknown;
    if (it->is_directory(unknown)) names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::unique_ptr<TemporaryFolder> RealFolders::make_private() {
  std::error_code error;
  fs::path parent = fs::temp_directory_path(error);
  if (error) {
    throw Error(ErrorKind::kEnvironment,
                "there is no folder for temporary files",
                error.message(),
                "set TMPDIR to one");
  }
  // The sandbox's own user must get through to its folders, but see no names.
  return std::make_unique<RealTemporaryFolder>((parent / "kubectl-algo-XXXXXX").string(), 0711);
}

std::unique_ptr<TemporaryFolder> RealFolders::make_beside(const std::string& path) {
  const fs::path name = real_name(path);
  return std::make_unique<RealTemporaryFolder>(
      (name.parent_path() / ("." + name.filename().string() + ".new-XXXXXX")).string(),
      ordinary_folder_mode());
}

bool RealFolders::move(const std::string& made, const std::string& path) {
  // RENAME_NOREPLACE, because rename(2) alone would take an empty folder's place.
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
    return true;
  }
  if (errno == EINVAL && !fs::exists(path)) {  // a file system without that flag
    if (std::rename(made.c_str(), path.c_str()) == 0) return true;
  }
  if (errno == EEXIST || errno == ENOTEMPTY) return false;
  throw failed("cannot make folder " + path, errno);
}

bool RealFolders::exchange(const std::string& made, const std::string& path) {
  std::error_code error;
  // A shell that stands in the folder would find itself in a deleted one.
  if (fs::equivalent(path, fs::current_path(error), error)) return false;
  const std::string name = real_name(path).string();
  return ::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, name.c_str(), RENAME_EXCHANGE) == 0;
}

}  // namespace algo
