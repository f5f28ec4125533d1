#pragma once

#include "base/fd.h"
#include "world.h"

#include <cstddef>

namespace algo {

// Catches SIGINT, SIGTERM and SIGHUP (those that our caller does not have us ignore) from now on.
// One per process. The third one ends the process at once: whoever insists gets out.
class RealInterrupts final : public Interrupts {
 public:
  RealInterrupts();
  [[nodiscard]] int count() const override;

  // Readable while there are signals that `take` has not counted yet; for poll(2).
  [[nodiscard]] int fd() const { return pipe_.read.get(); }
  [[nodiscard]] std::size_t take() const;

 private:
  Pipe pipe_;
};

}  // namespace algo
