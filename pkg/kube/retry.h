#pragma once

#include "base/clock.h"
#include "kube/transport.h"

#include <functional>

namespace algo::kube {

// What a request is for, as far as sending it again is concerned.
enum class Purpose {
  kRepeatable,  // reads, and writes that change nothing when they arrive a second time
  kOnce,        // writes: after a lost connection nobody knows whether they arrived
};

enum class Trouble {
  kNone,        // 2xx, or an answer that another try would not change
  kRetryAfter,  // 429 or 5xx with Retry-After: the server asks for another try
  kOverload,    // 429 or 5xx without
  kReset,
  kRefused,  // nothing was sent
  kTimeout,
  kOther,  // no trust, no such host, no HTTP, …
};

[[nodiscard]] Trouble trouble_of(const Head& head, const Ending& ending);

// client-go's rules for single requests (rest/with_retry.go). Watch and LogFollower, which go on
// after every failure that can pass, have rules of their own.
[[nodiscard]] bool may_retry(Purpose purpose, Trouble trouble);
inline constexpr int kMaxRetries = 10;
inline constexpr Nanos kDefaultRetryAfter = std::chrono::seconds(1);

// Waits that double: first, 2·first, … up to `cap`, each lengthened by a random part of up to
// `jitter` times itself. `random` gives numbers in [0, 1).
struct BackoffRule {
  Nanos first = std::chrono::milliseconds(800);
  Nanos cap = std::chrono::seconds(30);
  double jitter = 1.0;
  Nanos quiet = std::chrono::minutes(2);  // without trouble for so long: starts again at `first`
};

class Backoff {
 public:
  Backoff(BackoffRule rule, const Clock& clock, std::function<double()> random)
      : rule_(rule), clock_(clock), random_(std::move(random)) {}
  [[nodiscard]] Nanos next();
  void reset() { current_ = Nanos{0}; }

 private:
  BackoffRule rule_;
  const Clock& clock_;
  std::function<double()> random_;
  Nanos current_{0};
  Nanos last_asked_{0};
};

// A source for Backoff that differs between processes.
[[nodiscard]] std::function<double()> make_random();

}  // namespace algo::kube
