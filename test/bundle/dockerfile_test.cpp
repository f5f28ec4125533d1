#include "bundle/dockerfile.h"

#include "bundle/fixture.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

TEST_CASE("dockerfile: the whole file") {
  const spec::Recipe recipe = small_language().recipe(small_problem());
  check_golden(
      "Dockerfile",
      bundle::dockerfile(small_plan(), recipe, small_runner(), small_language().runtime_image));
}

TEST_CASE("dockerfile: a language without a compile step still gets both stages") {
  spec::Recipe recipe = small_language().recipe(small_problem());
  recipe.compile.clear();
  recipe.compile_env.clear();
  const std::string text =
      bundle::dockerfile(small_plan(), recipe, small_runner(), small_language().runtime_image);
  CHECK(text.find("\nRUN [") == std::string::npos);
  CHECK(text.find("\nFROM --platform=linux/amd64 abc-runtime:1.2\n") != std::string::npos);
}

}  // namespace
}  // namespace algo::test
