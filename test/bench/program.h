#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::bench {

using Nanos = std::chrono::nanoseconds;

// Runs a program the way that costs least: posix_spawn (which is vfork and exec), `input` on its
// stdin, its stdout read to the end, wait. The time of all that. Throws std::runtime_error when it
// cannot be started, or does not exit or print as expected.
struct Expected {
  std::optional<int> code = 0;          // nullopt: any
  std::optional<std::string> output{};  // nullopt: any
};
[[nodiscard]] Nanos time_program(const std::vector<std::string>& argv,
                                 const std::string& directory,
                                 std::string_view input = "",
                                 const Expected& expected = {});

// Runs a program and looks at it until it ends. Its peak resident memory in bytes (VmHWM), without
// that of the processes it starts. Throws std::runtime_error like time_program.
[[nodiscard]] std::uint64_t peak_memory_of(const std::vector<std::string>& argv,
                                           const std::string& directory);

// The path of a program on PATH, or "".
[[nodiscard]] std::string find_on_path(const std::string& name);

}  // namespace algo::bench
