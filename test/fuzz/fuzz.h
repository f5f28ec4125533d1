#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What libFuzzer calls, and run_seeds.cpp without it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace algo::test {

// Ends the program in a way that libFuzzer keeps the input for, and CTest takes for a failure.
inline void fuzz_check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz oracle broken: %s\n", what);
  std::abort();
}

}  // namespace algo::test
