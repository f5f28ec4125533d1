#pragma once

#include "base/clock.h"
#include "base/fd.h"

#include <poll.h>

#include <array>
#include <functional>
#include <span>

namespace algo::judge {

// Thrown out of a wait: the person or the cluster wants judging to stop.
struct Interrupted {};
// Thrown out of a wait: the time for all cases together is over.
struct OutOfTime {};

// What every long wait listens to beside its own events: the wish to stop (SIGTERM) and the
// deadline, which end the wait, and the pulse, which does not.
class Interrupt {
 public:
  Interrupt() = default;  // never raised, no pulse
  // Blocks SIGTERM for this process and turns it into readability of fd().
  [[nodiscard]] static Interrupt on_sigterm();

  // Has `beat` called every `period` of waiting: a sign of life for who reads the log.
  void set_pulse(Nanos period, std::function<void()> beat);
  // Lets no wait go on for longer than `left` from now.
  void set_deadline(Nanos left);

  [[nodiscard]] bool raised() const;
  // Throws OutOfTime past the deadline.
  void check_deadline() const;

  // What a wait polls for POLLIN, -1 for what cannot come; and what it does when some of it has
  // come: beats, or throws Interrupted or OutOfTime.
  using Entries = std::array<pollfd, 3>;
  [[nodiscard]] Entries entries() const;
  void handle(std::span<const pollfd, 3> entries) const;

  // Waits `time` long with nothing else to wait for. Throws Interrupted and OutOfTime.
  void pause(Nanos time) const;

 private:
  Fd signals_;
  Fd deadline_;
  Fd pulse_;
  std::function<void()> beat_;
};

}  // namespace algo::judge
