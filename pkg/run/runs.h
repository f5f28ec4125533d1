#pragma once

#include "run/submit.h"

#include <optional>
#include <string>
#include <vector>

namespace algo::run {

enum class RunState { kSuspended, kRunning, kEnded };

// A run that is on the cluster.
struct RunInfo {
  std::string name{};
  std::string namespace_name{};
  std::string problem{};
  std::string language{};
  std::string digest{};   // of the bundle
  std::string created{};  // RFC 3339
  RunState state = RunState::kRunning;
  // Of the judge's summary; "" while there is none.
  std::string verdict{};
  std::string cases{};  // "13/14"
  bool ever_started = false;
  Json job{};
};

// The runs in a namespace ("" for all), newest first. `selector` narrows them by labels.
[[nodiscard]] std::vector<RunInfo> list_runs(kube::Client& client,
                                             const std::string& namespace_name,
                                             const std::string& selector);

// Throws Error(kInput) when there is none of that name; "" for the newest.
[[nodiscard]] RunInfo find_run(const Place& place, const std::string& name);

// Those that nobody will miss: ended before `ended_before`, or held back by nobody's queue since
// then without ever having started (what a lost laptop leaves). Times are RFC 3339, UTC.
[[nodiscard]] std::vector<RunInfo> leftovers(std::vector<RunInfo> runs,
                                             const std::string& ended_before);

}  // namespace algo::run
