#include "kube/exec_plugin_wire.h"

#include "kube/kube_fakes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

const std::string kVersion = "client.authentication.k8s.io/v1";

std::string answer(const std::string& status) {
  return R"({"apiVersion":")" + kVersion + R"(","kind":"ExecCredential")" + status + "}";
}

std::string why_not(const std::string& text) {
  return test::refusal([&] { return read_exec_answer(text, kVersion).credential; });
}

TEST_CASE("read_exec_answer: a token, a pair, or both") {
  const test::TlsIdentity pair = test::make_pair();
  const std::string fields = R"("clientCertificateData":)" + dump_json(Json(pair.certificate_pem)) +
                             R"(,"clientKeyData":)" + dump_json(Json(pair.key_pem));
  const Credential token =
      read_exec_answer(answer(R"(,"status":{"token":"t"})"), kVersion).credential;
  CHECK(token.authorization == "Bearer t");
  CHECK(token.certificate_pem.empty());
  const Credential both =
      read_exec_answer(answer(R"(,"status":{"token":"t",)" + fields + "}"), kVersion).credential;
  CHECK(both.authorization == "Bearer t");
  CHECK(both.certificate_pem == pair.certificate_pem);
  CHECK(both.key_pem == pair.key_pem);
  const Credential only =
      read_exec_answer(answer(R"(,"status":{)" + fields + "}"), kVersion).credential;
  CHECK(only.authorization.empty());
  CHECK(only.key_pem == pair.key_pem);
}

TEST_CASE("read_exec_answer: refuses the rest, without a word of it") {
  const test::TlsIdentity pair = test::make_pair();
  const std::string mixed = R"(,"status":{"clientCertificateData":)" +
                            dump_json(Json(pair.certificate_pem)) + R"(,"clientKeyData":)" +
                            dump_json(Json(test::make_pair().key_pem)) + "}";
  struct Case {
    std::string text;
    std::string why;
  };
  for (const Case& test_case : std::vector<Case>{
           {"", "decoding stdout: the plugin did not print an ExecCredential in JSON"},
           {"secret", "decoding stdout: the plugin did not print"},
           {"[\"secret\"]", "decoding stdout: the plugin did not print"},
           {R"({"kind":"ExecCredential","status":{"token":"secret"}})",
            "exec plugin is configured to use API version " + kVersion +
                ", plugin returned version \"\""},
           {R"({"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential"})",
            "plugin returned version \"client.authentication.k8s.io/v1beta1\""},
           {R"({"apiVersion":")" + kVersion + R"(","status":{"token":"secret"}})",
            "decoding stdout: the kind is \"\""},
           {answer(""), "exec plugin didn't return a status field"},
           {answer(R"(,"status":null)"), "exec plugin didn't return a status field"},
           {answer(R"(,"status":{})"), "exec plugin didn't return a token or cert/key pair"},
           {answer(R"(,"status":{"token":["secret"]})"), "decoding stdout: token is no text"},
           {answer(R"(,"status":{"token":"secret\r\nX: y"})"), "the token of the exec plugin"},
           {answer(R"(,"status":{"clientCertificateData":"secret"})"),
            "exec plugin returned only certificate or key, not both"},
           {answer(R"(,"status":{"token":"t","clientKeyData":"secret"})"),
            "exec plugin returned only certificate or key, not both"},
           {answer(R"(,"status":{"clientCertificateData":"secret","clientKeyData":"secret"})"),
            "failed parsing client key/certificate: the certificate is no PEM certificate"},
           {answer(mixed), "the key does not belong to the certificate"},
           {answer(R"(,"status":{"token":"secret","expirationTimestamp":"tomorrow"})"),
            "expirationTimestamp is no RFC 3339 time"}}) {
    CAPTURE(test_case.text);
    const std::string why = why_not(test_case.text);
    CAPTURE(why);
    CHECK(test::contains(why, test_case.why));
    CHECK_FALSE(test::contains(why, "secret"));
  }
}

TEST_CASE("parse_rfc3339: offsets and fractions, and nothing that looks similar") {
  const auto seconds = [](const std::string& text) {
    const auto time = parse_rfc3339(text);
    return time ? std::chrono::duration_cast<std::chrono::seconds>(time->time_since_epoch()).count()
                : -1;
  };
  CHECK(seconds("1970-01-01T00:00:10Z") == 10);
  CHECK(seconds("2024-01-02T03:04:05Z") == 1704164645);
  CHECK(seconds("2024-01-02T03:04:05.999Z") == 1704164645);
  CHECK(seconds("2024-01-02T05:04:05+02:00") == 1704164645);
  CHECK(seconds("2024-01-01T21:34:05-05:30") == 1704164645);
  for (const std::string text : {"",
                                 "2024",
                                 "2024-01-02",
                                 "2024-01-02T03:04:05",
                                 "2024-13-02T03:04:05Z",
                                 "2024-02-30T03:04:05Z",
                                 "2024-01-02T24:04:05Z",
                                 "2024-01-02T03:04:05Zx",
                                 "2024-01-02T03:04:05.Z",
                                 "2024-1-02T03:04:05Z",
                                 "+024-01-02T03:04:05Z",
                                 "2024-01-02 03:04:05Z",
                                 "2024-01-02T03:04:05+2:00"}) {
    CAPTURE(text);
    CHECK(seconds(text) == -1);
  }
}

}  // namespace
}  // namespace algo::kube
