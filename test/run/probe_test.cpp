#include "run/probe.h"

#include "run/run_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace algo::run {
namespace {

using std::chrono::seconds;

const Json& pod_of(const Objects& objects) {
  return objects.job.at("spec").at("template").at("spec");
}

std::set<std::string> names_of(const Json& list) {
  std::set<std::string> names;
  for (const Json& one : list) names.insert(one.at("name").get<std::string>());
  return names;
}

TEST_CASE("as_probe: the pod of a run with its protections, without build, sources and cases") {
  const Objects run = test::some_objects();
  const Objects probe = as_probe(run);
  const Json& pod = pod_of(probe);
  CHECK(names_of(pod.at("initContainers")) == std::set<std::string>{"sandbox"});
  CHECK(names_of(pod.at("containers")) == std::set<std::string>{"judge"});
  CHECK(names_of(pod.at("volumes")) ==
        std::set<std::string>{"runner", "build-output", "sandbox-socket"});
  REQUIRE(probe.config_maps.size() == 1);
  CHECK(probe.config_maps[0].at("metadata").at("name") == "small-k7m2q9x4zz-runner");
  const Json& judge = pod.at("containers").at(0);
  const Json& before = pod_of(run).at("containers").at(0);
  CHECK(judge.at("securityContext") == before.at("securityContext"));
  CHECK(judge.at("resources") == before.at("resources"));
  CHECK(pod.at("securityContext") == pod_of(run).at("securityContext"));
  CHECK(pod.at("initContainers").at(0).at("command") ==
        pod_of(run).at("initContainers").at(1).at("command"));
  CHECK(judge.at("command").at(1) == "probe");
  CHECK(probe.job.at("spec").at("suspend") == true);
}

Json good_facts() {
  return {{"kernel", "Linux 6.18.5"},
          {"landlock", 7},
          {"seccomp", "2"},
          {"noNewPrivileges", true},
          {"capabilities", "0000000000000000"},
          {"userNamespaces", "refused: Operation not permitted"},
          {"cgroup", 2},
          {"oomGroup", "1"},
          {"pidsMax", "512"},
          {"readOnlyRoot", true},
          {"network", "closed: no answer"},
          {"time", 1704164646000},
          {"protections", {{"seccomp", "on: acts are named"}, {"kill", "on"}, {"landlock", "on"}}}};
}

std::vector<Observation> findings(const Json& facts) {
  const std::chrono::system_clock::time_point begin{seconds(1704164645)};
  return probe_findings(facts, "node-3", {begin, begin + seconds(2)});
}

Observation finding(const Json& facts, const std::string& subject) {
  const std::vector<Observation> all = findings(facts);
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Observation& one) { return one.subject == subject; });
  REQUIRE(found != all.end());
  return *found;
}

TEST_CASE("probe_findings: a node on which everything holds") {
  for (const Observation& one : findings(good_facts())) {
    CAPTURE(one.subject);
    CAPTURE(one.text);
    CHECK(one.finding == Finding::kGood);
  }
}

TEST_CASE("probe_findings: which node it was, since others may differ") {
  CHECK(finding(good_facts(), "probed").text == "node-3: Linux 6.18.5");
}

TEST_CASE("probe_findings: what does not hold, how bad that is, and what to do") {
  struct Row {
    const char* field;
    Json value;
    const char* subject;
    Finding finding;
    const char* words;
  };
  const std::vector<Row> rows{
      {"landlock", 0, "landlock", Finding::kNote, "lsm="},
      {"seccomp", "0", "seccomp", Finding::kNote, "RuntimeDefault"},
      {"noNewPrivileges", false, "privileges", Finding::kBad, "no_new_privs off"},
      {"capabilities", "00000000a80425fb", "privileges", Finding::kBad, "a80425fb"},
      {"userNamespaces", "allowed", "namespaces", Finding::kNote, "may make user namespaces"},
      {"oomGroup", "0", "memory", Finding::kGood, "largest process"},
      {"cgroup", 1, "memory", Finding::kGood, "cgroup v1"},
      {"pidsMax", "max", "processes", Finding::kNote, "podPidsLimit"},
      {"readOnlyRoot", false, "root", Finding::kNote, "can be written"},
      {"network", "open", "network", Finding::kNote, "NetworkPolicy"},
      {"time", 1704164650000, "clock", Finding::kGood, "3 s ahead"},
      {"time", 1704164600000, "clock", Finding::kNote, "45 s behind"},
      {"protections", Json::object(), "sandbox", Finding::kBad, "nothing"},
      {"protections", {{"kill", "off: no"}}, "sandbox", Finding::kBad, "kill off: no"},
      {"protections", {{"seccomp", "off: EINVAL"}}, "seccomp", Finding::kBad, "EINVAL"}};
  for (const Row& row : rows) {
    Json facts = good_facts();
    facts[row.field] = row.value;
    const Observation one = finding(facts, row.subject);
    CAPTURE(row.subject);
    CAPTURE(one.text);
    CHECK(one.finding == row.finding);
    CHECK(one.text.find(row.words) != std::string::npos);
  }
}

TEST_CASE("probe_findings: an answer of any shape is harmless") {
  for (const Json& facts : {Json(), Json::array(), Json::object(), Json("x")}) {
    CHECK(findings(facts).size() == findings(good_facts()).size());
  }
  Json odd = good_facts();
  for (auto& [name, value] : odd.items()) value = Json::array({"\x1b[2J", 1});
  for (const Observation& one : findings(odd)) CHECK(one.text.find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace algo::run
