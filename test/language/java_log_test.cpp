// What a person reads of javac: their own lines, although the driver puts imports before the first.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::test {

TEST_CASE("java: an error quotes the solution's own line, with its own column") {
  const std::string wrong = "class Solution { int[] twoSum(int[] n, int t) { return m; } }";
  const std::string quoted = wrong + "\n" + std::string(wrong.find("m;"), ' ') + "^\n";
  for (int line = 1; line <= 2; ++line) {
    CAPTURE(line);
    const Build build("java", two_sum(), (line == 1 ? "" : "// first\n") + wrong);
    CAPTURE(build.log());
    CHECK_FALSE(build.ok());
    CHECK(build.log().find(quoted) != std::string::npos);
    CHECK(build.log().find("import") == std::string::npos);
    const std::string place = "solution.java:" + std::to_string(line) + ": error: ";
    CHECK(build.log().find(place) != std::string::npos);
  }
}

}  // namespace algo::test
