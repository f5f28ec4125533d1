#include "language/recipe.h"

namespace algo::language {

std::vector<std::string> shell_command(std::string_view script) {
  return {"sh",
          "-c",
          R"(src=$1 out=$2 tmp=$3 cache=$4; cd "$src" && )" + std::string(script),
          "sh",
          "{src}",
          "{out}",
          "{tmp}",
          "{cache}"};
}

spec::Recipe base_recipe(std::string_view language) {
  spec::Recipe recipe;
  recipe.language = language;
  recipe.compile_env = {
      {"PATH", "/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
      {"HOME", "{tmp}"},
      {"TMPDIR", "{tmp}"},
      {"LC_ALL", "C"}};
  recipe.compile_time = std::chrono::seconds(30);
  recipe.compile_memory = std::uint64_t{1} << 30U;
  return recipe;
}

}  // namespace algo::language
