#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "kube/retry.h"
#include "kube/transport.h"

#include <string>

namespace algo::kube {

// One complete answer, or how far it came.
struct Response {
  Head head{};
  std::string body{};
  Ending ending{};

  [[nodiscard]] bool ok() const {
    return ending.failure == Failure::kNone && head.status >= 200 && head.status < 300;
  }
};

struct CallRules {
  Nanos timeout{0};  // of everything: tries and the waits between them; 0: none
  // How long to go on while nothing listens there (an API server that restarts); 0: not at all.
  Nanos refused_for{0};
  std::size_t max_answer = std::size_t{64} << 20U;
  BackoffRule backoff{};
  int max_retries = kMaxRetries;
};

// Sends one request and waits for its answer, trying again as the table of retry.h allows. Other
// exchanges of the transport go on meanwhile.
class Caller {
 public:
  Caller(Transport& transport, const Clock& clock, CallRules rules, std::function<double()> random);
  // The last answer or failure. Throws Error(kInterrupted).
  [[nodiscard]] Response send(const Request& request, Purpose purpose);

 private:
  [[nodiscard]] Response send_once(Request request, Nanos deadline);
  void wait(Nanos time);

  Transport& transport_;
  const Clock& clock_;
  CallRules rules_;
  std::function<double()> random_;
};

// "cannot DOING" for a failure of the connection.
[[nodiscard]] Error failure_error(const Ending& ending, const std::string& doing);

}  // namespace algo::kube
