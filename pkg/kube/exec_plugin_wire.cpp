#include "kube/exec_plugin_wire.h"

#include "base/error.h"
#include "base/json.h"
#include "kube/credentials_header.h"
#include "kube/credentials_pem.h"
#include "kube/kubeconfig_text.h"

#include <cstddef>

namespace algo::kube {

namespace {

constexpr std::string_view kGroup = "client.authentication.k8s.io/";

[[noreturn]] void refuse_answer(const std::string& problem) {
  throw Error(ErrorKind::kEnvironment, "getting credentials: " + problem);
}

Json parse_answer(const std::string& text) {
  const std::string problem = "decoding stdout: the plugin did not print an ExecCredential in JSON";
  Json answer;
  try {
    answer = parse_json(text, "stdout", {.max_bytes = std::size_t{1} << 20U, .max_depth = 32});
  } catch (const Error&) {
    refuse_answer(problem);  // the parser's message may show a part of the text
  }
  if (!answer.is_object()) refuse_answer(problem);
  return answer;
}

// A missing or null field is "".
std::string answer_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return "";
  if (!found->is_string()) refuse_answer(std::string("decoding stdout: ") + key + " is no text");
  return found->get<std::string>();
}

void check_version(const Json& answer, const std::string& api_version) {
  const std::string version = answer_text(answer, "apiVersion");
  if (version != api_version) {
    refuse_answer("exec plugin is configured to use API version " + api_version +
                  ", plugin returned version " + in_quotes(version));
  }
  const std::string kind = answer_text(answer, "kind");
  if (kind != "ExecCredential") refuse_answer("decoding stdout: the kind is " + in_quotes(kind));
}

// Takes `digits` digits off the front of the text.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  int number = 0;
  if (text.size() < digits) return std::nullopt;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view letters) {
  if (text.empty() || letters.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::chrono::sys_days> take_date(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || !take(text, "Tt")) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

// "03:04" as minutes.
std::optional<std::chrono::minutes> take_hours(std::string_view& text) {
  const auto hours = take_number(text, 2);
  if (!hours || !take(text, ":")) return std::nullopt;
  const auto minutes = take_number(text, 2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return std::chrono::minutes(0);
  const bool west = text.starts_with('-');
  if (!take(text, "+-")) return std::nullopt;
  const auto offset = take_hours(text);
  if (!offset) return std::nullopt;
  return west ? -*offset : *offset;
}

}  // namespace

bool is_exec_version(std::string_view api_version) {
  return api_version.starts_with(kGroup) && (api_version.substr(kGroup.size()) == "v1" ||
                                             api_version.substr(kGroup.size()) == "v1beta1");
}

std::string exec_question(const std::string& api_version,
                          bool interactive,
                          const std::optional<Json>& cluster) {
  Json spec = Json::object();
  if (cluster) spec["cluster"] = *cluster;
  spec["interactive"] = interactive;
  return dump_json(Json{{"kind", "ExecCredential"}, {"apiVersion", api_version}, {"spec", spec}});
}

ExecAnswer read_exec_answer(const std::string& text, const std::string& api_version) {
  const Json answer = parse_answer(text);
  check_version(answer, api_version);
  const auto status = answer.find("status");
  if (status == answer.end() || !status->is_object()) {
    refuse_answer("exec plugin didn't return a status field");
  }
  const std::string token = answer_text(*status, "token");
  ExecAnswer result;
  result.credential.certificate_pem = answer_text(*status, "clientCertificateData");
  result.credential.key_pem = answer_text(*status, "clientKeyData");
  const Credential& pair = result.credential;
  if (token.empty() && pair.certificate_pem.empty() && pair.key_pem.empty()) {
    refuse_answer("exec plugin didn't return a token or cert/key pair");
  }
  if (pair.certificate_pem.empty() != pair.key_pem.empty()) {
    refuse_answer("exec plugin returned only certificate or key, not both");
  }
  if (!pair.key_pem.empty()) {
    const char* problem = key_pair_problem(pair.certificate_pem, pair.key_pem);
    if (problem != nullptr)
      refuse_answer(std::string("failed parsing client key/certificate: ") + problem);
  }
  if (!token.empty()) result.credential.authorization = bearer_header(token, "the exec plugin");
  const std::string expires = answer_text(*status, "expirationTimestamp");
  if (!expires.empty()) {
    result.expires = parse_rfc3339(expires);
    if (!result.expires) refuse_answer("decoding stdout: expirationTimestamp is no RFC 3339 time");
  }
  return result;
}

std::optional<std::chrono::system_clock::time_point> parse_rfc3339(std::string_view text) {
  const auto date = take_date(text);
  if (!date) return std::nullopt;
  const auto hours = take_hours(text);
  if (!hours || !take(text, ":")) return std::nullopt;
  const auto seconds = take_number(text, 2);
  if (!seconds || *seconds > 60) return std::nullopt;
  if (take(text, ".,")) {
    // Fractions only bring the end nearer than a second: left out.
    if (!take(text, "0123456789")) return std::nullopt;
    while (take(text, "0123456789")) {
    }
  }
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return *date + *hours + std::chrono::seconds(*seconds) - *offset;
}

}  // namespace algo::kube
