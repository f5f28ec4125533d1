#include "run/objects.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace algo::run {
namespace {

Options image_mode() {
  Options options;
  options.bundle_image = "registry.example.com/add:1";
  return options;
}

bool mounts(const Json& container, const std::string& volume) {
  const Json& list = container.at("volumeMounts");
  return std::any_of(
      list.begin(), list.end(), [&](const Json& one) { return one.at("name") == volume; });
}

TEST_CASE("image mode: everything runs from the image, and nothing is built") {
  const Objects objects = test::some_objects(image_mode());
  const Json& pod = objects.job.at("spec").at("template").at("spec");
  REQUIRE(pod.at("initContainers").size() == 1);
  const Json& sandbox = pod.at("initContainers").at(0);
  const Json& judge = pod.at("containers").at(0);
  CHECK(sandbox.at("name") == "sandbox");
  CHECK(sandbox.at("image") == "registry.example.com/add:1");
  CHECK(judge.at("image") == "registry.example.com/add:1");
  CHECK(objects.image == "registry.example.com/add:1");
  const std::string words = dump_json(judge.at("command"));
  CHECK(words.find("\"--compiled\"") != std::string::npos);
  CHECK(words.find("--build=") == std::string::npos);
  CHECK(words.find("--digest=sha256:") != std::string::npos);
}

TEST_CASE("image mode: the cases come to the judge alone, and no other ConfigMap is made") {
  const Objects objects = test::some_objects(image_mode());
  const Json& pod = objects.job.at("spec").at("template").at("spec");
  REQUIRE(objects.config_maps.size() == 1);
  CHECK(objects.config_maps[0].at("metadata").at("name") == "small-k7m2q9x4zz-input");
  CHECK(mounts(pod.at("containers").at(0), "input"));
  CHECK_FALSE(mounts(pod.at("initContainers").at(0), "input"));
  // What the image holds must not be hidden by an empty volume.
  for (const char* gone : {"runner", "sources", "build-output"}) {
    CHECK_FALSE(mounts(pod.at("containers").at(0), gone));
    CHECK_FALSE(mounts(pod.at("initContainers").at(0), gone));
  }
}

TEST_CASE("image mode: the same protections as ever") {
  const Objects with = test::some_objects(image_mode());
  const Objects without = test::some_objects();
  const Json& pod = with.job.at("spec").at("template").at("spec");
  const Json& other = without.job.at("spec").at("template").at("spec");
  CHECK(pod.at("securityContext") == other.at("securityContext"));
  CHECK(pod.at("initContainers").at(0).at("securityContext") ==
        other.at("initContainers").at(1).at("securityContext"));
  CHECK(pod.at("containers").at(0).at("securityContext") ==
        other.at("containers").at(0).at("securityContext"));
  CHECK(pod.at("activeDeadlineSeconds") == other.at("activeDeadlineSeconds"));
}

TEST_CASE("images instead: only in place of the image that they are for") {
  Options options;
  options.images_instead = {{"abc:1.2", "mine:1"}};
  CHECK(test::some_objects(options).image == "mine:1");
  options.images_instead = {{"other:1.2", "mine:1"}};
  CHECK(test::some_objects(options).image == "abc:1.2");
  options.images_instead = {{"abc:1.2", "mine:1"}};
  options.image = "named:1";
  CHECK(test::some_objects(options).image == "named:1");
}

}  // namespace
}  // namespace algo::run
