#include "spec/manifest.h"

#include "spec/error_of.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace algo::spec {

namespace {

Manifest sample() {
  Manifest manifest;
  manifest.tool_version = "0.1.0";
  manifest.problem = "two-sum";
  manifest.recipe.language = "go";
  manifest.recipe.identify = {"go", "version"};
  manifest.recipe.compile = {{"go", "vet", "{src}"}, {"go", "build"}};
  manifest.recipe.compile_env = {{"GOCACHE", "{cache}"}};
  manifest.recipe.run = {"{out}/solution"};
  manifest.recipe.run_env = {{"GOMAXPROCS", "2"}};
  manifest.recipe.zygote_env = {{"PYTHONPATH", "{out}/zygote"}};
  manifest.recipe.compile_time = std::chrono::seconds(60);
  manifest.recipe.compile_memory = std::uint64_t{2} << 30U;
  manifest.recipe.calls = "jit";
  manifest.recipe.data_overhead = 1;
  manifest.recipe.out_of_memory_marks = {"out of memory"};
  manifest.recipe.package = "golang-go";
  manifest.recipe.function_name = "twoSum";
  manifest.recipe.signature = "func twoSum(nums []int, target int) []int";
  manifest.recipe.signature_marks = {"too many arguments"};
  manifest.recipe.solution_file = "solution.go";
  manifest.judge_sha256 = std::string(64, 'a');
  manifest.content = {{"src/solution.go", std::string(64, 'b')}};
  manifest.files = {{"job.yaml", std::string(64, 'c')}};
  return manifest;
}

std::string error_of(const std::string& json) {
  return test::error_of([&] { return from_bundle_json(json, "f"); });
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("from_bundle_json: reads what to_bundle_json writes") {
  const std::string bytes = to_bundle_json(sample(), true);
  const Manifest again = from_bundle_json(bytes, "f");
  CHECK(to_bundle_json(again, true) == bytes);
  CHECK(again.recipe.compile == sample().recipe.compile);
  CHECK(again.recipe.compile_time == std::chrono::seconds(60));
  CHECK(again.files == sample().files);
}

TEST_CASE("to_bundle_json: leaves the files out for the pod, with the same digest") {
  const Manifest again = from_bundle_json(to_bundle_json(sample(), false), "f");
  CHECK(again.files.empty());
  CHECK(manifest_digest(again) == manifest_digest(sample()));
}

TEST_CASE("manifest_digest: covers everything but files") {
  const std::string digest = manifest_digest(sample());
  CHECK(digest.starts_with("sha256:"));
  CHECK(digest.size() == 71);
  Manifest changed = sample();
  changed.files.clear();
  CHECK(manifest_digest(changed) == digest);
  changed.recipe.run.emplace_back("-x");
  CHECK(manifest_digest(changed) != digest);
}

TEST_CASE("from_bundle_json: refuses what was tampered with") {
  const std::string good = to_bundle_json(sample(), true);
  struct Row {
    const char* from;
    const char* to;
    const char* error;
  };
  for (const Row& row : {
           Row{"bundle/v1", "bundle/v9", "f: schema is unknown to this version; "},
           Row{"\"problem\"",
               "\"problme\"",
               "f: unknown key \"problme\"; did you mean \"problem\"?"},
           Row{"bbbb", "bbba", "f: digest does not fit the content; "},
           Row{"{out}/solution", "{out}/solutiom", "f: digest does not fit the content; "},
           Row{"src/solution.go", "../solution.go", "f: content holds an unusable path; "},
           Row{"bbbb", "BBBB", "f: content holds no sha256 for src/solution.go; "},
           Row{"GOCACHE", "GO=CACHE", "f: recipe.compileEnv is no environment; "},
           Row{"60000000000", "-1", "f: recipe.compileTimeNs is out of range; "},
           Row{"\"two-sum\"", "\"two sum\"", "f: problem is no name; "},
           Row{"golang-go", "golang\\u0000go", "f: recipe.package holds a NUL byte; "},
       }) {
    CAPTURE(row.to);
    const std::string error = error_of(replaced(good, row.from, row.to));
    CAPTURE(error);
    CHECK(error.starts_with(row.error));
  }
  CHECK(error_of("{}").starts_with("f: the document lacks the key \"schema\"; "));
}

}  // namespace algo::spec
