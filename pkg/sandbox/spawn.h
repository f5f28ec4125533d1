#pragma once

#include "base/fd.h"
#include "sandbox/limits.h"

#include <sys/types.h>

#include <array>
#include <vector>

namespace algo::sandbox {

// Exit code of a child that could not become another program; a shell's word for it.
inline constexpr int kNotExecutable = 127;

// Everything a new process needs, prepared, so that it makes only system calls before exec.
struct Launch {
  const char* path = nullptr;
  char* const* argv = nullptr;
  char* const* environment = nullptr;
  const char* directory = nullptr;  // nullptr = stay
  std::array<int, 5> channels{};    // descriptor for 0 … 4; -1: /dev/null for 0-2, closed for 3-4
  int ruleset = -1;                 // Landlock; -1 = none
  std::vector<ResourceLimit> limits{};
};

struct Started {
  pid_t pid = -1;
  Fd pidfd{};
  const char* step = nullptr;  // what failed, with `error`; nullptr when the program runs
  int error = 0;
};

// Starts the program in a session of its own. When a step fails the process has ended already and
// has been waited for. Signals must be blocked by the caller or have their default action.
[[nodiscard]] Started spawn(const Launch& launch);

}  // namespace algo::sandbox
