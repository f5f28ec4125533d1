#include "sandbox/lookup.h"

#include "base/text.h"

#include <elf.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace algo::sandbox {
namespace {

constexpr const char* kDefaultSearch =
    "/usr/local/bin:/usr/local/go/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";
constexpr std::size_t kMostPrograms = 64;

std::string search_for(const std::string& name, const std::string& search) {
  if (name.find('/') != std::string::npos) return name;
  for (const std::string& folder : split(search.empty() ? kDefaultSearch : search, ':')) {
    std::string candidate = folder;
    candidate.append("/").append(name);
    if (folder.starts_with('/') && ::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return {};
}

std::string real_path(const std::string& path) {
  const auto release = [](char* text) { std::free(text); };  // NOLINT(*-no-malloc): realpath(3)
  const std::unique_ptr<char, decltype(release)> real(::realpath(path.c_str(), nullptr), release);
  return real == nullptr ? path : real.get();
}

std::string parent_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

}  // namespace

Programs::Programs(LandlockPaths paths) : paths_(std::move(paths)), base_(make_ruleset(paths_)) {}

std::optional<Programs::Program> Programs::find(const std::string& name,
                                                const std::string& search) {
  const std::string key = search + '\0' + name;
  const auto known = programs_.find(key);
  if (known != programs_.end()) return known->second;
  const std::string path = search_for(name, search);
  if (path.empty()) return std::nullopt;
  if (programs_.size() >= kMostPrograms) programs_.clear();
  return programs_[key] = {.path = path, .ruleset = ruleset_for(real_path(path))};
}

int Programs::ruleset_for(const std::string& path) {
  const auto given = [&path](const std::string& folder) { return path.starts_with(folder + "/"); };
  const std::string toolchain = toolchain_folder(path);
  if (!base_.valid() || toolchain.empty() || std::ranges::any_of(paths_.readable, given) ||
      std::ranges::any_of(paths_.writable, given)) {
    return base_.get();
  }
  Fd& ruleset = by_toolchain_[toolchain];
  if (!ruleset.valid()) {
    LandlockPaths paths = paths_;
    paths.toolchain = toolchain;
    ruleset = make_ruleset(paths);
  }
  return ruleset.get();
}

std::string toolchain_folder(const std::string& path) {
  if (below_system_folders(path)) return {};
  std::string folder = parent_of(path);
  if (!folder.ends_with("/bin")) return folder;
  std::string prefix = parent_of(folder);
  const auto depth = std::count(prefix.begin(), prefix.end(), '/');
  const bool home = prefix == "/root" || (prefix.starts_with("/home/") && depth == 2);
  return prefix.empty() || home ? folder : prefix;
}

std::uint64_t static_data_bytes(const std::string& path) {
  constexpr std::size_t header_bytes = 4096;
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  std::array<char, header_bytes> bytes{};
  const ssize_t size = fd.valid() ? ::read(fd.get(), bytes.data(), bytes.size()) : -1;
  Elf64_Ehdr head{};
  if (size < static_cast<ssize_t>(sizeof head)) return 0;
  std::memcpy(&head, bytes.data(), sizeof head);
  if (std::memcmp(&head.e_ident[0], ELFMAG, SELFMAG) != 0 || head.e_ident[EI_CLASS] != ELFCLASS64) {
    return 0;
  }
  std::uint64_t total = 0;
  for (std::uint64_t i = 0; i < head.e_phnum; ++i) {
    Elf64_Phdr segment{};
    const std::uint64_t at = head.e_phoff + i * sizeof segment;
    if (at > static_cast<std::uint64_t>(size) - sizeof segment) break;
    std::memcpy(&segment, bytes.data() + at, sizeof segment);
    const bool writable = segment.p_type == PT_LOAD && (segment.p_flags & PF_W) != 0;
    if (writable) total += segment.p_memsz;
  }
  return total;
}

}  // namespace algo::sandbox
