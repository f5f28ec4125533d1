#include "sandbox/proc.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace algo::sandbox {
namespace {

constexpr std::size_t kFileBytes = 4096;

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A proc instance that is mounted nowhere: no mount namespace is needed and nobody else sees it.
// (fsopen(2): Linux 5.2; these headers may not have it.)
Fd detached_proc() {
#ifdef SYS_fsopen
  constexpr unsigned cloexec = 1;
  constexpr unsigned create_command = 6;  // FSCONFIG_CMD_CREATE
  const Fd context(static_cast<int>(::syscall(SYS_fsopen, "proc", cloexec)));
  if (context.valid() &&
      ::syscall(SYS_fsconfig, context.get(), create_command, nullptr, nullptr, 0) == 0) {
    return Fd(static_cast<int>(::syscall(SYS_fsmount, context.get(), cloexec, 0)));
  }
#endif
  return {};
}

bool shows_this_process(const Fd& folder) {
  std::array<char, 32> name{};
  const ssize_t size = ::readlinkat(folder.get(), "self", name.data(), name.size());
  return size > 0 && number({name.data(), static_cast<std::size_t>(size)}) ==
                         static_cast<std::uint64_t>(::getpid());
}

std::string read_at(int folder, const std::string& path) {
  return read_from_start(Fd(::openat(folder, path.c_str(), O_RDONLY | O_CLOEXEC)));
}

bool contains(const std::vector<ProcessState>& states, pid_t pid) {
  return std::ranges::any_of(states, [pid](const ProcessState& state) { return state.pid == pid; });
}

// Moves from `all` what descends from `root`.
std::vector<ProcessState> descendants(std::vector<ProcessState> all, pid_t root) {
  std::vector<ProcessState> found;
  for (bool grew = true; grew;) {
    grew = false;
    for (ProcessState& state : all) {
      if (state.pid == 0 || (state.parent != root && !contains(found, state.parent))) continue;
      found.push_back(state);
      state.pid = 0;
      grew = true;
    }
  }
  return found;
}

}  // namespace

Proc Proc::open() {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  Fd mounted(::open("/proc", flags));
  if (mounted.valid() && shows_this_process(mounted)) return {std::move(mounted), true};
  const Fd detached = detached_proc();
  if (detached.valid()) {
    Fd folder(::openat(detached.get(), ".", flags));
    if (folder.valid() && shows_this_process(folder)) return {std::move(folder), true};
  }
  return {std::move(mounted), false};
}

std::vector<pid_t> Proc::pids() const {
  std::vector<pid_t> pids;
  const int copy = ::openat(folder_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const auto close_folder = [](DIR* folder) { ::closedir(folder); };
  const std::unique_ptr<DIR, decltype(close_folder)> folder(copy < 0 ? nullptr : ::fdopendir(copy),
                                                            close_folder);
  if (folder == nullptr) return pids;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string_view name = &entry->d_name[0];
    if (name.front() >= '1' && name.front() <= '9') {
      pids.push_back(static_cast<pid_t>(number(name)));
    }
  }
  return pids;
}

std::vector<ProcessState> Proc::all() const {
  std::vector<ProcessState> states;
  for (const pid_t pid : pids()) {
    const auto state = parse_stat(read_at(folder_.get(), std::to_string(pid) + "/stat"));
    if (state) states.push_back(*state);
  }
  return states;
}

std::vector<ProcessState> Proc::below() const {
  if (!ours_) return {};
  const pid_t self = ::getpid();
  std::vector<ProcessState> states = all();
  if (self != 1) return descendants(std::move(states), self);
  std::erase_if(states, [self](const ProcessState& state) { return state.pid == self; });
  return states;
}

Fd Proc::open_process(pid_t pid, int pidfd) const {
  auto shown = static_cast<std::uint64_t>(pid);
  if (!ours_) {
    const std::string info = read_at(folder_.get(), "self/fdinfo/" + std::to_string(pidfd));
    shown = labelled(info, "Pid:").value_or(0);
  }
  return Fd(
      ::openat(folder_.get(), std::to_string(shown).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

Fd Proc::open_file(const Fd& process, const char* name, int flags) {
  return Fd(::openat(process.get(), name, flags | O_CLOEXEC));
}

std::uint64_t Proc::proportional_memory(pid_t pid) const {
  constexpr std::uint64_t kilo = 1024;
  const std::string process = std::to_string(pid);
  const auto kilobytes = labelled(read_at(folder_.get(), process + "/smaps_rollup"), "Pss:");
  if (kilobytes) return *kilobytes * kilo;
  const auto state = parse_stat(read_at(folder_.get(), process + "/stat"));
  return state ? state->resident : 0;
}

std::optional<std::uint64_t> Proc::data_bytes(pid_t thread) const {
  constexpr std::uint64_t kilo = 1024;
  const auto kilobytes =
      labelled(read_at(folder_.get(), std::to_string(thread) + "/status"), "VmData:");
  if (!ours_ || !kilobytes) return std::nullopt;
  return *kilobytes * kilo;
}

std::optional<Nanos> Proc::waited(pid_t pid) const {
  const auto nanos = labelled(read_at(folder_.get(), std::to_string(pid) + "/schedstat"), " ");
  if (!ours_ || !nanos) return std::nullopt;
  return Nanos(static_cast<std::int64_t>(*nanos));
}

Fd Proc::own_children() const {
  if (!ours_) return {};
  const std::string pid = std::to_string(::getpid());
  const std::string path = pid + "/task/" + pid + "/children";
  return Fd(::openat(folder_.get(), path.c_str(), O_RDONLY | O_CLOEXEC));
}

std::optional<std::uint64_t> Proc::out_of_memory_kills() const {
  const Fd file(::openat(folder_.get(), "vmstat", O_RDONLY | O_CLOEXEC));
  std::array<char, kFileBytes> part{};
  std::string text;
  for (ssize_t size = 0; (size = ::read(file.get(), part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(size));
  }
  return labelled(text, "\noom_kill");
}

std::string read_from_start(const Fd& file) {
  std::array<char, kFileBytes> text;  // NOLINT(*-member-init): read fills it
  const ssize_t size = file.valid() ? ::pread(file.get(), text.data(), text.size(), 0) : -1;
  return size <= 0 ? std::string() : std::string(text.data(), static_cast<std::size_t>(size));
}

std::optional<std::uint64_t> labelled(std::string_view text, std::string_view label) {
  const std::size_t at = text.find(label);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(at + label.size());
  const std::size_t digits = rest.find_first_not_of(" \t");
  if (digits == std::string_view::npos) return std::nullopt;
  rest.remove_prefix(digits);
  return number(rest);
}

std::optional<ProcessState> parse_stat(std::string_view line) {
  // Field numbers of proc(5); the second is the program's name, which may contain anything.
  constexpr std::size_t parent_field = 4;
  constexpr std::size_t child_user_field = 16;
  constexpr std::size_t child_system_field = 17;
  constexpr std::size_t resident_field = 24;
  static const long kTicksPerSecond = ::sysconf(_SC_CLK_TCK);
  static const long kPageBytes = ::sysconf(_SC_PAGESIZE);
  const std::size_t name_end = line.rfind(')');
  if (name_end == std::string_view::npos) return std::nullopt;
  ProcessState state;
  state.pid = static_cast<pid_t>(number(line));
  std::uint64_t ticks = 0;
  std::string_view rest = line.substr(name_end + 1);
  for (std::size_t field = 3; field <= resident_field; ++field) {
    if (rest.empty()) return std::nullopt;
    rest.remove_prefix(1);
    if (field == parent_field) state.parent = static_cast<pid_t>(number(rest));
    if (field == child_user_field || field == child_system_field) ticks += number(rest);
    if (field == resident_field)
      state.resident = number(rest) * static_cast<std::uint64_t>(kPageBytes);
    const std::size_t space = rest.find(' ');
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space);
  }
  constexpr std::uint64_t nanos_per_second = 1'000'000'000;
  state.reaped_cpu = Nanos(ticks * nanos_per_second / static_cast<std::uint64_t>(kTicksPerSecond));
  return state;
}

}  // namespace algo::sandbox
