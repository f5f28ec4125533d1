#include "run/run_fixture.h"

#include "bundle/fixture.h"

namespace algo::test {

run::Identity some_identity() {
  return {.id = "k7m2q9x4zz", .name = "small-k7m2q9x4zz", .first_uid = 30000};
}

run::Objects some_objects(const run::Options& options) {
  return run::make_objects(small_bundle().files, some_identity(), options);
}

Json stored_job(const std::string& uid, const std::string& version) {
  Json job = some_objects().job;
  job["metadata"]["uid"] = uid;
  job["metadata"]["resourceVersion"] = version;
  job["metadata"]["namespace"] = "demo";
  job["metadata"]["creationTimestamp"] = "2024-01-02T03:04:05Z";
  return job;
}

Json some_pod(const std::string& name,
              const Json& state,
              const std::string& phase,
              const std::string& created) {
  Json pod{{"apiVersion", "v1"},
           {"kind", "Pod"},
           {"metadata",
            {{"name", name},
             {"namespace", "demo"},
             {"uid", name + "-uid"},
             {"resourceVersion", "11"},
             {"creationTimestamp", created},
             {"labels", {{run::kRunLabel, some_identity().id}}}}},
           {"spec", {{"nodeName", "node-1"}}},
           {"status", {{"phase", phase}}}};
  if (!state.is_null()) {
    pod["status"]["containerStatuses"] = Json::array({{{"name", "judge"}, {"state", state}}});
  }
  return pod;
}

Json list_of(const Json& items, const std::string& version) {
  return {{"kind", "List"},
          {"apiVersion", "v1"},
          {"metadata", {{"resourceVersion", version}}},
          {"items", items}};
}

std::string refusal(int code, const std::string& reason, const std::string& message) {
  return dump_json(
      Json{{"kind", "Status"}, {"code", code}, {"reason", reason}, {"message", message}});
}

std::string FakePlace::sent(std::size_t i) const {
  const kube::Request& request = transport.requests().at(i);
  return request.method + " " + request.target.substr(0, request.target.find('?'));
}

Json FakePlace::sent_body(std::size_t i) const {
  return parse_json(transport.requests().at(i).body, "sent");
}

}  // namespace algo::test
