#include "support/test_state.h"

namespace algo::test {
namespace {

bool& failed_flag() {
  static bool failed = false;
  return failed;
}

}  // namespace

bool current_case_failed() {
  return failed_flag();
}

void set_current_case_failed(bool failed) {
  failed_flag() = failed;
}

}  // namespace algo::test
