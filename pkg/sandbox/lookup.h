#pragma once

#include "base/fd.h"
#include "sandbox/landlock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace algo::sandbox {

// Programs by the name they are called by, each with the ruleset that lets it read its own
// toolchain. Remembers them, so that the next spawn of the same program makes no file system call.
class Programs {
 public:
  explicit Programs(LandlockPaths paths);  // throws as make_ruleset does

  struct Program {
    std::string path{};  // absolute
    int ruleset = -1;
  };
  // nullopt when there is no such program on `search` (folders, ":" between them).
  [[nodiscard]] std::optional<Program> find(const std::string& name, const std::string& search);

 private:
  [[nodiscard]] int ruleset_for(const std::string& path);

  LandlockPaths paths_;
  Fd base_;
  std::map<std::string, Program> programs_;
  std::map<std::string, Fd> by_toolchain_;
};

// The folder of an installed toolchain that the program at `path` belongs to, "" when it lies in
// the system's folders: /opt/jdk for /opt/jdk/bin/java, the program's own folder if that is not
// called bin or if its parent is somebody's home or the root.
[[nodiscard]] std::string toolchain_folder(const std::string& path);

// Bytes of writable segments that a 64-bit ELF program asks for at its start, 0 for other files.
// When these do not fit RLIMIT_DATA, execve(2) itself ends the process with SIGSEGV.
[[nodiscard]] std::uint64_t static_data_bytes(const std::string& path);

}  // namespace algo::sandbox
