#include "run/objects.h"

#include "base/error.h"
#include "bundle/fixture.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace algo::run {
namespace {

using test::some_identity;
using test::some_objects;

const Json& pod_of(const Objects& objects) {
  return objects.job.at("spec").at("template").at("spec");
}

const Json& container(const Objects& objects, const std::string& name) {
  for (const char* kind : {"initContainers", "containers"}) {
    for (const Json& one : pod_of(objects).at(kind)) {
      if (one.at("name") == name) return one;
    }
  }
  FAIL(name << " is not there");
  return objects.job;
}

bool has_word(const Json& command, const std::string& word) {
  return std::find(command.begin(), command.end(), word) != command.end();
}

TEST_CASE("make_objects: names of the run's own, everywhere they are used") {
  const Objects objects = some_objects();
  CHECK(objects.job.at("metadata").at("name") == "small-k7m2q9x4zz");
  std::set<std::string> made;
  for (const Json& one : objects.config_maps) made.insert(one.at("metadata").at("name"));
  CHECK(made == std::set<std::string>{"small-k7m2q9x4zz-input",
                                      "small-k7m2q9x4zz-runner",
                                      "small-k7m2q9x4zz-sources"});
  std::set<std::string> mounted;
  for (const Json& volume : pod_of(objects).at("volumes")) {
    if (volume.contains("configMap")) mounted.insert(volume.at("configMap").at("name"));
    if (!volume.contains("projected")) continue;
    for (const Json& source : volume.at("projected").at("sources")) {
      mounted.insert(source.at("configMap").at("name"));
    }
  }
  CHECK(mounted == made);
}

TEST_CASE("make_objects: the Job is suspended, and everything carries the run's label") {
  const Objects objects = some_objects();
  CHECK(objects.job.at("spec").at("suspend") == true);
  CHECK(objects.job.at("metadata").at("labels").at(kRunLabel) == "k7m2q9x4zz");
  CHECK(objects.job.at("spec").at("template").at("metadata").at("labels").at(kRunLabel) ==
        "k7m2q9x4zz");
  for (const Json& one : objects.config_maps) {
    CHECK(one.at("metadata").at("labels").at(kRunLabel) == "k7m2q9x4zz");
    CHECK(one.at("immutable") == true);
  }
}

TEST_CASE("make_objects: three users of the run's own, and the judge is their peer") {
  const Objects objects = some_objects();
  CHECK(container(objects, "build").at("securityContext").at("runAsUser") == 30000);
  CHECK(container(objects, "sandbox").at("securityContext").at("runAsUser") == 30001);
  CHECK(container(objects, "judge").at("securityContext").at("runAsUser") == 30002);
  CHECK(container(objects, "judge").at("securityContext").at("runAsGroup") == 30002);
  CHECK(has_word(container(objects, "build").at("command"), "--peer-uid=30002"));
  CHECK(has_word(container(objects, "sandbox").at("command"), "--peer-uid=30002"));
  CHECK(has_word(container(objects, "judge").at("command"), "--run=small-k7m2q9x4zz"));
}

TEST_CASE("make_objects: what a person asks of the pod") {
  Options options;
  options.image = "mine:1";
  options.service_account = "judging";
  options.pull_secrets = {"a", "b"};
  options.node_selector = {{"disk", "fast"}};
  options.tolerations = Json::array({{{"key", "spot"}, {"operator", "Exists"}}});
  options.priority_class = "high";
  options.runtime_class = "gvisor";
  options.queue = "team";
  options.cases = {"one"};
  options.fail_fast = true;
  const Objects objects = some_objects(options);
  const Json& pod = pod_of(objects);
  for (const char* name : {"build", "sandbox", "judge"}) {
    CHECK(container(objects, name).at("image") == "mine:1");
  }
  CHECK(objects.image == "mine:1");
  CHECK(pod.at("serviceAccountName") == "judging");
  CHECK(dump_json(pod.at("imagePullSecrets")) == R"([{"name":"a"},{"name":"b"}])");
  CHECK(pod.at("nodeSelector").at("disk") == "fast");
  CHECK(pod.at("nodeSelector").at("kubernetes.io/os") == "linux");
  CHECK(pod.at("tolerations") == options.tolerations);
  CHECK(pod.at("priorityClassName") == "high");
  CHECK(pod.at("runtimeClassName") == "gvisor");
  CHECK(objects.job.at("metadata").at("labels").at(kQueueLabel) == "team");
  CHECK(has_word(container(objects, "judge").at("command"), "--case=one"));
  CHECK(has_word(container(objects, "judge").at("command"), "--fail-fast"));
}

TEST_CASE("make_objects: an image that holds the judge takes the place of its ConfigMap") {
  Options options;
  options.runner_image = "registry/judge:1";
  const Objects objects = some_objects(options);
  CHECK(objects.config_maps.size() == 2);
  const Json& volumes = pod_of(objects).at("volumes");
  const auto runner = std::find_if(volumes.begin(), volumes.end(), [](const Json& volume) {
    return volume.at("name") == "runner";
  });
  REQUIRE(runner != volumes.end());
  CHECK(runner->at("image").at("reference") == "registry/judge:1");
  CHECK_FALSE(runner->contains("configMap"));
}

TEST_CASE("make_objects: guaranteed means requests equal to limits on everything") {
  Options options;
  options.guaranteed = true;
  const Objects objects = some_objects(options);
  for (const char* name : {"build", "sandbox", "judge"}) {
    const Json& resources = container(objects, name).at("resources");
    CHECK(resources.at("requests") == resources.at("limits"));
    CHECK(resources.at("limits").contains("cpu"));
    CHECK(resources.at("limits").contains("memory"));
  }
}

TEST_CASE("make_objects: both kinds of patch, after everything else but the suspension") {
  Options options;
  options.patch = Json{{"spec", {{"suspend", false}, {"ttlSecondsAfterFinished", 7}}}};
  CHECK(some_objects(options).job.at("spec").at("ttlSecondsAfterFinished") == 7);
  CHECK(some_objects(options).job.at("spec").at("suspend") == true);
  options.patch = Json::array(
      {{{"op", "replace"}, {"path", "/spec/template/spec/volumes/0/name"}, {"value", "x"}}});
  CHECK(pod_of(some_objects(options)).at("volumes").at(0).at("name") == "x");
  options.patch = Json::array({{{"op", "remove"}, {"path", "/nowhere"}}});
  CHECK_THROWS_AS(static_cast<void>(some_objects(options)), Error);
}

TEST_CASE("make_objects: a patch that takes the Job apart is the person's error") {
  Options options;
  options.patch = Json{{"spec", nullptr}};
  CHECK_THROWS_AS(static_cast<void>(some_objects(options)), Error);
  options.patch = Json{{"metadata", {{"labels", nullptr}}}};
  CHECK_THROWS_AS(static_cast<void>(some_objects(options)), Error);
}

TEST_CASE("make_objects: refuses files that `build` did not write") {
  struct Row {
    const char* path;
    const char* text;
  };
  for (const Row& row : {Row{"job.yaml", ""},
                         Row{"job.yaml", "a: 1\n"},
                         Row{"job.yaml", "- 1\n"},
                         Row{"job.yaml", "metadata: {name: [1]}\n"},
                         Row{"runner.yaml", "7\n"}}) {
    CAPTURE(row.text);
    std::map<std::string, std::string> files = test::small_bundle().files;
    files[row.path] = row.text;
    CHECK_THROWS_AS(static_cast<void>(make_objects(files, some_identity(), {})), Error);
  }
}

TEST_CASE("owned_by: the Job owns it, without asking for finalizers") {
  const Json owned = owned_by(some_objects().config_maps.front(), test::stored_job("u1"));
  CHECK(dump_json(owned.at("metadata").at("ownerReferences")) ==
        R"([{"apiVersion":"batch/v1","kind":"Job","name":"small-k7m2q9x4zz","uid":"u1",)"
        R"("controller":false}])");
}

TEST_CASE("make_identity: a name that a pod's can be made of, within bounds") {
  struct Row {
    const char* problem;
    double random;
    const char* name;
    std::uint32_t uid;
  };
  for (const Row& row : {Row{"two-sum", 0.0, "two-sum-bbbbbbbbbb", 20000},
                         Row{"two-sum", 0.9999999, "two-sum-9999999999", 64997},
                         Row{"two-sum", 1.0, "two-sum-9999999999", 64997},
                         Row{"a-problem-with-a-very-long-name-indeed",
                             0.0,
                             "a-problem-with-a-very-long-na-bbbbbbbbbb",
                             20000},
                         Row{"a-problem-with-a-very-longer-named",
                             0.0,
                             "a-problem-with-a-very-longer-bbbbbbbbbb",
                             20000}}) {
    const Identity identity = make_identity(row.problem, [&] { return row.random; });
    CHECK(identity.name == row.name);
    CHECK(identity.name.size() <= 40);
    CHECK(identity.first_uid == row.uid);
  }
}

}  // namespace
}  // namespace algo::run
