#pragma once

#include "sandbox/confine.h"
#include "sandbox/meter.h"
#include "sandbox/starter.h"
#include "sandbox/wire.h"

#include <optional>
#include <string>
#include <vector>

namespace algo::sandbox {

// One solution process with its descendants at a time: start, limits, usage, end. Nothing here
// waits for longer than the killed need to die and a zygote to answer; the caller waits, until
// `next_check` or an event.
class Runner {
 public:
  Runner(const HelperOptions& options, const Confined& confined, Programs& programs);

  // What must go on while a zygote is awaited.
  void attend_to(Zygote::Meanwhile meanwhile) { starter_.attend_to(std::move(meanwhile)); }

  [[nodiscard]] bool active() const { return main_ > 0; }
  // Returns how it ended only when it could not be started.
  [[nodiscard]] std::optional<Ended> start(SpawnRequest request, const std::vector<Fd>& passed);
  // A case that begins: `since` (monotonic) is when the judge asked, a little earlier than now.
  void begin(Nanos cpu, Nanos wall, Nanos since);
  // What a case took that began then. `start_over` makes it what the next case starts from.
  [[nodiscard]] Usage measure(Nanos since);
  void start_over();
  // The next `check` ends everything for this reason, if it has not ended for another one.
  void stop(Stop why, std::string act = "");
  // A process asks for `bytes` more: notes it when that is more than its limit leaves.
  void foresee_memory(pid_t thread, std::uint64_t bytes);
  void refuse_memory() { memory_refused_ = true; }
  // Waits for what has ended and looks at the limits that are due. Returns how it ended, once
  // nothing of it is left.
  [[nodiscard]] std::optional<Ended> check();
  // Between cases: leaves no zygote behind.
  void end_zygote() { starter_.end_zygote(); }
  // When `check` is due at the latest, if nothing happens before.
  [[nodiscard]] Nanos next_check() const { return next_check_; }

 private:
  // Collects those that have ended, with WNOHANG only those; whether any others are left.
  bool reap(int flags);
  // wait4(2): the process, 0 when none has ended, -1 when there is none.
  pid_t reap_one(int flags);
  void look_at_limits(Nanos now);
  // The part of the wall limit that is left; time in which it could not run for others is not its
  // own, up to a bound.
  [[nodiscard]] Nanos wall_left(Nanos now);
  void plan_next(Nanos now, Nanos cpu_left, Nanos wall_left);
  void kill_all();
  [[nodiscard]] bool kill_case();
  void walk_and_kill();
  [[nodiscard]] Ended finish(Nanos now);
  void explain_end(Ended& ended);
  [[nodiscard]] bool took_too_much_memory(const Ended& ended) const;

  const Confined& confined_;
  Starter starter_;
  Meter meter_;
  Limits limits_;  // as armed now: cpu and wall are those of the case
  pid_t main_ = -1;
  int status_ = 0;  // of wait4, once `ended_`
  bool ended_ = false;
  std::optional<Stop> stop_{};
  std::string act_;
  Nanos began_{};       // start, begin or the last measure, monotonic
  Nanos cpu_before_{};  // of the tree at the last measure
  Nanos cpu_seen_{};    // since then, at the last look
  Meter::Scheduling scheduled_before_{};
  Nanos measured_at_{};
  Nanos measured_cpu_{};
  Meter::Scheduling measured_scheduling_{};
  std::uint64_t memory_left_ = 0;  // at the last look
  int looks_at_excess_ = 0;        // in a row, of all processes together
  bool memory_refused_ = false;
  std::optional<std::uint64_t> out_of_memory_kills_{};
  Nanos next_check_{};
  double processors_;
};

}  // namespace algo::sandbox
