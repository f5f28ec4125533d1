#include "run/submit.h"

#include "base/error.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

using test::FakePlace;
using test::stored_job;

constexpr const char* kJob = "/apis/batch/v1/namespaces/demo/jobs";
constexpr const char* kMaps = "/api/v1/namespaces/demo/configmaps";

TEST_CASE("submit: the suspended Job, its ConfigMaps as its own, and off it goes") {
  FakePlace fake;
  fake.answer(stored_job("u1", "10"));
  for (int i = 0; i < 3; ++i) fake.answer(Json::object());
  fake.answer(stored_job("u1", "20"));
  const Json job = submit(fake.place, test::some_objects());
  CHECK(job.at("metadata").at("resourceVersion") == "20");
  CHECK(fake.sent(0) == std::string("POST ") + kJob);
  CHECK(fake.sent_body(0).at("spec").at("suspend") == true);
  for (std::size_t i = 1; i <= 3; ++i) {
    CHECK(fake.sent(i) == std::string("POST ") + kMaps);
    CHECK(fake.sent_body(i).at("metadata").at("ownerReferences").at(0).at("uid") == "u1");
  }
  CHECK(fake.sent(4) == std::string("PATCH ") + kJob + "/small-k7m2q9x4zz");
  CHECK(dump_json(fake.sent_body(4)) == R"({"spec":{"suspend":false}})");
  CHECK(fake.transport.requests().size() == 5);
}

TEST_CASE("submit: a queue lets the Job go itself") {
  FakePlace fake;
  Options options;
  options.queue = "team";
  fake.answer(stored_job("u1", "10"));
  for (int i = 0; i < 3; ++i) fake.answer(Json::object());
  const Json job = submit(fake.place, test::some_objects(options));
  CHECK(job.at("metadata").at("resourceVersion") == "10");
  CHECK(fake.transport.requests().size() == 4);
}

TEST_CASE("submit: takes back what it began, whatever stops it") {
  struct Row {
    std::size_t good;  // answers before the trouble
    int requests;      // in all
  };
  for (const Row& row : {Row{1, 3}, Row{2, 4}, Row{3, 5}, Row{4, 6}}) {
    CAPTURE(row.good);
    FakePlace fake;
    fake.answer(stored_job("u1"));
    for (std::size_t i = 1; i < row.good; ++i) fake.answer(Json::object());
    fake.refuse(403, "Forbidden", "exceeded quota: q");
    fake.answer(Json{{"kind", "Status"}, {"status", "Success"}});
    CHECK_THROWS_AS(static_cast<void>(submit(fake.place, test::some_objects())), Error);
    CHECK(fake.transport.requests().size() == static_cast<std::size_t>(row.requests));
    const std::size_t last = fake.transport.requests().size() - 1;
    CHECK(fake.sent(last) == std::string("DELETE ") + kJob + "/small-k7m2q9x4zz");
    CHECK(fake.sent_body(last).at("preconditions").at("uid") == "u1");
    CHECK(fake.sent_body(last).at("propagationPolicy") == "Background");
    CHECK(fake.went_on == 1);
  }
}

TEST_CASE("submit: who stops while the Job is being created leaves none behind") {
  FakePlace fake;
  fake.transport.expect(test::interrupting());
  SUBCASE("it is there") {
    fake.answer(Json{{"kind", "Status"}, {"status", "Success"}});
  }
  SUBCASE("it is not") {
    fake.refuse(404, "NotFound", "not there");
  }
  CHECK_THROWS_AS(static_cast<void>(submit(fake.place, test::some_objects())), Error);
  CHECK(fake.went_on == 1);
  REQUIRE(fake.transport.requests().size() == 2);
  CHECK(fake.sent(1) == std::string("DELETE ") + kJob + "/small-k7m2q9x4zz");
}

TEST_CASE("submit: who stops while the Job is being created hears that it may be there") {
  FakePlace fake;
  fake.transport.expect(test::interrupting());
  fake.refuse(403, "Forbidden", "may not delete");
  try {
    static_cast<void>(submit(fake.place, test::some_objects()));
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.next() ==
          "its Job may stay behind, suspended: kubectl delete job small-k7m2q9x4zz -n demo");
  }
}

TEST_CASE("submit: a pod that lost its protections never starts") {
  FakePlace fake;
  Json weak = stored_job("u1");
  weak.at("/spec/template/spec/initContainers/1"_json_pointer).erase("restartPolicy");
  fake.answer(weak);
  fake.answer(Json{{"kind", "Status"}});
  CHECK_THROWS_AS(static_cast<void>(submit(fake.place, test::some_objects())), Error);
  CHECK(fake.transport.requests().size() == 2);
  CHECK(fake.sent(1).starts_with("DELETE"));
}

TEST_CASE("submit: trouble while taking back does not hide the first one, and says what stays") {
  FakePlace fake;
  fake.answer(stored_job("u1"));
  fake.refuse(403, "Forbidden", "exceeded quota: q");
  fake.refuse(403, "Forbidden", "may not delete");
  try {
    static_cast<void>(submit(fake.place, test::some_objects()));
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.why().find("exceeded quota") != std::string::npos);
    CHECK(error.next().ends_with("kubectl delete job small-k7m2q9x4zz -n demo"));
  }
}

TEST_CASE("remove_run: says whether there was one") {
  FakePlace fake;
  fake.answer(Json{{"kind", "Status"}, {"status", "Success"}});
  CHECK(remove_run(fake.place, "x", "u1"));
  fake.refuse(404, "NotFound", "not there");
  CHECK_FALSE(remove_run(fake.place, "x", ""));
  CHECK_FALSE(fake.sent_body(1).contains("preconditions"));
}

}  // namespace
}  // namespace algo::run
