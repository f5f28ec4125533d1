#pragma once

#include "judge/interrupt.h"
#include "judge/stream.h"
#include "sandbox/sandbox.h"

#include <poll.h>

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace algo::judge {

// One process in the sandbox and everything that flows to and from it. `turn` waits until something
// happens and handles it, so that no pipe can fill up while another one is being waited for.
class Watch {
 public:
  Watch(sandbox::Sandbox& box, const Interrupt& interrupt, std::vector<Stream*> streams)
      : box_(box), interrupt_(interrupt), streams_(std::move(streams)) {}

  // Something to write to the process, to a non-blocking descriptor: what fits at once, the rest as
  // it is read. Empty = nothing.
  void feed(int fd, std::string_view bytes);

  // Waits for one event or `timeout`. Throws Interrupted and OutOfTime.
  void turn(sandbox::Nanos timeout);
  // The same, without sleeping, until `end` (monotonic); false when nothing happened.
  [[nodiscard]] bool turn_promptly(sandbox::Nanos end);
  // Until the process has ended and its streams are at their end.
  [[nodiscard]] sandbox::Ended until_ended();

  [[nodiscard]] const std::optional<sandbox::Ended>& ended() const { return ended_; }
  void set_ended(const sandbox::Ended& ended) { ended_ = ended; }
  // Bytes on the streams so far, counted or kept.
  [[nodiscard]] std::uint64_t total_output() const;

 private:
  using Entries = std::array<pollfd, 8>;
  [[nodiscard]] std::span<pollfd> fill(Entries& entries) const;
  void handle(std::span<const pollfd> entries);
  void write_some();

  sandbox::Sandbox& box_;
  const Interrupt& interrupt_;
  std::vector<Stream*> streams_;
  int feed_fd_ = -1;
  std::string_view feed_;
  std::optional<sandbox::Ended> ended_;
};

}  // namespace algo::judge
