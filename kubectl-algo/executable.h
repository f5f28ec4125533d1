#pragma once

#include "base/fd.h"

#include <string_view>

namespace algo {

// The bytes as a program without a name, for fexecve(3): in memory, or where the kernel refuses
// programs there (vm.memfd_noexec), in an unlinked temporary file. Throws Error(kEnvironment).
[[nodiscard]] Fd make_executable(std::string_view bytes);

}  // namespace algo
