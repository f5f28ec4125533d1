#include "bundle/dockerfile.h"

#include "base/json.h"
#include "base/text.h"

#include <array>
#include <utility>

namespace algo::bundle {
namespace {

// The folders that a recipe's words stand for, the same as in the pod.
constexpr std::array<std::pair<const char*, const char*>, 4> kFolders = {
    {{"{src}", "/bundle/src"}, {"{out}", "/build"}, {"{tmp}", "/tmp"}, {"{cache}", "/algo-cache"}}};

std::string fill_in(std::string word) {
  for (const auto& [name, folder] : kFolders) word = replace_all(std::move(word), name, folder);
  return word;
}

// The exec form: a JSON array, no shell and no variables.
std::string exec_form(const std::vector<std::string>& words) {
  Json array = Json::array();
  for (const std::string& word : words) array.push_back(fill_in(word));
  return dump_json(array);
}

// For a shell: every word in single quotes.
std::string shell_form(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  quoted.reserve(words.size());
  for (const std::string& word : words) {
    quoted.push_back("'" + replace_all(fill_in(word), "'", "'\\''") + "'");
  }
  return join(quoted, " ");
}

// A value in double quotes, in which \ escapes " \ and $ (docs.docker.com/reference/dockerfile).
std::string env_line(const std::string& name, const std::string& value) {
  std::string text;
  for (const char c : fill_in(value)) {
    if (c == '"' || c == '\\' || c == '$') text += '\\';
    text += c;
  }
  return "ENV " + name + "=\"" + text + "\"\n";
}

std::string compile_stage(const Plan& plan, const spec::Recipe& recipe, const Runner& runner) {
  std::string text = "FROM --platform=" + std::string(runner.platform) + " " + plan.image +
                     " AS build\n"
                     "USER 0\n"
                     "COPY runner.yaml /tmp/runner.yaml\n"
                     "RUN mkdir -p /algo/bin /algo-cache /build \\\n"
                     " && sed -n 's/^  algo-judge: //p' /tmp/runner.yaml | base64 -d "
                     "> /algo/bin/algo-judge \\\n"
                     " && echo '" +
                     std::string(runner.sha256) +
                     "  /algo/bin/algo-judge' | sha256sum -c - \\\n"
                     " && chmod 0555 /algo/bin/algo-judge\n"
                     "COPY src/ /bundle/src/\n"
                     "WORKDIR /tmp\n";
  for (const auto& [name, value] : recipe.compile_env) text += env_line(name, value);
  for (const auto& command : recipe.compile) text += "RUN " + exec_form(command) + "\n";
  text += "RUN " + shell_form(recipe.identify) + " > /bundle/compiler 2>&1\n";
  return text;
}

}  // namespace

std::string dockerfile(const Plan& plan,
                       const spec::Recipe& recipe,
                       const Runner& runner,
                       std::string_view runtime_image) {
  return "# " + plan.problem + " in " + plan.language + ", bundle " + plan.digest +
         "\n"
         "# 1. The judge out of runner.yaml, and the compiled solution.\n" +
         compile_stage(plan, recipe, runner) +
         "\n"
         "# 2. The judge and the solution, and what proves whose they are; no cases. For\n"
         "#    kubectl algo run --image-mode=IMAGE\n"
         "FROM --platform=" +
         std::string(runner.platform) + " " + std::string(runtime_image) +
         "\n"
         "COPY --from=build /algo/bin/algo-judge /algo/bin/algo-judge\n"
         "COPY --from=build /build/ /build/\n"
         "COPY --from=build /bundle/ /bundle/\n"
         "COPY bundle.json /bundle/\n"
         "USER 65532:65532\n"
         "ENTRYPOINT [\"/algo/bin/algo-judge\"]\n";
}

}  // namespace algo::bundle
