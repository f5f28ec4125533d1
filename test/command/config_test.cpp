#include "config.h"

#include "base/error.h"
#include "command/fake_world.h"
#include "perform.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using test::FakeWorld;

constexpr const char* kHead = "apiVersion: algorithm/v1alpha1\nkind: Config\n";

struct World {
  FakeWorld fake{};
  explicit World(const std::string& text) {
    fake.environment.variables["XDG_CONFIG_HOME"] = "/etc/me";
    fake.files.write_atomically("/etc/me/kubectl-algo/config.yaml", text);
  }
  [[nodiscard]] Config read() const { return read_config(fake.files, fake.environment); }
  [[nodiscard]] std::string refusal() const {
    try {
      static_cast<void>(read());
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }
};

TEST_CASE("config_path: XDG's folder, else that of the home; relative ones are ignored") {
  test::FakeEnvironment environment;
  CHECK(config_path(environment).empty());
  environment.variables["HOME"] = "/ann";
  CHECK(config_path(environment) == "/ann/.config/kubectl-algo/config.yaml");
  environment.variables["XDG_CONFIG_HOME"] = "relative";
  CHECK(config_path(environment) == "/ann/.config/kubectl-algo/config.yaml");
  environment.variables["XDG_CONFIG_HOME"] = "/etc/me";
  CHECK(config_path(environment) == "/etc/me/kubectl-algo/config.yaml");
}

TEST_CASE("read_config: no file, no defaults; a file's images by language") {
  const FakeWorld fake;
  CHECK(read_config(fake.files, fake.environment).images.empty());
  CHECK(World(kHead).read().images.empty());
  const Config config = World(std::string(kHead) + "images: {go: 'r.example.com/go:1'}\n").read();
  CHECK(config.images.at("go") == "r.example.com/go:1");
  CHECK(default_image(config, language::find_language("go")) == "r.example.com/go:1");
  CHECK(default_image(config, language::find_language("python")) ==
        language::find_language("python").image);
  const auto instead = images_instead(config);
  REQUIRE(instead.size() == 1);
  CHECK(instead.at(std::string(language::find_language("go").image)) == "r.example.com/go:1");
}

TEST_CASE("read_config: what it does not know is refused with its place") {
  struct Row {
    std::string text;
    const char* words;
  };
  const std::vector<Row> rows{
      {"kind: Config\n", "apiVersion"},
      {"apiVersion: algorithm/v2\nkind: Config\n", "config.yaml:1:13:"},
      {"apiVersion: algorithm/v1alpha1\nkind: Problem\n", "config.yaml:2:7:"},
      {std::string(kHead) + "image: x\n", "config.yaml:3:1:"},
      {std::string(kHead) + "images: [x]\n", "config.yaml:3:9:"},
      {std::string(kHead) + "images: {cobol: x}\n", "cobol"},
      {std::string(kHead) + "images: {go: ''}\n", "is no image"},
      {std::string(kHead) + "images: {go: 'a b'}\n", "is no image"},
      {std::string(kHead) + "images: {go: 7}\n", "config.yaml:3:14:"},
      {"\x01", "config.yaml:1:1"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::string refusal = World(row.text).refusal();
    CAPTURE(refusal);
    CHECK(refusal.find(row.words) != std::string::npos);
  }
}

TEST_CASE("build: takes the config's image, unless one is named") {
  World world(std::string(kHead) + "images: {python: 'r.example.com/python:1'}\n");
  CHECK(run_command({"build", "two-sum", "--lang=python"}, world.fake.world) ==
        ExitCode::kAccepted);
  CHECK(world.fake.files.read("two-sum.bundle/job.yaml", 1 << 24U).find("r.example.com/python:1") !=
        std::string::npos);
  CHECK(run_command({"build", "two-sum", "--lang=python", "--image=named:2"}, world.fake.world) ==
        ExitCode::kAccepted);
  const std::string named = world.fake.files.read("two-sum.bundle/job.yaml", 1 << 24U);
  CHECK(named.find("named:2") != std::string::npos);
  CHECK(named.find("r.example.com") == std::string::npos);
}

}  // namespace
}  // namespace algo
