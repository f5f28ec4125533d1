#pragma once

#include "base/clock.h"
#include "base/files.h"

#include <optional>
#include <string_view>

namespace algo::judge {

// What hypervisors have taken from this machine since it started, summed over processors: the
// eighth number of the line "cpu" of /proc/stat (proc(5)), in steps of 10 ms. nullopt when it does
// not say.
[[nodiscard]] std::optional<Nanos> stolen_time(const Files& files);
[[nodiscard]] std::optional<Nanos> parse_stolen_time(std::string_view stat);

}  // namespace algo::judge
