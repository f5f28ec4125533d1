#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace algo::test {

// What a scripted process does when it is asked its n-th case.
struct FakeReply {
  std::string answers{};  // bytes for the answers' descriptor
  std::string out{};
  std::string err{};
  sandbox::Usage usage{};               // what `measure` gives
  std::optional<sandbox::Ended> end{};  // the process ends then
  bool late = false;                    // not before the limits are armed
  bool end_is_told_late = false;        // its streams' end is seen first
};

// One scripted process. A stdio program has only `start`; a worker usually has start.answers = an
// empty frame, and one reply per case.
struct FakeProcess {
  FakeReply start{};
  std::deque<FakeReply> replies{};
};

// A sandbox without processes: plays the scripted ones in the order of spawning, and records what
// it was asked. Everything happens in the caller's thread; pipes are real.
class FakeSandbox final : public sandbox::Sandbox {
 public:
  explicit FakeSandbox(std::deque<FakeProcess> script);

  [[nodiscard]] const sandbox::Hello& hello() const override { return hello_; }
  void spawn(const sandbox::Command& command,
             const sandbox::Limits& limits,
             const sandbox::Channels& channels) override;
  void begin(sandbox::Nanos cpu, sandbox::Nanos wall) override;
  void arm() override;
  [[nodiscard]] Measured measure() override;
  void kill() override;
  [[nodiscard]] std::optional<sandbox::Ended> wait(sandbox::Nanos timeout) override;
  [[nodiscard]] int event_fd() const override { return event_.read.get(); }

  std::vector<sandbox::Command> commands;
  std::vector<sandbox::Limits> limits;
  int kills = 0;
  int arms = 0;  // cases that were long enough for it

 private:
  void play(const FakeReply& reply);
  void end(const sandbox::Ended& ended, bool told_late = false);

  sandbox::Hello hello_;
  std::deque<FakeProcess> script_;
  FakeProcess current_;
  std::optional<FakeReply> begun_;  // the case under way, until it is armed or measured
  sandbox::Usage usage_;
  std::optional<sandbox::Ended> ended_;
  bool tells_late_ = false;
  Pipe event_;
  Fd in_, out_, err_, answers_, requests_;
};

[[nodiscard]] sandbox::Ended exited(int code);
[[nodiscard]] sandbox::Ended signalled(int signal);
[[nodiscard]] sandbox::Ended stopped(sandbox::Stop stop);
// A frame with its byte count before it.
[[nodiscard]] std::string framed(const std::string& body);

}  // namespace algo::test
