#include "sandbox/vfork.h"

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>

#include <charconv>
#include <memory>
#include <optional>

namespace algo::sandbox {
namespace {

// "NUMBER 0xARGUMENT …", proc_pid_syscall(5); "running" and "-1 …" are no number of a call.
template <typename Number>
std::optional<Number> parse(std::string_view& rest, int base) {
  Number value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, base);
  if (error != std::errc()) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return value;
}

// "1 2 3 ": the last one is the youngest.
std::optional<pid_t> last_number(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \n");
  if (end == std::string_view::npos) return std::nullopt;
  text = text.substr(0, end + 1);
  text.remove_prefix(text.find_last_of(' ') + 1);  // npos + 1 = 0
  return parse<pid_t>(text, 10);
}

}  // namespace

bool waits_in_vfork(std::string_view syscall_line) {
  const auto call = parse<long>(syscall_line, 10);
  if (!call) return false;
#ifdef SYS_vfork
  if (*call == SYS_vfork) return true;
#endif
  constexpr std::string_view separator = " 0x";
  if (*call != SYS_clone || !syscall_line.starts_with(separator)) return false;
  syscall_line.remove_prefix(separator.size());
  const auto flags = parse<std::uint64_t>(syscall_line, 16);
  constexpr std::uint64_t looked_at = CLONE_VM | CLONE_VFORK | CLONE_THREAD | CLONE_PARENT;
  return flags && (*flags & looked_at) == (CLONE_VM | CLONE_VFORK);
}

std::vector<pid_t> children_in_memory_of(const Proc& proc, pid_t parent) {
  std::vector<pid_t> found;
  const Fd process = proc.open_process(parent, -1);
  if (!process.valid()) return found;
  const int tasks = ::openat(process.get(), "task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const auto close_folder = [](DIR* folder) { ::closedir(folder); };
  const std::unique_ptr<DIR, decltype(close_folder)> folder(
      tasks < 0 ? nullptr : ::fdopendir(tasks), close_folder);
  if (folder == nullptr) return found;
  while (const dirent* entry = ::readdir(folder.get())) {
    if (entry->d_name[0] == '.') continue;
    const std::string thread = std::string("task/") + &entry->d_name[0];
    const auto read = [&](const char* name) {
      return read_from_start(Proc::open_file(process, (thread + name).c_str(), O_RDONLY));
    };
    if (!waits_in_vfork(read("/syscall"))) continue;
    if (const auto child = last_number(read("/children"))) found.push_back(*child);
  }
  return found;
}

}  // namespace algo::sandbox
