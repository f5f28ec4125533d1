#pragma once

#include "base/clock.h"
#include "run/objects.h"
#include "run/survey.h"

#include <vector>

namespace algo::run {

// Turns a run into a probe: the same pod with the same protections, in which algo-judge looks
// around instead of judging. No solution, no cases and no build belong to it.
[[nodiscard]] Objects as_probe(Objects run);

// The stretch of time, on this machine's calendar, within which the probe wrote its answer.
struct Between {
  std::chrono::system_clock::time_point earliest{};
  std::chrono::system_clock::time_point latest{};
};

// What a probe's answer (pkg/judge/probe_facts.h) means for runs: which protections would hold, and
// what to do about the others. `node` is where it ran. All hostile: fields may be missing or of any
// type.
[[nodiscard]] std::vector<Observation> probe_findings(const Json& facts,
                                                      const std::string& node,
                                                      const Between& written);

}  // namespace algo::run
