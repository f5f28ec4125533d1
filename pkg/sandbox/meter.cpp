#include "sandbox/meter.h"

#include "sandbox/vfork.h"

#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <map>

namespace algo::sandbox {
namespace {

constexpr std::uint64_t kKilo = 1024;

Nanos of(const timespec& time) {
  return Nanos(time.tv_sec * 1'000'000'000 + time.tv_nsec);
}

Nanos of(const timeval& time) {
  return Nanos(time.tv_sec * 1'000'000'000 + time.tv_usec * 1000);
}

Nanos cpu_of(const rusage& usage) {
  return of(usage.ru_utime) + of(usage.ru_stime);
}

// The CPU clock of another process, all its threads included; zero when it is gone.
// clock_getcpuclockid(3) would ask the kernel first whether the process exists.
Nanos cpu_clock(pid_t pid) {
  constexpr unsigned scheduler = 2;  // CPUCLOCK_SCHED
  const auto clock = static_cast<clockid_t>((~static_cast<unsigned>(pid) << 3U) | scheduler);
  timespec time{};
  return ::clock_gettime(clock, &time) == 0 ? of(time) : Nanos(0);
}

rusage usage_of_children() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  return usage;
}

}  // namespace

Nanos monotonic_now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return of(time);
}

void Meter::follow(pid_t main, Fd pidfd) {
  before_ = usage_of_children();
  peak_ = 0;
  waited_ = Nanos(0);
  main_ = main;
  pidfd_ = std::move(pidfd);
  files_ = {};
  reaped_cpu_ = Nanos(0);
}

void Meter::reaped(pid_t pid, const rusage& usage) {
  peak_ = std::max(peak_, static_cast<std::uint64_t>(usage.ru_maxrss) * kKilo);
  if (pid == main_) {
    main_ = -1;
    files_ = {};
    pidfd_.reset();
  }
}

void Meter::leave_out(const rusage& usage) {
  timeradd(&before_.ru_utime, &usage.ru_utime, &before_.ru_utime);
  timeradd(&before_.ru_stime, &usage.ru_stime, &before_.ru_stime);
  before_.ru_nvcsw += usage.ru_nvcsw;
  before_.ru_nivcsw += usage.ru_nivcsw;
  left_out_ = 0;
}

std::vector<ProcessState> Meter::tree() const {
  std::vector<ProcessState> states = proc_.below();
  std::erase_if(states, [this](const ProcessState& state) { return state.pid == left_out_; });
  return states;
}

Nanos Meter::waited_for() const {
  return cpu_of(usage_of_children()) - cpu_of(before_);
}

Nanos Meter::cpu_of_tree() const {
  Nanos total = waited_for();
  if (!proc_.lists_our_pids()) return main_ > 0 ? total + cpu_clock(main_) : total;
  for (const ProcessState& state : tree()) {
    total += cpu_clock(state.pid) + state.reaped_cpu;
  }
  return total;
}

Nanos Meter::cpu_quick(bool long_enough) {
  const Files& open = files();
  if (!read_from_start(open.children).empty() || has_orphans()) return cpu_of_tree();
  if (long_enough) {
    if (const auto state = parse_stat(read_from_start(open.stat))) reaped_cpu_ = state->reaped_cpu;
  }
  return waited_for() + (main_ > 0 ? cpu_clock(main_) : Nanos(0)) + reaped_cpu_;
}

Nanos Meter::cpu_at_end() const {
  return waited_for();
}

Meter::Memory Meter::memory(std::uint64_t limit) {
  Memory memory;
  std::vector<ProcessState> states = tree();
  if (!proc_.lists_our_pids()) {
    if (const auto main = parse_stat(read_from_start(files().stat))) states.push_back(*main);
  }
  for (const ProcessState& state : states) {
    memory.largest = std::max(memory.largest, state.resident);
    memory.together += state.resident;
  }
  if (memory.together > limit && states.size() > 1) memory.together = memory_of(states);
  peak_ = std::max(peak_, memory.largest);
  return memory;
}

std::uint64_t Meter::memory_of(const std::vector<ProcessState>& states) const {
  // Asked first: a child that leaves its parent's memory before it is measured has its own by then.
  std::map<pid_t, pid_t> lenders;  // by child
  for (const ProcessState& state : states) {
    for (const pid_t child : children_in_memory_of(proc_, state.pid)) lenders[child] = state.pid;
  }
  std::map<pid_t, std::uint64_t> bytes;
  std::uint64_t sum = 0;
  for (const ProcessState& state : states) {
    const std::uint64_t own = proc_.proportional_memory(state.pid);
    bytes[state.pid] = own;
    sum += own;
  }
  for (const auto& [child, parent] : lenders) {
    const auto counted = bytes.find(child);
    if (counted != bytes.end()) sum -= std::min(bytes.at(parent), counted->second);
  }
  return sum;
}

void Meter::reset_peak() {
  peak_ = 0;
  // proc(5): "5" resets the peak resident set size to the present one. Where that is not possible
  // the peak stays that of the whole life.
  const Fd& clear_refs = files().clear_refs;
  static_cast<void>(clear_refs.valid() && ::pwrite(clear_refs.get(), "5", 1, 0) == 1);
}

std::uint64_t Meter::data_bytes(pid_t thread) {
  if (const auto bytes = proc_.data_bytes(thread)) return *bytes;
  return labelled(read_from_start(files().status), "VmData:").value_or(0) * kKilo;
}

Meter::Scheduling Meter::Scheduling::since(const Scheduling& earlier) const {
  return {.voluntary = voluntary - std::min(voluntary, earlier.voluntary),
          .forced = forced - std::min(forced, earlier.forced),
          .waited = waited - std::min(waited, earlier.waited)};
}

Meter::Standing Meter::standing() {
  const std::string status = read_from_start(files().status);
  look_at_waiting();
  peak_ = std::max(peak_, labelled(status, "VmHWM:").value_or(0) * kKilo);
  return {.peak_memory = peak_,
          .scheduling = {.voluntary = labelled(status, "\nvoluntary_ctxt_switches:").value_or(0),
                         .forced = labelled(status, "\nnonvoluntary_ctxt_switches:").value_or(0),
                         .waited = waited_}};
}

void Meter::look_at_waiting() {
  // "time on a processor" " " "time waiting for one" " " …, in nanoseconds
  const std::string text = read_from_start(files().schedstat);
  const auto waited = labelled(text, " ");
  if (waited) waited_ = std::max(waited_, Nanos(static_cast<std::int64_t>(*waited)));
}

void Meter::look_at_waiting_of_tree() {
  Nanos sum{};
  for (const ProcessState& state : tree()) sum += proc_.waited(state.pid).value_or(Nanos(0));
  waited_ = std::max(waited_, sum);
}

Meter::Scheduling Meter::scheduling_at_end() const {
  const rusage now = usage_of_children();
  return {.voluntary = static_cast<std::uint64_t>(now.ru_nvcsw - before_.ru_nvcsw),
          .forced = static_cast<std::uint64_t>(now.ru_nivcsw - before_.ru_nivcsw),
          .waited = waited_};
}

// Any other child than the first process has been left behind by somebody.
bool Meter::has_orphans() const {
  const std::string children = read_from_start(own_children_);
  return std::count(children.begin(), children.end(), ' ') > 1;
}

Meter::Files& Meter::files() {
  if (files_.opened || main_ <= 0) return files_;
  files_.opened = true;
  files_.folder = proc_.open_process(main_, pidfd_.get());
  files_.stat = Proc::open_file(files_.folder, "stat", O_RDONLY);
  files_.status = Proc::open_file(files_.folder, "status", O_RDONLY);
  files_.schedstat = Proc::open_file(files_.folder, "schedstat", O_RDONLY);
  files_.clear_refs = Proc::open_file(files_.folder, "clear_refs", O_WRONLY);
  const std::string children = "task/" + std::to_string(main_) + "/children";
  if (proc_.lists_our_pids()) {
    files_.children = Proc::open_file(files_.folder, children.c_str(), O_RDONLY);
  }
  return files_;
}

}  // namespace algo::sandbox
