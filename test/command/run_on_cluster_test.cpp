#include "command/fake_world.h"
#include "perform.h"
#include "support/fake_transport.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using test::reply;

constexpr auto kPlain = ColorWhen::kNever;
constexpr const char* kName = "two-sum-bbbbbbbbbb";  // with numbers that are all 0
constexpr const char* kKubeconfig =
    "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
    "clusters: [{name: k, cluster: {server: 'http://api'}}]\n"
    "contexts: [{name: c, context: {cluster: k, namespace: demo}}]\n";

// A bundle to judge, and a cluster behind a fake transport.
struct World {
  test::FakeWorld fake{};
  test::FakeTransport transport{fake.clock};

  World() {
    fake.connections.transport = &transport;
    fake.environment.variables["KUBECONFIG"] = "/kubeconfig";
    fake.files.write_atomically("/kubeconfig", kKubeconfig);
    BuildOp build;
    build.problem = "two-sum";
    build.language = "python";
    REQUIRE(perform(build, kPlain, fake.world) == ExitCode::kAccepted);
    RunOp dry = run();
    dry.cluster->dry_run = DryRun::kClient;
    fake.out.text.clear();
    REQUIRE(perform(dry, kPlain, fake.world) == ExitCode::kAccepted);
    objects = fake.out.text;
    fake.out.text.clear();
    fake.err.text.clear();
  }

  static RunOp run() { return {.bundle = "two-sum.bundle", .judging = {}, .cluster = ClusterOp{}}; }

  std::string objects{};
};

TEST_CASE("run --dry-run=client: the objects, under names of the run's own, and no connection") {
  const World world;
  CHECK(world.objects.find(std::string("name: ") + kName + "\n") != std::string::npos);
  CHECK(world.objects.find(std::string("name: ") + kName + "-runner\n") != std::string::npos);
  CHECK(world.objects.find("suspend") == std::string::npos);
  CHECK(world.fake.connections.opened.empty());
}

TEST_CASE("run: missing permissions end it before anything is made") {
  World world;
  world.transport.expect_for("/namespaces/demo", reply(403, R"({"kind":"Status","code":403})"));
  world.transport.expect_for("/version", reply(200, R"({"major":"1","minor":"36"})"));
  for (int i = 0; i < 11; ++i) {
    world.transport.expect_for("selfsubjectaccessreviews",
                               reply(200, R"({"status":{"allowed":false}})"));
  }
  const ExitCode code = run_command({"run", "two-sum.bundle"}, world.fake.world);
  CHECK(code == ExitCode::kRefused);
  CHECK(world.fake.err.text.find("two-sum · python · 15 cases → context c, namespace demo, run " +
                                 std::string(kName)) == 0);
  CHECK(world.fake.err.text.find("missing: create jobs.batch, get jobs.batch") !=
        std::string::npos);
  CHECK(world.transport.requests().size() == 13);
}

TEST_CASE("run: OpenShift's range of users is the pod's") {
  World world;
  const std::string range = R"({"metadata":{"annotations":)"
                            R"({"openshift.io/sa.scc.uid-range":"1000640000/10000"}}})";
  world.transport.expect(reply(200, range));
  world.transport.expect_for("/version", reply(200, R"({"major":"1","minor":"36"})"));
  for (int i = 0; i < 11; ++i) {
    world.transport.expect_for("selfsubjectaccessreviews",
                               reply(200, R"({"status":{"allowed":true}})"));
  }
  world.transport.expect_for("/jobs?", reply(403, R"({"kind":"Status","message":"seen"})"));
  CHECK(run_command({"run", "two-sum.bundle"}, world.fake.world) == ExitCode::kRefused);
  const std::string& job = world.transport.last().body;
  for (const char* uid : {"1000640000", "1000640001", "1000640002"}) {
    CHECK(job.find("\"runAsUser\":" + std::string(uid)) != std::string::npos);
  }
  CHECK(job.find("--peer-uid=1000640002") != std::string::npos);
}

TEST_CASE("run: a cluster that is not there is lost, and says which") {
  World world;
  for (int i = 0; i < 30; ++i) {
    world.transport.expect(test::failing(kube::Failure::kRefused));
  }
  CHECK(run_command({"run", "two-sum.bundle"}, world.fake.world) == ExitCode::kLost);
  CHECK(world.fake.err.text.find("error: cannot get namespaces/demo") != std::string::npos);
}

TEST_CASE("run: a problem's name is built first, and a folder comes before a name") {
  World world;
  world.fake.out.text.clear();
  CHECK(run_command({"run", "reverse-linked-list", "--dry-run=client"}, world.fake.world) ==
        ExitCode::kAccepted);
  CHECK(world.fake.out.text.find("problem-id: reverse-linked-list") != std::string::npos);
  CHECK_FALSE(world.fake.files.exists("reverse-linked-list.bundle"));
  CHECK(run_command({"run", "reverse-linked-lst", "--dry-run=client"}, world.fake.world) ==
        ExitCode::kUsage);
}

TEST_CASE("run: flags of the wrong kind of place, and no kubeconfig") {
  World world;
  CHECK(run_command({"run", "two-sum.bundle", "--context=other"}, world.fake.world) ==
        ExitCode::kUsage);
  CHECK(world.fake.err.text.find("context \"other\" does not exist") != std::string::npos);
  CHECK(world.fake.connections.opened.empty());
}

}  // namespace
}  // namespace algo
