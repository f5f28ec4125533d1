#pragma once

#include "base/fd.h"
#include "sandbox/spawn.h"
#include "sandbox/wire.h"

#include <sys/types.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace algo::sandbox {

// A program that has started its runtime and stands before the solution's first line. Cases are
// copies of it: starting an interpreter takes many times as long as fork(2).
//
// It speaks on its descriptor 3, a SOCK_SEQPACKET unix socket, in packets of one byte:
//   zygote -> helper  it is ready for a request
//   helper -> zygote  start a copy, with the descriptors that become its 0, 1 and 2
//   copy   -> helper  its parent has ended; it closes the socket after this and goes on
// Who has sent a packet is the kernel's word (SCM_CREDENTIALS, unix(7)). A copy is the child of a
// child that has ended, so it becomes this process's own (this one must be PID 1 of its namespace
// or a subreaper), and wait4(2) says of it what it says of every other case. The zygote itself runs
// nothing of the solution, and nothing of the solution holds the socket. (The helper needs
// setsockopt(2) for this, which Calls::kNative does not have.)
class Zygote {
 public:
  // What goes on while the zygote is awaited: `handle` is called when `fd` becomes readable.
  struct Meanwhile {
    int fd = -1;
    std::function<void()> handle{};
  };

  // Starts the program and waits until it is ready; nullptr when it does not become so, and then
  // what there is of it is the caller's to end. `launch` has no channels yet.
  [[nodiscard]] static std::unique_ptr<Zygote> start(Launch launch, const Meanwhile& meanwhile);

  [[nodiscard]] pid_t pid() const { return pid_; }
  // Waits until it is ready for the next request: nothing of its own is under way then. False when
  // it does not become so.
  [[nodiscard]] bool ready(const Meanwhile& meanwhile);
  // A copy that goes on with these descriptors as 0, 1 and 2. nullopt when none comes.
  [[nodiscard]] std::optional<pid_t> copy(const std::vector<int>& channels,
                                          const Meanwhile& meanwhile);

 private:
  Zygote(pid_t pid, Fd socket) : pid_(pid), socket_(std::move(socket)), packets_(socket_.get()) {}
  [[nodiscard]] std::optional<pid_t> next_sender(const Meanwhile& meanwhile);

  pid_t pid_;
  Fd socket_;
  PacketSocket packets_;
  bool ready_ = false;
};

}  // namespace algo::sandbox
