#include "kube/status.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

Head head_of(int status, const std::string& type) {
  return {.status = status, .headers = {{.name = "content-type", .value = type}}};
}

Status api(int code, const std::string& reason, const std::string& message) {
  Status status;
  status.code = code;
  status.reason = reason;
  status.message = message;
  status.from_api = true;
  return status;
}

TEST_CASE("status_of_answer: reads what the API server says") {
  const Status status = status_of_answer(head_of(409, "application/json"), R"({
    "kind": "Status", "apiVersion": "v1", "status": "Failure", "code": 409,
    "reason": "AlreadyExists", "message": "jobs.batch \"x\" already exists",
    "details": {"name": "x", "kind": "jobs", "retryAfterSeconds": 3}})");
  CHECK(status.from_api);
  CHECK(status.code == 409);
  CHECK(status.reason == "AlreadyExists");
  CHECK(status.kind == "jobs");
  CHECK(status.name == "x");
  CHECK(status.retry_after_seconds == 3);
  CHECK(status_text(status) ==
        R"(Error from server (AlreadyExists): jobs.batch "x" already exists)");
}

TEST_CASE("status_of_answer: a proxy's HTML is known by its code and cut to a line") {
  const std::string html = "<html>\n<body>\x1b[31m Bad\tGateway" + std::string(100'000, 'x');
  const Status status = status_of_answer(head_of(502, "text/html; charset=x"), html);
  CHECK_FALSE(status.from_api);
  CHECK(status.code == 502);
  CHECK(status.message.rfind("the answer 502 is not the API server's (text/html): <html> <body>",
                             0) == 0);
  CHECK(status.message.size() < 400);
  CHECK(status.message.find('\x1b') == std::string::npos);
  const Error error = status_error(status, "list pods");
  CHECK(error.kind() == ErrorKind::kLost);
  CHECK(error.next().find("proxy") != std::string::npos);
}

TEST_CASE("status_of_answer: every code has the reason that the API gives it") {
  struct Row {
    int code;
    const char* reason;
  };
  for (const Row& row : {Row{400, "BadRequest"},
                         Row{401, "Unauthorized"},
                         Row{403, "Forbidden"},
                         Row{404, "NotFound"},
                         Row{405, "MethodNotAllowed"},
                         Row{409, "Conflict"},
                         Row{410, "Gone"},
                         Row{413, "RequestEntityTooLarge"},
                         Row{422, "Invalid"},
                         Row{429, "TooManyRequests"},
                         Row{500, "InternalError"},
                         Row{503, "ServiceUnavailable"},
                         Row{504, "Timeout"},
                         Row{418, ""}}) {
    CAPTURE(row.code);
    CHECK(status_of_answer({.status = row.code, .headers = {}}, "").reason == row.reason);
  }
}

TEST_CASE("read_status: fields of a wrong type are as if not given") {
  const Status status = read_status(parse_json(
      R"({"code":"x","reason":1,"message":[],"details":{"causes":{"a":1},"retryAfterSeconds":-4}})",
      "test"));
  CHECK(status.code == 0);
  CHECK(status.reason.empty());
  CHECK(status.causes.empty());
  CHECK(status.retry_after_seconds == 0);
  CHECK_FALSE(read_status(Json::array()).from_api);
}

TEST_CASE("status_text: an invalid object shows every cause, each once") {
  Status status = api(422, "Invalid", "Job.batch \"x\" is invalid: [...]");
  status.kind = "Job";
  status.name = "x";
  status.causes = {{.field = "spec.a", .reason = "", .message = "Required value"}};
  CHECK(status_text(status) == R"(The Job "x" is invalid: spec.a: Required value)");
  status.causes.push_back({.field = "spec.b", .reason = "", .message = "too long"});
  status.causes.push_back({.field = "spec.b", .reason = "", .message = "too long"});
  status.causes.push_back({.field = "", .reason = "", .message = "no field"});
  CHECK(status_text(status) ==
        "The Job \"x\" is invalid:\n* spec.a: Required value\n* spec.b: too long\n* no field");
  status.causes.clear();
  CHECK(status_text(status) == "The Job \"x\" is invalid: Job.batch \"x\" is invalid: [...]");
}

TEST_CASE("status_text: the server's words cannot move the cursor") {
  CHECK(status_text(api(404, "NotFound", "a\x1b[2Jb")).find('\x1b') == std::string::npos);
}

TEST_CASE("denial_of: tells the guards behind Forbidden apart") {
  struct Row {
    const char* message;
    Denial denial;
    const char* hint;
  };
  for (const Row& row : {
           Row{R"(jobs.batch is forbidden: User "u" cannot create resource "jobs" in API group )"
               R"("batch" in the namespace "n")",
               Denial::kRbac,
               "administrator"},
           Row{R"(pods "x" is forbidden: exceeded quota: q, requested: pods=1, used: pods=5, )"
               R"(limited: pods=5)",
               Denial::kQuota,
               "quota"},
           Row{R"(pods "x" is forbidden: failed quota: q: must specify limits.cpu)",
               Denial::kQuota,
               "quota"},
           Row{R"(pods "x" is forbidden: violates PodSecurity "restricted:latest": privileged)",
               Denial::kPodSecurity,
               "Pod Security"},
           Row{R"(pods "x" is forbidden: maximum memory usage per Container is 1Gi, but limit is )"
               R"(2Gi)",
               Denial::kLimitRange,
               "limitrange"},
           Row{R"(pods "x" is forbidden: cpu max limit to request ratio per Pod is 2)",
               Denial::kLimitRange,
               "limitrange"},
           Row{R"(pods "x" is forbidden: error looking up service account n/x)",
               Denial::kOther,
               ""},
       }) {
    CAPTURE(std::string(row.message));
    const Status status = api(403, "Forbidden", row.message);
    CHECK(denial_of(status) == row.denial);
    const Error error = status_error(status, "create jobs/x");
    CHECK(error.kind() == ErrorKind::kRefused);
    CHECK(error.why().find(row.message) != std::string::npos);
    CHECK(error.next().find(row.hint) != std::string::npos);
  }
  CHECK(denial_of(api(404, "NotFound", "exceeded quota")) == Denial::kNone);
}

TEST_CASE("status_error: what passes is lost, what stays is refused") {
  struct Row {
    int code;
    ErrorKind kind;
  };
  for (const Row& row : {Row{401, ErrorKind::kRefused},
                         Row{404, ErrorKind::kRefused},
                         Row{422, ErrorKind::kRefused},
                         Row{429, ErrorKind::kLost},
                         Row{500, ErrorKind::kLost},
                         Row{503, ErrorKind::kLost}}) {
    CAPTURE(row.code);
    CHECK(status_error(api(row.code, "X", "y"), "do it").kind() == row.kind);
  }
}

TEST_CASE("Status: 410 is known by code and by reason, a too large version by cause and text") {
  CHECK(api(410, "", "").gone());
  CHECK(api(0, "Expired", "").gone());
  CHECK_FALSE(api(404, "NotFound", "").gone());
  Status status = api(504, "Timeout", "Timeout: Too large resource version: 9, current: 4");
  CHECK(status.version_too_large());
  status.message = "";
  CHECK_FALSE(status.version_too_large());
  status.causes = {{.field = "", .reason = "ResourceVersionTooLarge", .message = ""}};
  CHECK(status.version_too_large());
}

}  // namespace
}  // namespace algo::kube
