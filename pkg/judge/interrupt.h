#pragma once

#include "base/fd.h"

namespace algo::judge {

// The wish to stop (SIGTERM), as something poll(2) can wait for.
class Interrupt {
 public:
  Interrupt() = default;  // never raised
  // Blocks SIGTERM for this process and turns it into readability of fd().
  [[nodiscard]] static Interrupt on_sigterm();

  [[nodiscard]] int fd() const { return signals_.get(); }  // -1 when never raised
  [[nodiscard]] bool raised() const;

 private:
  Fd signals_;
};

}  // namespace algo::judge
