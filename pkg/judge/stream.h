#pragma once

#include "base/fd.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace algo::judge {

// The judge's end of a pipe that a solution writes to. Keeps the first `keep` bytes exactly and
// counts the rest, so that a writer never blocks or dies of SIGPIPE because of a limit.
class Stream {
 public:
  explicit Stream(std::size_t keep);

  [[nodiscard]] int remote() const { return pipe_.write.get(); }  // to pass to the sandbox
  void close_remote() { pipe_.write.reset(); }                    // then end of file can be seen
  [[nodiscard]] int fd() const { return pipe_.read.get(); }       // -1 after the end
  [[nodiscard]] bool at_end() const { return !pipe_.read.valid(); }

  void drain();                    // takes what is there now; never blocks
  void restart(std::size_t keep);  // forgets what it holds, for the next case
  // Gives up the first `bytes` kept ones (a message that has been dealt with).
  void consume(std::size_t bytes) { kept_.erase(0, bytes); }

  [[nodiscard]] const std::string& kept() const { return kept_; }
  [[nodiscard]] std::string take() { return std::move(kept_); }
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  Pipe pipe_;
  std::size_t keep_;
  std::string kept_;
  std::uint64_t total_ = 0;
};

}  // namespace algo::judge
