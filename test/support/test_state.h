#pragma once

namespace algo::test {

// Whether a check of the running test case has failed so far; kept by doctest_main.cpp.
[[nodiscard]] bool current_case_failed();
void set_current_case_failed(bool failed);

}  // namespace algo::test
