#include "kube/client_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace algo::kube {
namespace {

TEST_CASE("Resource: paths of both API forms") {
  CHECK(kPods.path("n") == "/api/v1/namespaces/n/pods");
  CHECK(kPods.path("") == "/api/v1/pods");
  CHECK(kJobs.path("n", "x") == "/apis/batch/v1/namespaces/n/jobs/x");
  CHECK(kNamespaces.path("", "n") == "/api/v1/namespaces/n");
  CHECK(kJobs.path("a/b", "../x") == "/apis/batch/v1/namespaces/a%2Fb/jobs/..%2Fx");
  CHECK(kJobs.group() == "batch");
  CHECK(kPods.group().empty());
}

TEST_CASE("Client: creates strictly, and says who writes") {
  ClientWorld world;
  world.transport.expect(test::reply(201, R"({"metadata":{"name":"x","uid":"u"}})"));
  const Json object{{"metadata", Json{{"name", "x"}}}};
  CHECK(world.client.create(kJobs, "n", object).object()["metadata"]["uid"] == "u");
  CHECK(world.sent(0) ==
        "POST /apis/batch/v1/namespaces/n/jobs?fieldManager=tester&fieldValidation=Strict");
  CHECK(world.sent_body(0) == object);
  const std::vector<Header> headers = world.transport.last().headers;
  CHECK(std::find(headers.begin(), headers.end(), Header{"Content-Type", "application/json"}) !=
        headers.end());
}

TEST_CASE("Client: a dry run asks for one in every write") {
  ClientWorld world;
  for (int i = 0; i < 3; ++i) world.transport.expect(test::reply(200, "{}"));
  (void)world.client.create(kPods, "n", Json::object(), true);
  (void)world.client.patch(kPods, "n", "x", Json::object(), true);
  (void)world.client.remove(kPods, "n", "x", "", true);
  CHECK(world.sent(0).find("&dryRun=All") != std::string::npos);
  CHECK(world.sent(1).find("&dryRun=All") != std::string::npos);
  CHECK(world.sent_body(2)["dryRun"] == Json::array({"All"}));
}

TEST_CASE("Client: a dry run of a write is repeated after a lost connection") {
  ClientWorld world;
  world.transport.expect(test::failing(Failure::kReset));
  world.transport.expect(test::reply(201, "{}"));
  CHECK(world.client.create(kPods, "n", Json::object(), true).ok());
}

TEST_CASE("Client: patches by merge patch, again after a lost connection") {
  ClientWorld world;
  world.transport.expect(test::failing(Failure::kReset));
  world.transport.expect(test::reply(200, "{}"));
  const Json changes{{"spec", Json{{"suspend", false}}}};
  CHECK(world.client.patch(kJobs, "n", "x", changes).ok());
  CHECK(world.sent(1) ==
        "PATCH /apis/batch/v1/namespaces/n/jobs/x?fieldManager=tester&fieldValidation=Strict");
  CHECK(world.sent_body(1) == changes);
  bool merge = false;
  for (const Header& header : world.transport.last().headers) {
    merge = merge || header == Header{"Content-Type", "application/merge-patch+json"};
    CHECK(header.value != "application/json; charset=utf-8");
  }
  CHECK(merge);
}

TEST_CASE("Client: deletes in the background always, a Job's pods with it") {
  ClientWorld world;
  world.transport.expect(test::reply(200, R"({"kind":"Status","status":"Success"})"));
  CHECK(world.client.remove(kJobs, "n", "x").ok());
  CHECK(world.sent(0) == "DELETE /apis/batch/v1/namespaces/n/jobs/x");
  CHECK(world.sent_body(0)["propagationPolicy"] == "Background");
  CHECK_FALSE(world.sent_body(0).contains("preconditions"));
}

TEST_CASE("Client: deletes the object of one uid only; what is gone is deleted") {
  ClientWorld world;
  world.transport.expect(test::reply(404, refusal_text(404, "NotFound", "no x")));
  CHECK(world.client.remove(kJobs, "n", "x", "uid-1").ok());
  CHECK(world.sent_body(0)["preconditions"]["uid"] == "uid-1");

  world.transport.expect(test::reply(409, refusal_text(409, "Conflict", "another uid")));
  CHECK(world.client.remove(kJobs, "n", "x", "uid-1").is("Conflict"));

  // A proxy that does not know the path says nothing about the object.
  world.transport.expect(
      test::reply(404, "<html>", {{.name = "content-type", .value = "text/html"}}));
  CHECK_FALSE(world.client.remove(kJobs, "n", "x").ok());
}

TEST_CASE("Client: a refusal is data, and an Error as soon as the object is wanted") {
  ClientWorld world;
  world.transport.expect(test::reply(404, refusal_text(404, "NotFound", "jobs \"x\" not found")));
  const Reply reply = world.client.get(kJobs, "n", "x");
  CHECK_FALSE(reply.ok());
  CHECK(reply.is("NotFound"));
  try {
    (void)reply.object();
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kRefused);
    CHECK(std::string(error.what()) == "cannot get jobs/x");
    CHECK(error.why() == "Error from server (NotFound): jobs \"x\" not found");
  }
}

TEST_CASE("Client: a login page with status 200 is no object") {
  ClientWorld world;
  world.transport.expect(
      test::reply(200, "<html>Log in", {{.name = "content-type", .value = "text/html"}}));
  const Reply reply = world.client.get(kJobs, "n", "x");
  CHECK_FALSE(reply.ok());
  CHECK(reply.status().message.find("(text/html): <html>Log in") != std::string::npos);
}

TEST_CASE("Client: JSON that is no object is refused") {
  for (const char* body : {"[]", "null", "1", "", "{\"a\":1,\"a\":2}", "{\"a\""}) {
    CAPTURE(std::string(body));
    ClientWorld world;
    world.transport.expect(test::reply(200, body));
    CHECK_FALSE(world.client.get(kJobs, "n", "x").ok());
  }
}

TEST_CASE("Client: warnings are told once, code 299 only") {
  ClientWorld world;
  for (int i = 0; i < 2; ++i) {
    world.transport.expect(test::reply(
        200,
        "{}",
        {{.name = "warning", .value = R"(299 - "would violate PodSecurity", 199 - "x")"},
         {.name = "warning", .value = "299 - \"beep \x07\""}}));
    (void)world.client.get(kJobs, "n", "x");
  }
  CHECK(world.warnings == std::vector<std::string>{"would violate PodSecurity", "beep \\x07"});
}

TEST_CASE("Client: asks whether it may") {
  ClientWorld world;
  world.transport.expect(test::reply(201, R"({"status":{"allowed":true}})"));
  CHECK(world.client.allowed({.verb = "get",
                              .group = "",
                              .resource = "pods",
                              .subresource = "log",
                              .namespace_name = "n",
                              .name = ""}));
  CHECK(world.sent(0) == "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
  const Json attributes = world.sent_body(0)["spec"]["resourceAttributes"];
  CHECK(attributes == Json{{"verb", "get"},
                           {"group", ""},
                           {"resource", "pods"},
                           {"subresource", "log"},
                           {"namespace", "n"}});
  for (const char* body :
       {R"({"status":{"allowed":false}})", "{}", R"({"status":{"allowed":1}})"}) {
    world.transport.expect(test::reply(201, body));
    CHECK_FALSE(world.client.allowed({.verb = "create", .group = "batch", .resource = "jobs"}));
  }
}

TEST_CASE("Client: reads the server's version, also a vendor's") {
  ClientWorld world;
  world.transport.expect(
      test::reply(200, R"({"major":"1","minor":"30+","gitVersion":"v1.30.4-eks-1"})"));
  const ServerVersion version = world.client.version();
  CHECK(version.major == 1);
  CHECK(version.minor == 30);
  CHECK(version.text == "v1.30.4-eks-1");
  world.transport.expect(test::reply(200, "{}"));
  CHECK(world.client.version().minor == 0);
}

}  // namespace
}  // namespace algo::kube
