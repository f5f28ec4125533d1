#include "run/preflight.h"

#include "base/error.h"
#include "base/yaml_emit.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using test::FakePlace;
using test::stored_job;

void version(FakePlace& fake, const char* minor) {
  fake.answer(Json{{"major", "1"}, {"minor", minor}, {"gitVersion", std::string("v1.") + minor}});
}

// Answers the reviews: all allowed but those whose numbers are given.
void reviews(FakePlace& fake, const std::vector<std::size_t>& denied = {}) {
  for (std::size_t i = 0; i < needed_access().size(); ++i) {
    const bool allowed = std::find(denied.begin(), denied.end(), i) == denied.end();
    fake.answer(Json{{"status", {{"allowed", allowed}}}});
  }
}

struct Refusal {
  std::string what{};
  std::string why{};
  std::string next{};
};

Refusal refusal_of(FakePlace& fake) {
  try {
    preflight(fake.place, test::some_objects(), "kubectl algo");
    return {};
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kRefused);
    return {error.what(), error.why(), error.next()};
  }
}

TEST_CASE("preflight: asks for everything and creates nothing") {
  FakePlace fake;
  version(fake, "36");
  reviews(fake);
  fake.answer(stored_job());
  fake.answer(Json::object());
  CHECK(refusal_of(fake).what.empty());
  for (const kube::Request& request : fake.transport.requests()) {
    const bool writes = request.target.find("/jobs") != std::string::npos ||
                        request.target.find("/pods") != std::string::npos;
    CHECK(writes == (request.target.find("dryRun=All") != std::string::npos));
  }
}

TEST_CASE("preflight: a server without native sidecars is too old") {
  for (const auto& [minor, good] :
       {std::pair{"28", false}, {"28+", false}, {"29", true}, {"30+", true}}) {
    CAPTURE(minor);
    FakePlace fake;
    version(fake, minor);
    reviews(fake);
    fake.answer(stored_job());
    fake.answer(Json::object());
    CHECK(refusal_of(fake).what.empty() == good);
  }
}

TEST_CASE("preflight: all missing permissions in one message, with the cure") {
  FakePlace fake;
  version(fake, "36");
  reviews(fake, {0, 10});
  const Refusal refusal = refusal_of(fake);
  CHECK(refusal.what == "you may not run this in namespace \"demo\"");
  CHECK(refusal.why == "missing: create jobs.batch, get pods/log");
  CHECK(refusal.next.find("kubectl algo doctor --role -n demo | kubectl apply -f -") !=
        std::string::npos);
  CHECK(fake.transport.requests().size() == 12);
}

TEST_CASE("preflight: what admission says of the Job and of its pod") {
  struct Row {
    bool pod;
    const char* message;
  };
  for (const Row& row : {Row{false, "exceeded quota: jobs, requested: count/jobs.batch=1"},
                         Row{true, "violates PodSecurity \"restricted:latest\": x"},
                         Row{true, "exceeded quota: mem, requested: requests.memory=1Gi"},
                         Row{true, "maximum memory usage per Container is 64Mi"}}) {
    CAPTURE(row.message);
    FakePlace fake;
    version(fake, "36");
    reviews(fake);
    if (row.pod) fake.answer(stored_job());
    fake.refuse(403, "Forbidden", row.message);
    CHECK(refusal_of(fake).why.find(row.message) != std::string::npos);
  }
}

TEST_CASE("preflight: somebody who may create no pods learns of admission later") {
  FakePlace fake;
  version(fake, "36");
  reviews(fake);
  fake.answer(stored_job());
  fake.refuse(403, "Forbidden", "User \"u\" cannot create resource \"pods\" in API group \"\"");
  CHECK(refusal_of(fake).what.empty());
}

TEST_CASE("preflight: a namespace that was just made has no service account yet") {
  for (const auto& [name, good] : {std::pair{"default", true}, {"mine", false}}) {
    FakePlace fake;
    version(fake, "36");
    reviews(fake);
    fake.answer(stored_job());
    fake.refuse(403,
                "Forbidden",
                "pods \"p\" is forbidden: error looking up service account demo/" +
                    std::string(name) + ": serviceaccount \"" + name + "\" not found");
    CHECK(refusal_of(fake).what.empty() == good);
  }
}

TEST_CASE("role_with: a Role with the rights, and its binding") {
  const std::vector<Json> role = role_with(role_access(), "demo", "ann");
  REQUIRE(role.size() == 2);
  CHECK(dump_json(role[0].at("rules")) ==
        R"([{"apiGroups":[""],"resources":["configmaps"],"verbs":["create"]},)"
        R"({"apiGroups":[""],"resources":["events"],"verbs":["list","watch"]},)"
        R"({"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]},)"
        R"({"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]},)"
        R"({"apiGroups":["batch"],"resources":["jobs"],)"
        R"("verbs":["create","get","list","watch","patch","delete"]}])");
  CHECK(role[1].at("subjects").at(0).at("name") == "ann");
  CHECK(role[1].at("roleRef").at("name") == role[0].at("metadata").at("name"));
}

}  // namespace
}  // namespace algo::run
