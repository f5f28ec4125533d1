#include "args.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

ClusterOp cluster_of(const std::vector<std::string>& flags) {
  std::vector<std::string> words{"run"};
  words.insert(words.end(), flags.begin(), flags.end());
  return std::get<RunOp>(parse(words, "kubectl algo").op).cluster.value();
}

TEST_CASE("run: every connection flag of kubectl arrives") {
  const kube::ConnectionFlags flags = cluster_of({"--kubeconfig=k",
                                                  "--context=c",
                                                  "--cluster=l",
                                                  "--user=u",
                                                  "-n",
                                                  "demo",
                                                  "-s",
                                                  "https://h",
                                                  "--tls-server-name=t",
                                                  "--insecure-skip-tls-verify",
                                                  "--certificate-authority=ca",
                                                  "--client-certificate=cc",
                                                  "--client-key=ck",
                                                  "--token=tk",
                                                  "--as=a",
                                                  "--as-uid=7",
                                                  "--as-group=g,1",
                                                  "--as-group=g2",
                                                  "--as-user-extra=k=v",
                                                  "--request-timeout=5s",
                                                  "--disable-compression"})
                                          .connection;
  CHECK(flags.kubeconfig == "k");
  CHECK(flags.context == "c");
  CHECK(flags.cluster == "l");
  CHECK(flags.user == "u");
  CHECK(flags.namespace_name == "demo");
  CHECK(flags.server == "https://h");
  CHECK(flags.tls_server_name == "t");
  CHECK(flags.insecure_skip_tls_verify);
  CHECK(flags.certificate_authority == "ca");
  CHECK(flags.client_certificate == "cc");
  CHECK(flags.client_key == "ck");
  CHECK(flags.token == "tk");
  CHECK(flags.as == "a");
  CHECK(flags.as_uid == "7");
  CHECK(flags.as_groups == std::vector<std::string>{"g,1", "g2"});
  CHECK(flags.as_user_extra == std::vector<std::string>{"k=v"});
  CHECK(flags.request_timeout == "5s");
  CHECK(flags.disable_compression);
}

TEST_CASE("run: what may be asked of the pod") {
  const run::Options options = cluster_of({"--image=i",
                                           "--runner-image=r",
                                           "--service-account=s",
                                           "--pull-secret=p1",
                                           "--pull-secret=p2",
                                           "--node-selector=disk=fast=yes",
                                           "--toleration=gpu=yes:NoSchedule",
                                           "--toleration=spot",
                                           "--priority-class=high",
                                           "--runtime-class=gvisor",
                                           "--queue=q",
                                           "--qos=guaranteed",
                                           R"(--patch={"spec":{"ttlSecondsAfterFinished":9}})"})
                                   .options;
  CHECK(options.image == "i");
  CHECK(options.runner_image == "r");
  CHECK(options.service_account == "s");
  CHECK(options.pull_secrets == std::vector<std::string>{"p1", "p2"});
  REQUIRE(options.node_selector.size() == 1);
  CHECK(options.node_selector[0].first == "disk");
  CHECK(options.node_selector[0].second == "fast=yes");
  CHECK(dump_json(options.tolerations) ==
        R"([{"key":"gpu","operator":"Equal","value":"yes","effect":"NoSchedule"},)"
        R"({"key":"spot","operator":"Exists"}])");
  CHECK(options.priority_class == "high");
  CHECK(options.runtime_class == "gvisor");
  CHECK(options.queue == "q");
  CHECK(options.guaranteed);
  CHECK(dump_json(options.patch) == R"({"spec":{"ttlSecondsAfterFinished":9}})");
}

TEST_CASE("run: how to follow and what to leave") {
  const ClusterOp plain = cluster_of({});
  CHECK(plain.cleanup == Cleanup::kSuccess);
  CHECK(plain.dry_run == DryRun::kNone);
  CHECK_FALSE(plain.detach);
  const ClusterOp op = cluster_of({"--cleanup=never",
                                   "--dry-run=server",
                                   "--detach",
                                   "--cancel-on-interrupt",
                                   "--wait-quota",
                                   "--schedule-timeout=90s"});
  CHECK(op.cleanup == Cleanup::kNever);
  CHECK(op.dry_run == DryRun::kServer);
  CHECK(op.detach);
  CHECK(op.cancel_on_interrupt);
  CHECK(op.wait_for_quota);
  CHECK(op.schedule_timeout == std::chrono::seconds(90));
}

}  // namespace
}  // namespace algo
