#include "sandbox/runner.h"

#include "base/error.h"
#include "sandbox/prompt_poll.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace algo::sandbox {
namespace {

// Never look more often than this at a limit that is about to be reached …
constexpr Nanos kShortest = std::chrono::microseconds(500);
// … and, for memory, never less often than this.
constexpr Nanos kMemoryInterval = std::chrono::milliseconds(25);
// As fast as memory grows: the kernel hands out pages at 1 to 4 GB/s and processor.
constexpr std::uint64_t kBytesPerNano = 4;
constexpr Nanos kShortestForMemory = std::chrono::milliseconds(1);
// That all processes together have too much must be seen so many times in a row (kShortestForMemory
// apart): a child that was about to exec when it was looked at is not there in all of them. Memory
// that is given back in between cannot be more than is filled in that time, which even looking less
// often would miss.
constexpr int kLooksAtExcess = 5;
// Where others use all processors, the wall limit is stretched at most this many times.
constexpr int kMostStretch = 4;
// An allocator that was refused may ask for less before it gives up.
constexpr std::uint64_t kMemorySlack = std::uint64_t{1} << 20U;
// What shorter cases do in children cannot reach any limit.
constexpr Nanos kLongCase = std::chrono::milliseconds(5);
constexpr Nanos kFarAway = std::chrono::hours(24);

Ended not_started(std::string act) {
  Ended ended;
  ended.stop = Stop::kNotStarted;
  ended.act = std::move(act);
  return ended;
}

// Without waiting for it: what the kernel knows of it can still be read.
bool some_child_has_ended() {
  siginfo_t info{};
  return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

void put(const Meter::Scheduling& scheduling, Usage& usage) {
  usage.switches_voluntary = scheduling.voluntary;
  usage.switches_forced = scheduling.forced;
  usage.waited = scheduling.waited;
}

void pause_for(Nanos time) {
  const timespec pause{.tv_sec = 0, .tv_nsec = time.count()};
  ::nanosleep(&pause, nullptr);
}

}  // namespace

Runner::Runner(const HelperOptions& options, const Confined& confined, Programs& programs)
    : confined_(confined),
      starter_(options, confined, programs),
      meter_(confined.proc),
      out_of_memory_kills_(confined.proc.out_of_memory_kills()),
      processors_(usable_processors()) {}

std::optional<Ended> Runner::start(SpawnRequest request, const std::vector<Fd>& passed) {
  limits_ = request.limits;
  if (auto problem = starter_.prepare(std::move(request))) return not_started(std::move(*problem));
  began_ = monotonic_now();
  Started started = starter_.start(passed);
  if (started.step != nullptr) {
    return not_started(std::string(started.step) + " " + starter_.path() + ": " +
                       errno_text(started.error));
  }
  main_ = started.pid;
  meter_.leave_out(starter_.zygote());
  meter_.follow(started.pid, std::move(started.pidfd));
  ended_ = false;
  stop_.reset();
  act_.clear();
  cpu_before_ = Nanos(0);
  cpu_seen_ = Nanos(0);
  scheduled_before_ = {};
  memory_refused_ = false;
  looks_at_excess_ = 0;
  memory_left_ = limits_.memory;
  plan_next(began_, limits_.cpu, limits_.wall);
  return std::nullopt;
}

void Runner::begin(Nanos cpu, Nanos wall, Nanos since) {
  const Nanos now = monotonic_now();
  began_ = std::clamp(since, began_, now);
  limits_.cpu = cpu;
  limits_.wall = wall;
  plan_next(now, cpu, wall - (now - began_));
}

Usage Runner::measure(Nanos since) {
  Usage usage;
  measured_at_ = monotonic_now();
  usage.wall = measured_at_ - std::clamp(since, began_, measured_at_);
  measured_cpu_ = meter_.cpu_quick(usage.wall >= kLongCase);
  usage.cpu = std::max(measured_cpu_ - cpu_before_, Nanos(0));
  const Meter::Standing standing = meter_.standing();
  usage.peak_memory = standing.peak_memory;
  measured_scheduling_ = standing.scheduling;
  put(measured_scheduling_.since(scheduled_before_), usage);
  limits_.cpu = Nanos(0);
  limits_.wall = Nanos(0);
  return usage;
}

// Between an answer and the next request a worker waits: what it had used when it was measured is
// what the next case starts from. Asking when that begins could miss what it does meanwhile.
void Runner::start_over() {
  began_ = measured_at_;
  cpu_before_ = measured_cpu_;
  scheduled_before_ = measured_scheduling_;
  cpu_seen_ = Nanos(0);
  memory_refused_ = false;
  meter_.reset_peak();
}

void Runner::stop(Stop why, std::string act) {
  if (!active() || stop_ || ended_) return;
  stop_ = why;
  act_ = std::move(act);
}

void Runner::foresee_memory(pid_t thread, std::uint64_t bytes) {
  if (!active() || limits_.data == 0) return;
  const std::uint64_t left = limits_.data - std::min(limits_.data, meter_.data_bytes(thread));
  if (bytes > left || left - bytes < kMemorySlack) memory_refused_ = true;
}

std::optional<Ended> Runner::check() {
  if (!active()) return std::nullopt;
  if (some_child_has_ended()) meter_.look_at_waiting();
  reap(WNOHANG);
  const Nanos now = monotonic_now();
  if (!ended_ && !stop_ && now >= next_check_) look_at_limits(now);
  if (!ended_ && !stop_) return std::nullopt;
  meter_.look_at_waiting();
  kill_all();
  return finish(now);
}

bool Runner::reap(int flags) {
  pid_t pid = 0;
  do {
    pid = reap_one(flags);
  } while (pid > 0);
  return pid == 0;
}

pid_t Runner::reap_one(int flags) {
  rusage usage{};
  int status = 0;
  pid_t pid = 0;
  do {
    pid = ::wait4(-1, &status, flags, &usage);
  } while (pid < 0 && errno == EINTR);
  if (pid <= 0) return pid;
  if (pid == starter_.zygote()) {
    meter_.leave_out(usage);
    starter_.zygote_ended();
    return pid;
  }
  meter_.reaped(pid, usage);
  if (pid == main_ && !ended_) {
    ended_ = true;
    status_ = status;
  }
  return pid;
}

void Runner::look_at_limits(Nanos now) {
  const Nanos wall = limits_.wall.count() > 0 ? wall_left(now) : kFarAway;
  if (wall <= Nanos(0)) {
    stop(Stop::kWallLimit);
    return;
  }
  Nanos cpu{};
  if (limits_.cpu.count() > 0) {
    cpu = meter_.cpu_of_tree() - cpu_before_;
    cpu_seen_ = std::max(cpu_seen_, cpu);
    if (cpu >= limits_.cpu) {
      stop(Stop::kCpuLimit);
      return;
    }
  }
  if (limits_.memory != 0) {
    const Meter::Memory memory = meter_.memory(limits_.memory);
    const std::uint64_t used = std::max(memory.largest, memory.together);
    memory_left_ = limits_.memory - std::min(limits_.memory, used);
    looks_at_excess_ = memory.together > limits_.memory ? looks_at_excess_ + 1 : 0;
    if (memory.largest > limits_.memory || looks_at_excess_ >= kLooksAtExcess) {
      stop(Stop::kMemoryLimit);
      return;
    }
  }
  plan_next(now, limits_.cpu - cpu, wall);
}

Nanos Runner::wall_left(Nanos now) {
  const Nanos wall = now - began_;
  if (wall < limits_.wall) return limits_.wall - wall;
  meter_.look_at_waiting_of_tree();
  const Nanos waited = meter_.standing().scheduling.since(scheduled_before_).waited;
  return std::min(limits_.wall + waited, limits_.wall * kMostStretch) - wall;
}

// A CPU limit cannot be reached before all processors together have used up what is left.
void Runner::plan_next(Nanos now, Nanos cpu_left, Nanos wall_left) {
  Nanos pause = kFarAway;
  if (limits_.cpu.count() > 0) {
    const double soonest = static_cast<double>(cpu_left.count()) / processors_;
    pause = std::max(kShortest, Nanos(static_cast<std::int64_t>(soonest)));
  }
  if (limits_.memory != 0) {
    const Nanos soonest(static_cast<std::int64_t>(memory_left_ / kBytesPerNano));
    pause = std::min(pause, std::clamp(soonest, kShortestForMemory, kMemoryInterval));
  }
  if (limits_.wall.count() > 0) pause = std::min(pause, wall_left);
  next_check_ = now + std::max(pause, Nanos(0));
}

void Runner::kill_all() {
  if (starter_.zygote() != 0 && kill_case()) return;
  // Orphans become children of this process, so nobody is left when it has no children.
  while (reap(WNOHANG)) {
    if (confined_.first) {
      // kill(2): -1 spares the caller, and every other process of this namespace is the solution's.
      // A process that is being killed cannot fork any more, so this hits them all.
      ::kill(-1, SIGKILL);
      reap(0);
    } else {
      walk_and_kill();
      pause_for(kShortest);
    }
  }
}

// Everything but the zygote; false when there may be more to kill.
bool Runner::kill_case() {
  if (!ended_) ::kill(main_, SIGKILL);
  while (!ended_ && reap_one(0) > 0) {
  }
  reap(WNOHANG);
  return starter_.only_zygote_left();
}

// Without a namespace: stops every descendant before it kills any, so that none can fork away.
void Runner::walk_and_kill() {
  if (!confined_.proc.lists_our_pids()) {
    ::kill(-main_, SIGKILL);
    ::kill(main_, SIGKILL);
    return;
  }
  std::size_t before = 0;
  std::vector<ProcessState> states = confined_.proc.below();
  while (states.size() > before) {
    before = states.size();
    for (const ProcessState& state : states) ::kill(state.pid, SIGSTOP);
    states = confined_.proc.below();
  }
  for (const ProcessState& state : states) ::kill(state.pid, SIGKILL);
}

Ended Runner::finish(Nanos now) {
  Ended ended;
  // Less than was seen only when children were dropped without anybody's waiting for them.
  ended.usage.cpu = std::max(meter_.cpu_at_end() - cpu_before_, cpu_seen_);
  ended.usage.wall = now - began_;
  ended.usage.peak_memory = meter_.peak_at_end();
  put(meter_.scheduling_at_end().since(scheduled_before_), ended.usage);
  ended.memory_refused = memory_refused_;
  ended.copied = starter_.copied();
  if (WIFEXITED(status_)) {
    ended.stop = Stop::kExited;
    ended.exit_code = WEXITSTATUS(status_);
  } else {
    ended.stop = Stop::kSignalled;
    ended.signal = WTERMSIG(status_);
  }
  explain_end(ended);
  main_ = -1;
  return ended;
}

void Runner::explain_end(Ended& ended) {
  if (ended.stop == Stop::kSignalled && ended.signal == SIGKILL && !stop_) {
    const std::optional<std::uint64_t> kills = confined_.proc.out_of_memory_kills();
    ended.out_of_memory = !kills || kills != out_of_memory_kills_;
    out_of_memory_kills_ = kills;
  }
  if (stop_) {
    ended.stop = *stop_;
    ended.act = act_;
  } else if (ended.stop == Stop::kSignalled && ended.signal == SIGSYS) {
    ended.stop = Stop::kForbidden;
    ended.act = "a forbidden system call";
  } else if (limits_.cpu.count() > 0 && ended.usage.cpu > limits_.cpu) {
    ended.stop = Stop::kCpuLimit;
  } else if (took_too_much_memory(ended)) {
    ended.stop = Stop::kMemoryLimit;
  }
}

bool Runner::took_too_much_memory(const Ended& ended) const {
  if (limits_.memory != 0 && ended.usage.peak_memory > limits_.memory) return true;
  // Variables that do not fit: execve(2) gives up when the old program is gone already.
  const bool crashed =
      ended.stop == Stop::kSignalled && (ended.signal == SIGSEGV || ended.signal == SIGKILL);
  return crashed && limits_.data != 0 && static_data_bytes(starter_.path()) > limits_.data;
}

}  // namespace algo::sandbox
