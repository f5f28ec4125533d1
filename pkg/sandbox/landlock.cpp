#include "sandbox/landlock.h"

#include "base/error.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string_view>

// The headers of this distribution may know less than the kernel, so the interface is spelt out
// here, with the names of linux/landlock.h.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#endif

namespace algo::sandbox {
namespace {

struct RulesetAttributes {
  std::uint64_t handled_access_fs;
  std::uint64_t handled_access_net;  // since ABI 4
  std::uint64_t scoped;              // since ABI 6
};

struct __attribute__((packed)) PathBeneath {
  std::uint64_t allowed_access;
  std::int32_t parent_fd;
};

constexpr int kRulePathBeneath = 1;
constexpr unsigned kVersionFlag = 1;

constexpr std::uint64_t kExecute = 1U << 0U;
constexpr std::uint64_t kWriteFile = 1U << 1U;
constexpr std::uint64_t kReadFile = 1U << 2U;
constexpr std::uint64_t kReadDir = 1U << 3U;
constexpr std::uint64_t kRemoveDir = 1U << 4U;
constexpr std::uint64_t kRemoveFile = 1U << 5U;
constexpr std::uint64_t kMakeDir = 1U << 7U;
constexpr std::uint64_t kMakeReg = 1U << 8U;
constexpr std::uint64_t kRefer = 1U << 13U;     // ABI 2
constexpr std::uint64_t kTruncate = 1U << 14U;  // ABI 3
constexpr std::uint64_t kAllAbi1 = (1U << 13U) - 1;
constexpr std::uint64_t kIoctlDev = 1U << 15U;         // ABI 5
constexpr std::uint64_t kNetBindConnect = 3;           // ABI 4
constexpr std::uint64_t kScopeAbstractUnixSignal = 3;  // ABI 6

constexpr std::uint64_t kRead = kExecute | kReadFile | kReadDir;
// No links, pipes, sockets or devices: nothing that the trusted side could be led astray by.
constexpr std::uint64_t kWrite =
    kRead | kWriteFile | kRemoveDir | kRemoveFile | kMakeDir | kMakeReg | kRefer | kTruncate;
constexpr std::uint64_t kFileOnly = kExecute | kWriteFile | kReadFile | kTruncate;

constexpr std::array<const char*, 7> kSystemFolders{
    "/usr", "/lib", "/lib64", "/lib32", "/libx32", "/bin", "/sbin"};
struct KnownFile {
  const char* path;
  std::uint64_t access;
};
constexpr std::array<KnownFile, 7> kKnownFiles{{{"/etc/ld.so.cache", kReadFile},
                                                {"/etc/ssl/openssl.cnf", kReadFile},
                                                {"/etc/localtime", kReadFile},
                                                {"/dev/null", kReadFile | kWriteFile},
                                                {"/dev/zero", kReadFile},
                                                {"/dev/urandom", kReadFile},
                                                {"/dev/random", kReadFile}}};
// Configuration that Debian's interpreters keep in /etc: /etc/python3.11, /etc/java-17-openjdk.
constexpr std::array<std::string_view, 2> kRuntimeConfigurations{"python3", "java-"};

std::uint64_t handled(int abi) {
  std::uint64_t access = kAllAbi1;
  if (abi >= 2) access |= kRefer;
  if (abi >= 3) access |= kTruncate;
  if (abi >= 5) access |= kIoctlDev;
  return access;
}

RulesetAttributes attributes(int abi) {
  return {.handled_access_fs = handled(abi),
          .handled_access_net = abi >= 4 ? kNetBindConnect : 0,
          .scoped = abi >= 6 ? kScopeAbstractUnixSignal : 0};
}

std::size_t attributes_size(int abi) {
  if (abi >= 6) return sizeof(RulesetAttributes);
  return abi >= 4 ? offsetof(RulesetAttributes, scoped)
                  : offsetof(RulesetAttributes, handled_access_net);
}

class Builder {
 public:
  explicit Builder(int abi) : handled_(handled(abi)) {
    const RulesetAttributes wanted = attributes(abi);
    ruleset_ = Fd(static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &wanted, attributes_size(abi), 0U)));
    if (!ruleset_.valid()) throw failed("cannot make a Landlock ruleset");
  }

  // False when the path cannot be opened.
  [[nodiscard]] bool allow(const char* path, std::uint64_t access) const {
    const Fd fd(::open(path, O_PATH | O_CLOEXEC));
    struct stat state{};
    if (!fd.valid() || ::fstat(fd.get(), &state) != 0) return false;
    if (!S_ISDIR(state.st_mode)) access &= kFileOnly;
    const PathBeneath rule{.allowed_access = access & handled_, .parent_fd = fd.get()};
    if (::syscall(SYS_landlock_add_rule, ruleset_.get(), kRulePathBeneath, &rule, 0U) != 0) {
      throw failed("cannot add a Landlock rule");
    }
    return true;
  }

  void require(const std::string& path, std::uint64_t access) const {
    if (!allow(path.c_str(), access)) throw failed("cannot open folder " + path);
  }

  [[nodiscard]] Fd take() { return std::move(ruleset_); }

 private:
  static Error failed(const std::string& what) {
    return {ErrorKind::kInternal, what, errno_text(errno)};
  }
  std::uint64_t handled_;
  Fd ruleset_;
};

void allow_runtime_configurations(const Builder& builder) {
  const auto close_folder = [](DIR* folder) { ::closedir(folder); };
  const std::unique_ptr<DIR, decltype(close_folder)> folder(::opendir("/etc"), close_folder);
  if (folder == nullptr) return;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string_view name = &entry->d_name[0];
    for (const std::string_view start : kRuntimeConfigurations) {
      if (!name.starts_with(start)) continue;
      static_cast<void>(builder.allow(("/etc/" + std::string(name)).c_str(), kRead));
    }
  }
}

}  // namespace

int landlock_abi() {
#ifdef ALGO_TEST_WITHOUT_LANDLOCK  // in a program of test/hostile alone, to show that attacks bite
  return 0;
#endif
  const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, kVersionFlag);
  return abi < 0 ? 0 : static_cast<int>(abi);
}

std::string landlock_status() {
  const int abi = landlock_abi();
  if (abi == 0) return "off: " + errno_text(errno);
  std::string status = "on: ABI " + std::to_string(abi) + ", files";
  if (abi >= 4) status += ", TCP";
  if (abi >= 6) status += ", signals, abstract sockets";
  return status;
}

Fd make_ruleset(const LandlockPaths& paths) {
  const int abi = landlock_abi();
  if (abi == 0) return {};
  Builder builder(abi);
  for (const char* folder : kSystemFolders) static_cast<void>(builder.allow(folder, kRead));
  for (const auto& [path, access] : kKnownFiles) static_cast<void>(builder.allow(path, access));
  allow_runtime_configurations(builder);
  if (!paths.toolchain.empty()) static_cast<void>(builder.allow(paths.toolchain.c_str(), kRead));
  for (const std::string& folder : paths.readable) builder.require(folder, kRead);
  if (paths.policy == Policy::kCompile) {
    for (const std::string& folder : paths.writable) builder.require(folder, kWrite);
  }
  return builder.take();
}

bool below_system_folders(const std::string& path) {
  return std::ranges::any_of(kSystemFolders, [&path](const char* folder) {
    return path.starts_with(std::string(folder) + "/");
  });
}

}  // namespace algo::sandbox
