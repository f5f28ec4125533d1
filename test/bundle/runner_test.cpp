#include "base/digest.h"
#include "base/encoding.h"
#include "bundle/fixture.h"
#include "bundle/yaml_to_json.h"
#include "support/temp_dir.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>

namespace algo::test {
namespace {

// A folder with a file "judge", and make-runner.sh to run on it.
class RunnerScript {
 public:
  explicit RunnerScript(const std::string& judge) { folder_.write("judge", judge); }

  [[nodiscard]] bool run() const {
    return shell(std::string(ALGO_MAKE_RUNNER) + " judge 0.1.0 linux/amd64 runner.yaml facts.h");
  }
  [[nodiscard]] bool shell(const std::string& command) const {
    return std::system(("cd " + folder_.path() + " && " + command + " >output 2>&1").c_str()) == 0;
  }
  [[nodiscard]] std::string read(const std::string& name) const { return folder_.read(name); }

 private:
  TempDir folder_;
};

const std::string& some_judge() {
  static const std::string judge = std::string(
                                       "\x7f"
                                       "ELF\0\xff binary\n",
                                       13) +
                                   std::string(5000, '\x9c');
  return judge;
}

TEST_CASE("make-runner.sh: an immutable ConfigMap with the judge, under the name that Jobs use") {
  const RunnerScript script(some_judge());
  REQUIRE(script.run());
  const std::vector<Json> documents = yaml_to_json(script.read("runner.yaml"));
  REQUIRE(documents.size() == 1);
  const Json& config_map = documents[0];
  const std::string sha = sha256_hex(some_judge());
  const bundle::Runner runner{.version = "0.1.0",
                              .platform = "linux/amd64",
                              .bytes = some_judge().size(),
                              .sha256 = sha,
                              .yaml = "",
                              .yaml_sha256 = ""};
  CHECK(config_map["kind"] == "ConfigMap");
  CHECK(config_map["immutable"] == true);
  CHECK(config_map["metadata"]["name"] == bundle::runner_config_map(runner));
  CHECK(base64_decode(config_map["binaryData"]["algo-judge"].get<std::string>()) == some_judge());
}

TEST_CASE("make-runner.sh: the facts are those of the files") {
  const RunnerScript script(some_judge());
  REQUIRE(script.run());
  const std::string facts = script.read("facts.h");
  CHECK(facts.find("kBytes = " + std::to_string(some_judge().size()) + ";") != std::string::npos);
  CHECK(facts.find("kSha256 = \"" + sha256_hex(some_judge()) + "\"") != std::string::npos);
  CHECK(facts.find("kYamlSha256 = \"" + sha256_hex(script.read("runner.yaml")) + "\"") !=
        std::string::npos);
}

TEST_CASE("make-runner.sh: the same judge gives the same bytes") {
  const RunnerScript one(some_judge());
  const RunnerScript two(some_judge());
  REQUIRE(one.run());
  REQUIRE(two.run());
  CHECK(one.read("runner.yaml") == two.read("runner.yaml"));
  CHECK(one.read("facts.h") == two.read("facts.h"));
}

TEST_CASE("make-runner.sh: refuses a judge that fits no ConfigMap") {
  const RunnerScript script(std::string(std::size_t{1000} * 1024 + 1, 'x'));
  CHECK_FALSE(script.run());
  CHECK(script.read("output").find("make the judge smaller") != std::string::npos);
  CHECK_FALSE(script.shell("test -e runner.yaml"));
}

TEST_CASE("dockerfile: its command takes the judge out of runner.yaml") {
  const RunnerScript script(some_judge());
  REQUIRE(script.run());
  const std::string command =
      "{ sed -n 's/^  algo-judge: //p' runner.yaml | base64 -d > judge.out; }";
  const std::string dockerfile = small_bundle().files.at("Dockerfile");
  CHECK(dockerfile.find("sed -n 's/^  algo-judge: //p' /tmp/runner.yaml | base64 -d > ") !=
        std::string::npos);
  REQUIRE(script.shell(command));
  CHECK(script.read("judge.out") == some_judge());
  CHECK(script.shell("echo '" + sha256_hex(some_judge()) + "  judge.out' | sha256sum -c -"));
}

}  // namespace
}  // namespace algo::test
