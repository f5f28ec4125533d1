#include "twin.h"

#include "base/error.h"
#include "command/fake_world.h"
#include "support/fake_transport.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

constexpr const char* kKubeconfig =
    "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
    "clusters: [{name: k, cluster: {server: 'http://api'}}]\n"
    "contexts: [{name: c, context: {cluster: k, namespace: demo}}]\n";

Json job(const std::string& name, const std::string& digest) {
  return {{"metadata",
           {{"name", name},
            {"namespace", "demo"},
            {"creationTimestamp", "2024-01-02T03:04:05Z"},
            {"labels", {{"run-id", name}}},
            {"annotations", {{"algorithm/bundle-digest", digest}}}}},
          {"spec", {{"suspend", false}}},
          {"status", Json::object()}};
}

struct World {
  test::FakeWorld fake{};
  test::FakeTransport transport{fake.clock};
  run::Objects objects{};

  World() {
    fake.connections.transport = &transport;
    fake.environment.variables["KUBECONFIG"] = "/kubeconfig";
    fake.files.write_atomically("/kubeconfig", kKubeconfig);
    objects.digest = "sha256:abc";
    objects.job = {{"metadata", {{"labels", {{"bundle", "abc"}}}}}};
  }
  void person() {
    fake.in.terminal = true;
    fake.err.columns = 80;
  }
  Twin meet(const Json& jobs, IfRunning what = IfRunning::kAsk) {
    transport.expect_for("/jobs?", test::reply(200, dump_json(Json{{"items", jobs}})));
    transport.expect_for("/pods?", test::reply(200, R"({"items":[]})"));
    Cluster cluster(fake.world, {});
    return meet_twin(fake.world, cluster, objects, what);
  }
};

TEST_CASE("twin: runs of other bundles, and those that have ended or never began, are none") {
  World world;
  Json ended = job("ended", "sha256:abc");
  ended["status"]["conditions"] = Json::array({{{"type", "Complete"}, {"status", "True"}}});
  Json left = job("left", "sha256:abc");
  left["spec"]["suspend"] = true;
  const Twin twin = world.meet(Json::array({job("other", "sha256:def"), ended, left}));
  CHECK(twin.choice == Twin::Choice::kAgain);
  CHECK(world.fake.err.text.empty());
  CHECK(world.transport.requests()[0].target.find("bundle%3Dabc") != std::string::npos);
}

TEST_CASE("twin: without a person, one line says what happens and how to attach") {
  World world;
  const Twin twin = world.meet(Json::array({job("live", "sha256:abc")}));
  CHECK(twin.choice == Twin::Choice::kAgain);
  CHECK(world.fake.err.text ==
        "note: run live judges the same bundle; this one judges it again. To follow that: "
        "kubectl algo attach live -n demo, or run --if-running=attach\n");
}

TEST_CASE("twin: a person is asked until the answer is one") {
  struct Row {
    const char* typed;
    Twin::Choice choice;
  };
  for (const Row& row : {Row{"\n", Twin::Choice::kAttach},
                         Row{"a\n", Twin::Choice::kAttach},
                         Row{"what?\nj\n", Twin::Choice::kAgain},
                         Row{"q\n", Twin::Choice::kLeave}}) {
    CAPTURE(row.typed);
    World world;
    world.person();
    world.fake.in.text = row.typed;
    const Twin twin = world.meet(Json::array({job("live", "sha256:abc")}));
    CHECK(twin.choice == row.choice);
    CHECK(twin.run.name == "live");
    CHECK(world.fake.err.text.find("run live judges the same bundle") == 0);
  }
}

TEST_CASE("twin: flags decide without asking, and again does not even look") {
  World world;
  world.person();
  CHECK(world.meet(Json::array({job("live", "sha256:abc")}), IfRunning::kAttach).choice ==
        Twin::Choice::kAttach);
  CHECK(world.fake.err.text.empty());
  World other;
  Cluster cluster(other.fake.world, {});
  CHECK(meet_twin(other.fake.world, cluster, other.objects, IfRunning::kAgain).choice ==
        Twin::Choice::kAgain);
  CHECK(other.transport.requests().empty());
}

TEST_CASE("twin: a run that a queue holds back goes on some time") {
  World world;
  Json queued = job("queued", "sha256:abc");
  queued["spec"]["suspend"] = true;
  queued["metadata"]["labels"]["kueue.x-k8s.io/queue-name"] = "team";
  CHECK(world.meet(Json::array({queued}), IfRunning::kAttach).run.name == "queued");
}

}  // namespace
}  // namespace algo
