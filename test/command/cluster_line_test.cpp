#include "args.h"
#include "base/error.h"

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
                                                  "--username=un",
                                                  "--password=pw",
                                                  "-v",
                                                  "6",
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
  CHECK(flags.username == "un");
  CHECK(flags.password == "pw");
  CHECK(flags.verbosity == 6);
  CHECK(flags.as == "a");
  CHECK(flags.as_uid == "7");
  CHECK(flags.as_groups == std::vector<std::string>{"g,1", "g2"});
  CHECK(flags.as_user_extra == std::vector<std::string>{"k=v"});
  CHECK(flags.request_timeout == "5s");
  CHECK(flags.disable_compression);
}

TEST_CASE("-v: every way in which kubectl's users write it, and only levels") {
  for (const char* word : {"-v=8", "-v8", "--v=8", "--verbosity=8"}) {
    CAPTURE(word);
    CHECK(cluster_of({word}).connection.verbosity == 8);
  }
  CHECK(cluster_of({"--v", "7"}).connection.verbosity == 7);
  CHECK(cluster_of({}).connection.verbosity == 0);
  for (const char* word : {"-v=x", "-v=-1", "-v=100", "--v="}) {
    CAPTURE(word);
    CHECK_THROWS_AS(static_cast<void>(cluster_of({word})), Error);
  }
}

TEST_CASE("run: an image of the bundle goes with no other image") {
  CHECK(cluster_of({"--image-mode=i"}).options.bundle_image == "i");
  CHECK_THROWS_AS(static_cast<void>(cluster_of({"--image-mode=i", "--image=j"})), Error);
  CHECK_THROWS_AS(static_cast<void>(cluster_of({"--image-mode=i", "--runner-image=j"})), Error);
}

TEST_CASE("run: what to do about a run of the same bundle") {
  CHECK(cluster_of({}).if_running == IfRunning::kAsk);
  CHECK(cluster_of({"--if-running=attach"}).if_running == IfRunning::kAttach);
  CHECK(cluster_of({"--if-running=again"}).if_running == IfRunning::kAgain);
  CHECK_THROWS_AS(static_cast<void>(cluster_of({"--if-running=no"})), Error);
}

TEST_CASE("delete, cancel: names, the newest or labels, one of the three") {
  const auto op = [](const std::vector<std::string>& words) {
    return std::get<RemoveOp>(parse(words, "kubectl algo").op);
  };
  CHECK(op({"delete", "a", "b"}).names == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(op({"delete", "a"}).live_only);
  CHECK(op({"cancel", "a"}).live_only);
  CHECK(op({"cancel", "--last"}).last);
  CHECK(op({"delete", "-A", "-l", "problem-id=x"}).all_namespaces);
  CHECK(op({"delete", "-l", "problem-id=x"}).selector == "problem-id=x");
  CHECK(op({"delete", "a", "-o", "name"}).names_only);
  for (const std::vector<std::string>& words : {std::vector<std::string>{"delete"},
                                                {"delete", "a", "--last"},
                                                {"delete", "a", "-l", "x=y"},
                                                {"delete", "-A", "a"},
                                                {"delete", "-A"},
                                                {"delete", "a", "-o", "json"}}) {
    CHECK_THROWS_AS(static_cast<void>(op(words)), Error);
  }
}

TEST_CASE("doctor: a probe takes what says where its pod runs") {
  const auto op = std::get<DoctorOp>(
      parse({"doctor", "--probe", "--image=i", "--node-selector=a=b"}, "kubectl algo").op);
  CHECK(op.probe);
  CHECK(op.options.image == "i");
  CHECK(op.options.node_selector.size() == 1);
  CHECK_THROWS_AS(static_cast<void>(parse({"doctor", "--probe", "--role"}, "kubectl algo")), Error);
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
