#include "judge/folders.h"

#include "base/error.h"
#include "base/fd.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace algo::judge {
namespace {

constexpr uid_t kFirstUid = 1'600'000'000;  // above systemd's and the usual subordinate ranges
constexpr std::uint32_t kUids = 100'000'000;
constexpr uid_t kNobody = 65534;

Error failed(const std::string& doing, const std::string& path) {
  return {ErrorKind::kEnvironment, doing + " " + path, errno_text(errno)};
}

void write_source(const std::string& path, std::string_view bytes) {
  const Fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!fd.valid() || ::fchmod(fd.get(), 0644) != 0) throw failed("cannot write", path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
    if (written < 0) throw failed("cannot write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Inside a user namespace (rootless containers) only some uids exist; setuid to another one fails.
bool uid_exists(uid_t uid) {
  const Fd map(::open("/proc/self/uid_map", O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  if (!map.valid() || ::read(map.get(), text.data(), text.size() - 1) <= 0) return false;
  // "inside outside count"; the first line is enough to tell the whole range from a small one.
  char* end = nullptr;
  const unsigned long first = std::strtoul(text.data(), &end, 10);
  std::strtoul(end, &end, 10);
  const unsigned long count = std::strtoul(end, nullptr, 10);
  return uid >= first && uid - first < count;
}

}  // namespace

uid_t pick_run_uid() {
  if (::geteuid() != 0) return 0;
  std::uint32_t random = 0;
  if (::getrandom(&random, sizeof random, 0) != sizeof random) random = 0;
  const uid_t uid = kFirstUid + random % kUids;
  return uid_exists(uid) ? uid : kNobody;
}

// A folder made before anything untrusted runs, so that changing its owner follows no link of
// theirs.
void make_folder(const std::string& path, uid_t owner) {
  if (::mkdir(path.c_str(), 0755) != 0) throw failed("cannot make folder", path);
  if (::chmod(path.c_str(), 0755) != 0) throw failed("cannot open up folder", path);
  // Made by us before anything untrusted runs, so that this follows no link of theirs.
  if (owner != 0 && ::lchown(path.c_str(), owner, owner) != 0) {
    throw failed("cannot give away folder", path);
  }
}

Places make_places(const std::string& work,
                   const std::map<std::string, std::string>& sources,
                   const std::string& cache,
                   uid_t run_uid) {
  Places places{work + "/src", work + "/out", work + "/tmp", cache};
  make_folder(places.src, 0);
  for (const auto& [name, bytes] : sources) {
    if (name.find('/') != std::string::npos) {
      throw Error(ErrorKind::kInput, "src/" + name + ": sources lie side by side, not in folders");
    }
    write_source(places.src + "/" + name, bytes);
  }
  make_folder(places.out, run_uid);
  make_folder(places.tmp, run_uid);
  return places;
}

}  // namespace algo::judge
