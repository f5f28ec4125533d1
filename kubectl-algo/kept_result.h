#pragma once

#include "world.h"

#include <string>

namespace algo {

// Throws when no file could be written there; "" is no file. To be asked before the first case is
// judged, because a person would rather know then.
void check_writable(World& world, const std::string& result_file);

// Puts the bytes of a verified report into the file, unless they are there; "" is no file.
// Throws Error(kIncomplete) when that cannot be, and says where they are instead.
void keep_result(World& world, const std::string& result_file, const std::string& bytes);

// The report is safe in memory; it goes where there is room for it, because `reason` kept it from
// the file that was wanted.
[[noreturn]] void keep_elsewhere(World& world,
                                 const std::string& result_file,
                                 const std::string& bytes,
                                 const std::string& reason);

}  // namespace algo
