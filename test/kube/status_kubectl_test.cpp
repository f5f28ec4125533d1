// What kubectl 1.32 printed for these answers of a fake API server (`kubectl get pod`, `create`).
#include "kube/status.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

std::string shown(int code, const std::string& body) {
  return status_text(status_of_answer(
      {.status = code, .headers = {{.name = "content-type", .value = "application/json"}}}, body));
}

// A Status as the API server writes it; `rest` holds more of its fields.
std::string status(int code,
                   const std::string& reason,
                   const std::string& message,
                   const std::string& rest = "{}") {
  Json object{{"kind", "Status"}, {"apiVersion", "v1"}, {"status", "Failure"}, {"code", code}};
  if (!reason.empty()) object["reason"] = reason;
  if (!message.empty()) object["message"] = message;
  object.update(parse_json(rest, "rest"));
  return dump_json(object);
}

TEST_CASE("status_text: the words of kubectl, answer by answer") {
  struct Row {
    int code;
    std::string body;
    std::string words;
  };
  const std::string job = R"({"details":{"kind":"Job","group":"batch","name":"x")";
  for (
      const Row& row : std::vector<Row>{
          {404,
           status(404, "NotFound", R"(pods "x" not found)"),
           R"(Error from server (NotFound): pods "x" not found)"},
          {409,
           status(409, "AlreadyExists", R"(jobs.batch "x" already exists)"),
           R"(Error from server (AlreadyExists): jobs.batch "x" already exists)"},
          {401,
           status(401, "Unauthorized", "Unauthorized"),
           "error: You must be logged in to the server (Unauthorized)"},
          {403,
           status(403, "Forbidden", R"(pods "x" is forbidden: User "u" cannot get resource)"),
           R"(Error from server (Forbidden): pods "x" is forbidden: User "u" cannot get resource)"},
          {422,
           status(422, "Invalid", "all", job + R"(,"causes":[{"message":"no","field":"a"}]}})"),
           R"(The Job "x" is invalid: a: no)"},
          {422, status(422, "Invalid", "some words"), "The request is invalid: some words"},
          {422,
           status(422, "Invalid", "some words", R"({"details":{}})"),
           "The request is invalid: some words"},
          {400,
           status(400, "BadRequest", R"(strict decoding error: unknown field "spec.foo")"),
           R"(Error from server (BadRequest): strict decoding error: unknown field "spec.foo")"},
          {500,
           status(500, "InternalError", "Internal error occurred: etcdserver: no leader"),
           "Error from server (InternalError): Internal error occurred: etcdserver: no leader"},
          {429,
           status(429, "TooManyRequests", "the server has received too many requests"),
           "Error from server (TooManyRequests): the server has received too many requests"},
          {503,
           status(503, "ServiceUnavailable", "apiserver is shutting down"),
           "Error from server (ServiceUnavailable): apiserver is shutting down"},
          {410,
           status(410, "Expired", "The provided continue parameter is too old"),
           "Error from server (Expired): The provided continue parameter is too old"},
          {413,
           status(413, "RequestEntityTooLarge", "limit is 3145728"),
           "Error from server (RequestEntityTooLarge): limit is 3145728"},
          {418, status(418, "", "short and stout"), "Error from server: short and stout"},
          {404, status(404, "NotFound", ""), "Error from server (NotFound): "}}) {
    CAPTURE(row.body);
    CHECK(shown(row.code, row.body) == row.words);
  }
}

TEST_CASE("status_text: more than kubectl where that hides the server's words") {
  const std::string details = R"({"details":{"kind":"Job","name":"x"}})";
  // kubectl: The Job "x" is invalid
  CHECK(shown(422, status(422, "Invalid", "some words", details)) ==
        R"(The Job "x" is invalid: some words)");
  // kubectl: the server has asked for the client to provide credentials
  CHECK(shown(401, "<html>Log in") ==
        "error: You must be logged in to the server (the answer 401 is not the API server's "
        "(application/json): <html>Log in)");
}

TEST_CASE("status_text: a foreign text's signs are made harmless, its letters stay") {
  CHECK(shown(404, status(404, "NotFound", "größer \xe6\xbc\xa2 \xf0\x9f\x98\x80")) ==
        "Error from server (NotFound): größer \xe6\xbc\xa2 \xf0\x9f\x98\x80");
  for (const std::string sign : {"\\u001b[2J", "\\u009b2J", "\\u202e", "\\u0007", "\\u0000"}) {
    CAPTURE(sign);
    const std::string body =
        R"({"kind":"Status","reason":"NotFound","message":"a)" + sign + R"("})";
    const std::string text = shown(404, body);
    CHECK(text.starts_with("Error from server (NotFound): a\\"));
    CHECK(text.find('\x1b') == std::string::npos);
  }
  const std::string causes = R"({"details":{"causes":[{"field":"\u001b[1m","message":"\u0008"}]}})";
  CHECK(shown(422, status(422, "Invalid", "", causes)) ==
        R"(The request is invalid: \x1b[1m: \x08)");
}

}  // namespace
}  // namespace algo::kube
