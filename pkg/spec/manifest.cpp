#include "spec/manifest.h"

#include "base/digest.h"
#include "base/error.h"
#include "spec/document.h"
#include "spec/names.h"

#include <cstddef>
#include <utility>

namespace algo::spec {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 20U;
constexpr std::uint64_t kMaxNumber = std::uint64_t{1} << 62U;

using Words = std::vector<std::string>;
using Table = std::map<std::string, std::string>;

Json write_recipe(const Recipe& recipe) {
  Json object = Json::object();
  object["language"] = recipe.language;
  object["identify"] = recipe.identify;
  object["compile"] = recipe.compile;
  object["compileEnv"] = recipe.compile_env;
  object["run"] = recipe.run;
  object["runEnv"] = recipe.run_env;
  object["zygoteEnv"] = recipe.zygote_env;
  object["compileTimeNs"] = static_cast<std::uint64_t>(recipe.compile_time.count());
  object["compileMemory"] = recipe.compile_memory;
  object["calls"] = recipe.calls;
  object["dataOverhead"] = recipe.data_overhead;
  object["outOfMemoryMarks"] = recipe.out_of_memory_marks;
  object["package"] = recipe.package;
  object["functionName"] = recipe.function_name;
  object["signature"] = recipe.signature;
  object["signatureMarks"] = recipe.signature_marks;
  object["solutionFile"] = recipe.solution_file;
  return object;
}

Json write_content(const Manifest& manifest) {
  Json object = Json::object();
  object["schema"] = kBundleSchema;
  object["toolVersion"] = manifest.tool_version;
  object["problem"] = manifest.problem;
  object["recipe"] = write_recipe(manifest.recipe);
  object["judgeSha256"] = manifest.judge_sha256;
  object["content"] = manifest.content;
  return object;
}

std::string read_text(const Cursor& parent, std::string_view key) {
  const Cursor at = parent.require(key);
  // The words become arguments and environment of a process.
  if (at.text().find('\0') != std::string::npos) at.fail("holds a NUL byte", "plain text");
  return at.text();
}

Words read_words(const Cursor& list) {
  Words words;
  for (std::size_t i = 0; i < list.list_size(); ++i) {
    const Cursor at = list.item(i);
    if (at.text().find('\0') != std::string::npos) at.fail("holds a NUL byte", "plain text");
    words.push_back(at.text());
  }
  return words;
}

Words read_words(const Cursor& parent, std::string_view key) {
  const Cursor at = parent.require(key);
  return read_words(at);
}

Table read_table(const Cursor& parent, std::string_view key) {
  const Cursor at = parent.require(key);
  if (!at.json().is_object()) at.fail("is no map", "names and their values");
  Table table;
  for (const auto& [name, value] : at.json().items()) {
    if (!is_identifier(name) || !value.is_string() ||
        value.get_ref<const std::string&>().find('\0') != std::string::npos) {
      at.fail("is no environment", "names of letters, digits and _ with texts");
    }
    table.emplace(name, value.get<std::string>());
  }
  return table;
}

Table read_digests(const Cursor& at) {
  if (!at.json().is_object()) at.fail("is no map", "paths and their sha256");
  Table table;
  for (const auto& [path, value] : at.json().items()) {
    if (!is_relative_path(path)) {
      at.fail_below({}, "holds an unusable path", "relative, without ..", path);
    }
    if (!value.is_string() || !is_sha256(value.get_ref<const std::string&>())) {
      at.fail_below({}, "holds no sha256 for " + path, "64 lower-case hex digits", "");
    }
    table.emplace(path, value.get<std::string>());
  }
  return table;
}

std::uint64_t read_number(const Cursor& parent, std::string_view key) {
  const Cursor at = parent.require(key);
  return at.whole_number(0, kMaxNumber);
}

std::string read_calls(const Cursor& at) {
  std::string calls = read_text(at, "calls");
  if (calls != "native" && calls != "runtime" && calls != "jit") {
    at.require("calls").fail("is " + calls, "calls is native, runtime or jit");
  }
  return calls;
}

Recipe read_recipe(const Cursor& at) {
  at.allow_keys({"language",
                 "identify",
                 "compile",
                 "compileEnv",
                 "run",
                 "runEnv",
                 "zygoteEnv",
                 "compileTimeNs",
                 "compileMemory",
                 "calls",
                 "dataOverhead",
                 "outOfMemoryMarks",
                 "package",
                 "functionName",
                 "signature",
                 "signatureMarks",
                 "solutionFile"});
  Recipe recipe;
  recipe.language = read_text(at, "language");
  recipe.identify = read_words(at, "identify");
  const Cursor commands = at.require("compile");
  for (std::size_t i = 0; i < commands.list_size(); ++i) {
    const Cursor command = commands.item(i);
    recipe.compile.push_back(read_words(command));
    if (recipe.compile.back().empty()) command.fail("is empty", "a command has words");
  }
  recipe.compile_env = read_table(at, "compileEnv");
  recipe.run = read_words(at, "run");
  if (recipe.run.empty()) at.fail_below({}, "has no command to run", "run has words", "");
  recipe.run_env = read_table(at, "runEnv");
  recipe.zygote_env = read_table(at, "zygoteEnv");
  recipe.compile_time = std::chrono::nanoseconds(read_number(at, "compileTimeNs"));
  recipe.compile_memory = read_number(at, "compileMemory");
  recipe.calls = read_calls(at);
  recipe.data_overhead = read_number(at, "dataOverhead");
  recipe.out_of_memory_marks = read_words(at, "outOfMemoryMarks");
  recipe.package = read_text(at, "package");
  recipe.function_name = read_text(at, "functionName");
  recipe.signature = read_text(at, "signature");
  recipe.signature_marks = read_words(at, "signatureMarks");
  recipe.solution_file = read_text(at, "solutionFile");
  return recipe;
}

std::string digest_of(const Json& content) {
  return "sha256:" + sha256_hex(dump_json(content));
}

}  // namespace

std::string manifest_digest(const Manifest& manifest) {
  return digest_of(write_content(manifest));
}

std::string to_bundle_json(const Manifest& manifest, bool with_files) {
  Json object = write_content(manifest);
  const std::string digest = digest_of(object);
  if (with_files) object["files"] = manifest.files;
  object["digest"] = digest;
  return dump_json_pretty(object);
}

Manifest from_bundle_json(const std::string& bytes, const std::string& name) {
  Document document{name, parse_json(bytes, name, {.max_bytes = kMaxBytes, .max_depth = 8}), {}};
  const Cursor root(document);
  root.allow_keys(
      {"schema", "toolVersion", "problem", "recipe", "judgeSha256", "content", "files", "digest"});
  const Cursor schema = root.require("schema");
  if (schema.text() != kBundleSchema) {
    schema.fail("is unknown to this version", std::string(kBundleSchema));
  }
  Manifest manifest;
  manifest.tool_version = read_text(root, "toolVersion");
  const Cursor problem = root.require("problem");
  manifest.problem = problem.text();
  if (!is_problem_name(manifest.problem)) problem.fail("is no name", "a problem's name");
  const Cursor recipe = root.require("recipe");
  manifest.recipe = read_recipe(recipe);
  const Cursor judge = root.require("judgeSha256");
  manifest.judge_sha256 = judge.text();
  if (!is_sha256(manifest.judge_sha256)) judge.fail("is no sha256", "64 lower-case hex digits");
  const Cursor content = root.require("content");
  manifest.content = read_digests(content);
  if (const auto files = root.find("files")) manifest.files = read_digests(*files);
  const Cursor digest = root.require("digest");
  const std::string actual = manifest_digest(manifest);
  if (digest.text() != actual) {
    digest.fail("does not fit the content", "the content's digest is " + actual);
  }
  return manifest;
}

}  // namespace algo::spec
