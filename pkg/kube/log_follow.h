#pragma once

#include "base/error.h"
#include "kube/log_lines.h"
#include "kube/log_resume.h"
#include "kube/retry.h"
#include "kube/status.h"
#include "kube/transport.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace algo::kube {

// The number of a line that carries one and is undamaged; nullopt for all other text. Numbers count
// from 1 without gaps within one container.
using SequenceOf = std::function<std::optional<std::uint64_t>(std::string_view text)>;

struct LogTarget {
  std::string namespace_name{};
  std::string pod{};
  std::string container{};
};

struct LogRules {
  SequenceOf sequence_of{};
  // The writer says something at least so often; four times as long without a byte means that the
  // stream is dead. 0: it may be silent.
  Nanos heartbeat{0};
  BackoffRule backoff{
      std::chrono::milliseconds(500), std::chrono::seconds(10), 0.2, std::chrono::minutes(2)};
  // How long the stream of a container that has ended may be silent before the log is read once
  // more instead.
  Nanos drain_patience = std::chrono::seconds(5);
  int drain_tries = 5;
  std::size_t max_line = std::size_t{64} << 10U;
};

// Where a log goes. Called from within poll; must not destroy the follower.
class LogHandler {
 public:
  virtual ~LogHandler() = default;
  // Every line once and in order, numbered or not.
  virtual void on_line(const LogLine& line, std::optional<std::uint64_t> number) = 0;
  // The end of a stream that is no whole line: either comes again, whole, or is an error text that
  // the kubelet has put behind the log.
  virtual void on_fragment(std::string_view text) = 0;
  // So many numbered lines are gone from the node (log rotation).
  virtual void on_lost(std::uint64_t lines) = 0;
};

enum class LogEnd {
  kOpen,     // not ended
  kDrained,  // told to its last line
  kGone,     // the pod is no more
  kLost,     // the container has ended and its log cannot be read
  kRefused,  // no right to read it, or no trust
};

// Follows the log of one container, which runs once, until `finish` and then to its end. Streams
// break all the time (the kubelet ends each after 4 hours, load balancers end silent ones after
// minutes, an end looks like a container's): the follower takes up again where it stopped.
// Driven like Watch.
class LogFollower final : private Sink {
 public:
  LogFollower(Transport& transport,
              const Clock& clock,
              LogTarget target,
              LogRules rules,
              std::function<double()> random,
              LogHandler& handler);

  // Does what is due. Returns the monotonic time at which to call it again at the latest;
  // Nanos::max() for no such time.
  Nanos step();
  // The container has ended: nothing new will be written.
  void finish();

  [[nodiscard]] LogEnd end() const { return end_; }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }  // for kRefused
  // Attempts in a row that brought nothing, and why the last one did not; "" while all is well.
  [[nodiscard]] int failures() const { return failures_; }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  // How often a stream went silent in spite of heartbeats.
  [[nodiscard]] int stalls() const { return stalls_; }

 private:
  enum class Phase {
    kFollow,
    kFill,   // the whole log, for lines that were missing
    kDrain,  // what is left after the end
  };

  void on_head(const Head& head) override;
  void on_data(std::string_view bytes) override;
  void on_end(const Ending& ending) override;

  [[nodiscard]] std::string log_target() const;
  [[nodiscard]] Nanos patience() const;
  void start(Phase phase);
  void start_after(Nanos wait, Phase phase);
  void retry(const std::string& why, Nanos least = Nanos{0});
  void take_line(const LogLine& line);
  [[nodiscard]] bool may_fill() const;
  void end_log(const Ending& ending);
  void refuse(const Status& status);
  void end_as(LogEnd end, std::optional<Error> error = std::nullopt);
  [[nodiscard]] bool is_log() const;

  Transport& transport_;
  const Clock& clock_;
  LogTarget target_;
  LogRules rules_;
  LogHandler& handler_;
  Backoff backoff_;
  LogResume resume_;
  LogLines lines_;

  Phase phase_ = Phase::kFollow;
  std::unique_ptr<Exchange> exchange_{};
  Nanos due_{0};  // of the next start, or of the end of patience
  Head head_{};
  std::string body_{};                        // of a refusal
  std::optional<std::uint64_t> filled_at_{};  // the gap behind this number was looked for,
  int fills_ = 0;                             //   so often,
  bool fill_failed_ = false;                  //   the last time not to the log's end
  bool want_fill_ = false;
  bool finishing_ = false;
  int drains_ = 0;
  int failures_ = 0;
  int stalls_ = 0;
  std::string trouble_{};
  LogEnd end_ = LogEnd::kOpen;
  std::optional<Error> error_{};
};

}  // namespace algo::kube
