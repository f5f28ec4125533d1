#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "language/language.h"
#include "support/problems.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace algo::test {
namespace {

using language::Language;

// The folders that a recipe's words stand for while an image is made; {cache} is where the pod's
// build looks (pkg/bundle/pod.cpp).
std::string fill_in(std::string word) {
  for (const char* folder : {"{src}", "{out}", "{tmp}"}) {
    word = replace_all(std::move(word), folder, "/tmp");
  }
  return replace_all(std::move(word), "{cache}", "/algo-cache");
}

Json warming(const std::vector<std::string>& command,
             const std::map<std::string, std::string>& env) {
  Json words = Json::array({"env", "-i"});
  for (const auto& [name, value] : env) words.push_back(name + "=" + fill_in(value));
  for (const std::string& word : command) words.push_back(fill_in(word));
  return words;
}

// The commands of a Dockerfile's RUN lines in exec form.
std::vector<Json> exec_forms(const std::string& dockerfile) {
  std::vector<Json> commands;
  for (const std::string& line : split(replace_all(dockerfile, "\\\n", ""), '\n')) {
    if (line.starts_with("RUN [")) commands.push_back(parse_json(line.substr(4), "Dockerfile"));
  }
  return commands;
}

}  // namespace

TEST_CASE("manifests/images: each warms exactly the caches that its language compiles with") {
  const RealFiles files;
  const std::vector<std::string> recipes = files.list(ALGO_IMAGES);
  CHECK(recipes.size() >= 3);
  for (const std::string& recipe : recipes) {
    CAPTURE(recipe);
    const Language& row = language::find_language(recipe.substr(0, recipe.find('/')));
    std::vector<Json> expected;
    for (const auto& command : row.warm_up()) {
      expected.push_back(warming(command, row.recipe(two_sum()).compile_env));
    }
    CHECK(exec_forms(files.read(std::string(ALGO_IMAGES) + "/" + recipe, 1 << 16)) == expected);
  }
}

}  // namespace algo::test
