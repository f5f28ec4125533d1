// What a compiler keeps between runs makes it faster, and changes nothing else.
#include "language/toolchain.h"
#include "support/problems.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

constexpr const char* kSolution =
    "class Solution { public: vector<int> twoSum(vector<int>& n, int t) { return {n[0], t}; } };";

}  // namespace

TEST_CASE("cpp: a solution may include the precompiled header itself, first or later") {
  for (const char* head : {"#include <bits/stdc++.h>\nusing namespace std;\n",
                           "#include <vector>\n#include <bits/stdc++.h>\n",
                           "#pragma GCC optimize(\"O3\")\n#include <bits/stdc++.h>\n",
                           ""}) {
    CAPTURE(head);
    const Build build("cpp", two_sum(), std::string(head) + kSolution);
    CAPTURE(build.log());
    CHECK(build.ok());
  }
}

}  // namespace algo::test
