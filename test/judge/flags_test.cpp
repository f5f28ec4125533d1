#include "judge/flags.h"

#include "base/error.h"

#include <doctest/doctest.h>

namespace algo::judge {
namespace {

TEST_CASE("flags: values, switches and repetition") {
  const Flags flags({"--case=a", "--case=b=c", "--fail-fast"}, {"--case=", "--fail-fast", "--x="});
  CHECK(flags.all("--case") == std::vector<std::string>{"a", "b=c"});
  CHECK(flags.get("--case") == "b=c");
  CHECK(flags.has("--fail-fast"));
  CHECK_FALSE(flags.has("--x"));
  CHECK(flags.get("--x").empty());
}

TEST_CASE("flags: what is not known, or lacks its value, is refused") {
  CHECK_THROWS_AS(Flags({"--what"}, {"--case="}), Error);
  CHECK_THROWS_AS(Flags({"--case"}, {"--case="}), Error);
  CHECK_THROWS_AS(Flags({"--fail-fast=1"}, {"--fail-fast"}), Error);
  CHECK_THROWS_AS(Flags({"positional"}, {"--case="}), Error);
  CHECK_THROWS_AS(static_cast<void>(Flags({}, {"--case="}).required("--case")), Error);
}

}  // namespace
}  // namespace algo::judge
