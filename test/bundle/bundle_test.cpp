#include "base/digest.h"
#include "base/error.h"
#include "bundle/fixture.h"
#include "bundle/yaml_to_json.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

using Files = std::map<std::string, std::string>;

// What verify_bundle says; "" when all is well.
std::string verdict_on(const Files& files) {
  try {
    (void)bundle::verify_bundle(files, "add.bundle");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInput);
    return error.what();
  }
  return "";
}

TEST_CASE("make_bundle: writes the files that are promised") {
  const bundle::Bundle made = small_bundle();
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : made.files) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{"Dockerfile",
                                          "bundle.json",
                                          "job.yaml",
                                          "runner.yaml",
                                          "spec.yaml",
                                          "src/driver.abc",
                                          "src/solution.abc",
                                          "test-cases.json"});
  CHECK(made.files.at("src/solution.abc") == kSolution);
  CHECK(made.files.at("runner.yaml") == small_runner().yaml);
  CHECK(made.job_name == "add-abc-" + made.digest.substr(7, 8));
  CHECK(made.image == "abc:1.2");
}

TEST_CASE("make_bundle: the same inputs give the same bytes, another solution another digest") {
  CHECK(small_bundle().files == small_bundle().files);
  const bundle::Bundle other = bundle::make_bundle(
      small_problem(), small_language(), "other\n", {}, small_runner(), "0.1.0");
  CHECK(other.digest != small_bundle().digest);
}

TEST_CASE("make_bundle: options change the Job, not what is judged") {
  const bundle::Bundle plain = small_bundle();
  const bundle::Bundle timed = small_bundle({.timeout = std::chrono::seconds(40)});
  CHECK(timed.digest == plain.digest);
  CHECK(timed.deadline == std::chrono::seconds(40));
  CHECK(timed.files.at("job.yaml") != plain.files.at("job.yaml"));
}

TEST_CASE(
    "make_bundle: the pod gets the very files of the folder, and bundle.json without hashes "
    "of files that it does not have") {
  const bundle::Bundle made = small_bundle();
  const std::vector<Json> documents = yaml_to_json(made.files.at("job.yaml"));
  const Json& input = documents.at(0)["data"];
  CHECK(input["test-cases.json"] == made.files.at("test-cases.json"));
  CHECK(input["spec.yaml"] == made.files.at("spec.yaml"));
  const auto manifest =
      spec::from_bundle_json(input["bundle.json"].get<std::string>(), "bundle.json");
  CHECK(manifest.files.empty());
  CHECK(spec::manifest_digest(manifest) == made.digest);
  CHECK(documents.at(1)["data"]["bundle.json"] == input["bundle.json"]);
}

TEST_CASE("make_bundle: a case per line of test-cases.json") {
  const std::string text = small_bundle().files.at("test-cases.json");
  CHECK(text.find("\n{\"name\":\"sample-1\"") != std::string::npos);
  CHECK(text.find("\n{\"name\":\"negative\"") != std::string::npos);
}

TEST_CASE("make_bundle: large cases go into several ConfigMaps that the pod sees as parts") {
  spec::Problem problem = small_problem();
  problem.contract = spec::Contract::kStdio;
  problem.cases = {{.name = "big", .input = std::string(2'000'000, 'x'), .output = "1"}};
  const bundle::Bundle made =
      bundle::make_bundle(problem, small_language(), kSolution, {}, small_runner(), "0.1.0");
  const std::vector<Json> documents = yaml_to_json(made.files.at("job.yaml"));
  REQUIRE(documents.size() == 6);  // manifest and spec, three parts, sources and Job
  std::string joined;
  for (std::size_t i = 1; i <= 3; ++i) {
    joined += documents[i]["data"]["test-cases.json.00" + std::to_string(i - 1)];
  }
  CHECK(joined == made.files.at("test-cases.json"));
}

TEST_CASE("make_bundle: refuses cases that no 16 ConfigMaps hold") {
  spec::Problem problem = small_problem();
  problem.contract = spec::Contract::kStdio;
  problem.cases = {
      {.name = "big", .input = std::string(std::size_t{16'000'000}, 'x'), .output = "1"}};
  CHECK_THROWS_AS(
      (void)bundle::make_bundle(problem, small_language(), "s", {}, small_runner(), "0.1.0"),
      Error);
}

TEST_CASE("make_bundle: without a Job, cases may be larger than any ConfigMap") {
  spec::Problem problem = small_problem();
  problem.contract = spec::Contract::kStdio;
  problem.cases.front().input = std::string(std::size_t{20} << 20U, 'x');
  problem.cases.front().output = "";
  bundle::Options options;
  options.for_job = false;
  const bundle::Bundle made =
      bundle::make_bundle(problem, small_language(), kSolution, options, small_runner(), "0.1.0");
  CHECK_FALSE(made.files.contains("job.yaml"));
  CHECK(made.files.contains("test-cases.json"));
  CHECK_NOTHROW(static_cast<void>(bundle::make_bundle(
      small_problem(), small_language(), kSolution, options, small_runner(), "0.1.0")));
}

TEST_CASE("verify_bundle: a fresh bundle is fine, also with what judging leaves behind") {
  Files files = small_bundle().files;
  CHECK(bundle::verify_bundle(files, "add.bundle").problem == "add");
  files["result.json"] = "{}";
  files[".kubectl-algo-a1B2c3"] = "half a report";
  CHECK(verdict_on(files).empty());
}

TEST_CASE("verify_bundle: one flipped byte in any file, anywhere, names that file") {
  const Files good = small_bundle().files;
  for (const auto& [path, bytes] : good) {
    if (path == "bundle.json") continue;
    for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      CAPTURE(path);
      CAPTURE(at);
      Files files = good;
      files[path][at] = static_cast<char>(files[path][at] ^ 1);
      CHECK(verdict_on(files) ==
            "add.bundle/" + path + " is not the file that the bundle was made with");
    }
  }
}

TEST_CASE("verify_bundle: no byte of bundle.json can change unnoticed") {
  const Files good = small_bundle().files;
  const std::size_t size = good.at("bundle.json").size();
  for (std::size_t at = 0; at < size; ++at) {
    CAPTURE(at);
    Files files = good;
    char& byte = files["bundle.json"][at];
    byte = static_cast<char>(byte ^ 1);
    CHECK_FALSE(verdict_on(files).empty());
  }
}

TEST_CASE("verify_bundle: names a missing file") {
  const Files good = small_bundle().files;
  for (const auto& [path, bytes] : good) {
    CAPTURE(path);
    Files files = good;
    files.erase(path);
    const std::string what = verdict_on(files);
    CHECK(what == (path == "bundle.json" ? "add.bundle is not a bundle"
                                         : "add.bundle/" + path + " is missing"));
  }
}

TEST_CASE("verify_bundle: names a file too many") {
  for (const char* path : {"src/extra.abc", "notes.txt", "src/result.json", ".kubectl-algo-x"}) {
    CAPTURE(path);
    Files files = small_bundle().files;
    files[path] = "";
    CHECK(verdict_on(files) == "add.bundle/" + std::string(path) + " is not part of this bundle");
  }
}

TEST_CASE("verify_bundle: refuses the Job of another bundle, even with a matching hash") {
  const bundle::Bundle other = bundle::make_bundle(
      small_problem(), small_language(), "other\n", {}, small_runner(), "0.1.0");
  Files files = small_bundle().files;
  spec::Manifest manifest = bundle::verify_bundle(files, "add.bundle");
  files["job.yaml"] = other.files.at("job.yaml");
  manifest.files["job.yaml"] = sha256_hex(files["job.yaml"]);
  files["bundle.json"] = spec::to_bundle_json(manifest, true);
  CHECK(verdict_on(files) == "add.bundle/job.yaml is the Job of another bundle");
}

TEST_CASE("verify_bundle: a solution may speak of digests and documents") {
  const bundle::Bundle made =
      bundle::make_bundle(small_problem(),
                          small_language(),
                          "---\n# --digest=sha256:00\nalgorithm/bundle-digest: sha256:00\n---\n",
                          {},
                          small_runner(),
                          "0.1.0");
  CHECK(verdict_on(made.files).empty());
}

}  // namespace
}  // namespace algo::test
