#pragma once

#include "base/json.h"
#include "kube/watch_known.h"

#include <map>
#include <string>

namespace algo::run {

struct CurrentPod {
  Json pod{};            // null when there never was one
  bool deleted = false;  // `pod` is what it was at last
};

// The pods of one Job. There is one at a time; after a drained node there is another one.
class Pods {
 public:
  void take(const kube::WatchEvent& event);
  // The newest.
  [[nodiscard]] CurrentPod current() const;

 private:
  std::map<std::string, Json> alive_{};  // by uid
  Json last_deleted_{};
};

// Its cluster took it away and not its own failure: the Job starts another one.
[[nodiscard]] bool is_disrupted(const Json& pod);
// Of a Job: it will start no more pods.
[[nodiscard]] bool has_ended(const Json& job);

enum class JudgeState { kWaiting, kRunning, kEnded, kNeverRan };

// Of the container "judge". A pod that has ended counts as its judge's end; if that container still
// waits, it has neither run nor a log.
[[nodiscard]] JudgeState judge_state(const Json& pod);
// The termination message of the container "judge", or "".
[[nodiscard]] std::string judge_summary(const Json& pod);

}  // namespace algo::run
