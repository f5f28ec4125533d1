#include "run/kept.h"

#include "base/error.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

// What the server's version of the Job lost, or "".
std::string lost(const std::string& path, const Json& value) {
  const Json sent = test::some_objects().job;
  Json kept = sent;
  const Json::json_pointer pointer("/spec/template/spec" + path);
  if (value.is_null()) {
    Json& parent = kept.at(pointer.parent_pointer());
    REQUIRE(parent.erase(pointer.back()) == 1);
  } else {
    kept[pointer] = value;
  }
  try {
    check_kept(sent, kept);
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kRefused);
    return error.why();
  }
}

TEST_CASE("check_kept: names every protection that the server dropped or changed") {
  struct Row {
    const char* path;
    Json value;  // null: dropped
    const char* lost;
  };
  const std::vector<Row> rows{
      {"/automountServiceAccountToken", true, "automountServiceAccountToken"},
      {"/enableServiceLinks", nullptr, "enableServiceLinks"},
      {"/securityContext/runAsNonRoot", nullptr, "securityContext.runAsNonRoot"},
      {"/securityContext", nullptr, "securityContext"},
      {"/initContainers/0/restartPolicy", nullptr, "initContainers[build].restartPolicy"},
      {"/initContainers/1/securityContext/seccompProfile/type",
       "Unconfined",
       "initContainers[sandbox].securityContext.seccompProfile.type"},
      {"/initContainers/1/resources/limits/memory",
       "8Gi",
       "initContainers[sandbox].resources.limits.memory"},
      {"/containers/0/securityContext/readOnlyRootFilesystem",
       false,
       "containers[judge].securityContext.readOnlyRootFilesystem"}};
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(lost(row.path, row.value) == std::string("it dropped or changed ") + row.lost);
  }
}

TEST_CASE("check_kept: what a server adds or writes otherwise is no loss") {
  CHECK(lost("/schedulerName", "default-scheduler").empty());
  CHECK(lost("/containers/0/resources/requests/cpu", "2").empty());
  CHECK(lost("/containers/0/resources/limits/cpu", "2").empty());
  CHECK(lost("/securityContext/fsGroup", 7).empty());
  const Json sent{
      {"spec",
       {{"template",
         {{"spec",
           {{"containers",
             Json::array({{{"name", "judge"},
                           {"resources", {{"limits", {{"memory", "1024Mi"}}}}}}})}}}}}}}};
  Json kept = sent;
  kept.at("/spec/template/spec/containers/0/resources/limits/memory"_json_pointer) = "1Gi";
  CHECK_NOTHROW(check_kept(sent, kept));
}

TEST_CASE("check_kept: an answer that is no Job at all keeps nothing") {
  for (const Json& kept : {Json(), Json(7), Json::array(), Json{{"spec", "x"}}}) {
    CHECK_THROWS_AS(check_kept(test::some_objects().job, kept), Error);
  }
}

}  // namespace
}  // namespace algo::run
