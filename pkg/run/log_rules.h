#pragma once

#include "kube/log_follow.h"

namespace algo::run {

// How to follow a log. The judge's lines are frames: they are numbered, and one comes every 15
// seconds (pkg/judge/journal.h); other containers may be silent for as long as they like.
[[nodiscard]] kube::LogRules judge_log_rules(bool is_judge);

}  // namespace algo::run
