#pragma once

#include "run/submit.h"

#include <string>
#include <vector>

namespace algo::run {

enum class Finding { kGood, kNote, kBad };

// One thing that matters to runs in a namespace.
struct Observation {
  Finding finding = Finding::kGood;
  std::string subject{};  // "server", "permissions", "pod security", "quota", "network", "nodes"
  std::string text{};     // what is there, and what to do if it is not good
};

// Looks at a namespace without changing anything. What may not be looked at is a note.
[[nodiscard]] std::vector<Observation> survey(const Place& place);

// The name by which the server knows the caller (SelfSubjectReview, KEP-3325).
[[nodiscard]] std::string user_name(const Place& place);

}  // namespace algo::run
