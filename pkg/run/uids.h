#pragma once

#include "run/submit.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace algo::run {

// User ids that the pods of a namespace may have.
struct UidRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// "1000640000/10000" (first and count) or "1000640000-1000649999", as OpenShift writes it into a
// namespace's annotation openshift.io/sa.scc.uid-range; nullopt for all else, and for a range
// without room for the three users of a pod.
[[nodiscard]] std::optional<UidRange> parse_uid_range(const std::string& text);

// The namespace's own range; nullopt where it has none, or may not be looked at.
[[nodiscard]] std::optional<UidRange> uid_range_of(const Place& place);

// The first of three consecutive users out of the range. `random` gives numbers in [0, 1).
[[nodiscard]] std::uint32_t pick_first_uid(const UidRange& range,
                                           const std::function<double()>& random);

}  // namespace algo::run
