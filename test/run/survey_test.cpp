#include "run/survey.h"

#include "base/error.h"
#include "run/preflight.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using test::FakePlace;
using test::list_of;

void good_beginning(FakePlace& fake) {
  fake.answer(Json{{"major", "1"}, {"minor", "36"}, {"gitVersion", "v1.36.3"}});
  for (std::size_t i = 0; i < needed_access().size(); ++i) {
    fake.answer(Json{{"status", {{"allowed", true}}}});
  }
}

std::string shown(const std::vector<Observation>& all) {
  std::string text;
  for (const Observation& one : all) {
    text += std::string(1, "+!-"[static_cast<std::size_t>(one.finding)]) + one.subject + ": " +
            one.text + "\n";
  }
  return text;
}

TEST_CASE("survey: a namespace where everything is in place") {
  FakePlace fake;
  good_beginning(fake);
  fake.answer(
      Json{{"metadata", {{"labels", {{"pod-security.kubernetes.io/enforce", "restricted"}}}}}});
  fake.answer(
      list_of(Json::array({{{"metadata", {{"name", "q"}}},
                            {"status", {{"hard", {{"pods", "4"}}}, {"used", {{"pods", "1"}}}}}}})));
  fake.answer(list_of(Json::array({Json::object()})));
  const Json kind{{"containerRuntimeVersion", "containerd://2.2.9"},
                  {"kubeletVersion", "v1.36.3"},
                  {"operatingSystem", "linux"},
                  {"kernelVersion", "6.18.5"}};
  Json nodes = Json::array();
  for (const char* name : {"a", "b", "c", "d"}) {
    nodes.push_back({{"metadata", {{"name", name}}}, {"status", {{"nodeInfo", kind}}}});
  }
  nodes.push_back({{"metadata", {{"name", "old"}}}});
  fake.answer(list_of(nodes));
  CHECK(shown(survey(fake.place)) ==
        "+server: Kubernetes v1.36.3\n"
        "+permissions: everything that a run needs\n"
        "+pod security: restricted\n"
        "+quota: q: pods 1 of 4\n"
        "+network: 1 network policy\n"
        "+nodes: old: , kubelet ,  ; 4 nodes: containerd 2.2.9, kubelet v1.36.3, linux 6.18.5\n");
}

TEST_CASE("survey: what is missing, what may not be seen, and what to do") {
  FakePlace fake;
  fake.answer(Json{{"major", "1"}, {"minor", "28"}, {"gitVersion", "v1.28.0"}});
  for (std::size_t i = 0; i < needed_access().size(); ++i) {
    fake.answer(Json{{"status", {{"allowed", i != 0}}}});
  }
  fake.refuse(403, "Forbidden", "may not get namespaces");
  fake.refuse(403, "Forbidden", "may not list quotas");
  fake.answer(list_of(Json::array()));
  fake.refuse(403, "Forbidden", "may not list nodes");
  CHECK(shown(survey(fake.place)) ==
        "-server: Kubernetes v1.28.0 is too old: native sidecars came with 1.29\n"
        "-permissions: missing: create jobs.batch\n"
        "!pod security: unknown: may not get namespaces\n"
        "!quota: unknown: may not list quotas\n"
        "!network: no network policy; solutions have no sockets all the same\n"
        "!nodes: unknown: may not list nodes\n");
}

TEST_CASE("user_name: as the server knows the caller") {
  FakePlace fake;
  fake.answer(Json{{"status", {{"userInfo", {{"username", "ann"}}}}}});
  CHECK(user_name(fake.place) == "ann");
  CHECK(fake.sent(0) == "POST /apis/authentication.k8s.io/v1/selfsubjectreviews");
}

}  // namespace
}  // namespace algo::run
