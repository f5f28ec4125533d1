#pragma once

#include "base/clock.h"
#include "base/fd.h"

#include <functional>

namespace algo::judge {

// Thrown out of a wait: the person or the cluster wants judging to stop.
struct Interrupted {};

// What every long wait listens to beside its own events: the wish to stop (SIGTERM), which ends the
// wait, and the pulse, which does not.
class Interrupt {
 public:
  Interrupt() = default;  // never raised, no pulse
  // Blocks SIGTERM for this process and turns it into readability of fd().
  [[nodiscard]] static Interrupt on_sigterm();

  // Has `beat` called every `period` of waiting: a sign of life for who reads the log.
  void set_pulse(Nanos period, std::function<void()> beat);

  [[nodiscard]] int fd() const { return signals_.get(); }  // -1 when never raised
  [[nodiscard]] bool raised() const;
  [[nodiscard]] int pulse_fd() const { return pulse_.get(); }  // -1 without a pulse
  void beat() const;                                           // when pulse_fd() is readable

  // Waits `time` long with nothing else to wait for. Throws Interrupted.
  void pause(Nanos time) const;

 private:
  Fd signals_;
  Fd pulse_;
  std::function<void()> beat_;
};

}  // namespace algo::judge
