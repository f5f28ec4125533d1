#include "base/files.h"

#include "base/error.h"
#include "base/fd.h"
#include "base/text.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace algo {
namespace {

Error failed(ErrorKind kind, const std::string& doing, const std::string& path, int number) {
  return {kind, doing + " " + path, errno_text(number)};
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failed(ErrorKind::kEnvironment, "cannot write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Appends the regular files below `folder` to `found`; `prefix` is what their names begin with.
void list_into(const std::string& folder,
               const std::string& prefix,
               std::vector<std::string>& found) {
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), ::closedir);
  if (!stream) throw failed(ErrorKind::kInput, "cannot read", folder, errno);
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status{};
    if (::lstat((folder + "/" + name).c_str(), &status) != 0) continue;  // gone meanwhile
    if (S_ISREG(status.st_mode)) found.push_back(prefix + name);
    if (S_ISDIR(status.st_mode)) list_into(folder + "/" + name, prefix + name + "/", found);
  }
}

class RealLock final : public FileLock {
 public:
  explicit RealLock(Fd fd) : fd_(std::move(fd)) {}

 private:
  Fd fd_;  // closing it gives the lock back
};

}  // namespace

bool RealFiles::exists(const std::string& path) const {
  return ::access(path.c_str(), F_OK) == 0;
}

bool RealFiles::is_directory(const std::string& path) const {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string RealFiles::read(const std::string& path, std::size_t max_bytes) const {
  // O_NONBLOCK: opening a FIFO must not wait for somebody to write into it.
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!fd.valid()) throw failed(ErrorKind::kInput, "cannot read", path, errno);
  struct stat status{};
  if (::fstat(fd.get(), &status) != 0) {
    throw failed(ErrorKind::kInput, "cannot read", path, errno);
  }
  if (!S_ISREG(status.st_mode)) {
    throw Error(ErrorKind::kInput, "cannot read " + path, "it is not a regular file");
  }
  std::string bytes;
  bytes.resize(std::min(static_cast<std::size_t>(status.st_size), max_bytes) + 1);
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(size * 2);
    const ssize_t got = ::read(fd.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw failed(ErrorKind::kInput, "cannot read", path, errno);
    size += static_cast<std::size_t>(got);
    if (size > max_bytes) {
      throw Error(ErrorKind::kInput,
                  "cannot read " + path,
                  "it is larger than the limit of " + human_bytes(max_bytes));
    }
    if (got == 0) break;
  }
  bytes.resize(size);
  return bytes;
}

std::vector<std::string> RealFiles::list(const std::string& path) const {
  std::vector<std::string> found;
  list_into(path, "", found);
  std::sort(found.begin(), found.end());
  return found;
}

void RealFiles::write_atomically(const std::string& path, std::string_view bytes) {
  std::string temporary = parent_of(path) + "/.kubectl-algo-XXXXXX";
  const Fd fd(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!fd.valid()) throw failed(ErrorKind::kEnvironment, "cannot write", path, errno);
  try {
    write_all(fd.get(), bytes, path);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(fd.get(), 0666 & ~mask) != 0 || ::fsync(fd.get()) != 0 ||
        std::rename(temporary.c_str(), path.c_str()) != 0) {
      throw failed(ErrorKind::kEnvironment, "cannot write", path, errno);
    }
  } catch (const Error&) {
    ::unlink(temporary.c_str());
    throw;
  }
}

void RealFiles::write_new(const std::string& path, std::string_view bytes) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const Fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!fd.valid()) throw failed(ErrorKind::kEnvironment, "cannot write", path, errno);
  write_all(fd.get(), bytes, path);
}

void RealFiles::write_in_place(const std::string& path, std::string_view bytes) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const Fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
  if (!fd.valid()) throw failed(ErrorKind::kEnvironment, "cannot write", path, errno);
  write_all(fd.get(), bytes, path);
  if (::ftruncate(fd.get(), static_cast<off_t>(bytes.size())) != 0) {
    throw failed(ErrorKind::kEnvironment, "cannot write", path, errno);
  }
}

void RealFiles::make_directories(const std::string& path) {
  for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
      throw failed(ErrorKind::kEnvironment, "cannot make folder", folder, errno);
    }
    if (slash == std::string::npos) break;
  }
  if (!is_directory(path))
    throw failed(ErrorKind::kEnvironment, "cannot make folder", path, ENOTDIR);
}

void RealFiles::remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
    throw failed(ErrorKind::kEnvironment, "cannot remove", path, errno);
  }
}

std::unique_ptr<FileLock> RealFiles::try_lock(const std::string& path) {
  Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.valid()) throw failed(ErrorKind::kInput, "cannot lock", path, errno);
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) == 0) return std::make_unique<RealLock>(std::move(fd));
  if (errno == EWOULDBLOCK) return nullptr;
  throw failed(ErrorKind::kInput, "cannot lock", path, errno);
}

}  // namespace algo
