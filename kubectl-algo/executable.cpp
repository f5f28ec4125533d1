#include "executable.h"

#include "base/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace algo {
namespace {

#ifndef MFD_EXEC
constexpr unsigned MFD_EXEC = 0x0010U;  // Linux 6.3
#endif

Error failed(const std::string& why) {
  return {ErrorKind::kEnvironment, "cannot unpack the judge", why, "set TMPDIR to another folder"};
}

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failed(errno_text(errno));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

Fd in_memory(std::string_view bytes) {
  Fd fd(::memfd_create("algo-judge", MFD_CLOEXEC | MFD_EXEC));
  if (!fd.valid() && errno == EINVAL) fd = Fd(::memfd_create("algo-judge", MFD_CLOEXEC));
  if (fd.valid()) write_all(fd.get(), bytes);
  return fd;
}

Fd in_file(std::string_view bytes) {
  std::error_code error;
  std::string path = (std::filesystem::temp_directory_path(error) / "algo-judge-XXXXXX").string();
  const Fd writer(::mkostemp(path.data(), O_CLOEXEC));
  if (!writer.valid()) throw failed(errno_text(errno));
  // Opened again, because a file that is open for writing cannot be executed (ETXTBSY).
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  Fd reader(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  ::unlink(path.c_str());
  write_all(writer.get(), bytes);
  // The sandbox's own user executes it too.
  if (!reader.valid() || ::fchmod(writer.get(), 0555) != 0) throw failed(errno_text(errno));
  return reader;
}

}  // namespace

Fd make_executable(std::string_view bytes) {
  Fd fd = in_memory(bytes);
  return fd.valid() ? std::move(fd) : in_file(bytes);
}

}  // namespace algo
