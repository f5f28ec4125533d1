#include "kube/status.h"

#include "base/text.h"
#include "kube/http_fields.h"
#include "kube/http_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxForeignText = 200;
constexpr std::size_t kMaxCauses = 64;

int number_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return 0;
  const auto number = found->get<std::int64_t>();
  return number >= 0 && number <= std::numeric_limits<int>::max() ? static_cast<int>(number) : 0;
}

void read_details(const Json& details, Status& status) {
  status.kind = text_at(details, "kind");
  status.name = text_at(details, "name");
  if (details.contains("retryAfterSeconds")) {
    status.retry_after_seconds = number_at(details, "retryAfterSeconds");
  }
  const auto causes = details.find("causes");
  if (causes == details.end() || !causes->is_array()) return;
  for (const Json& cause : *causes) {
    if (!cause.is_object() || status.causes.size() >= kMaxCauses) continue;
    status.causes.push_back({.field = text_at(cause, "field"),
                             .reason = text_at(cause, "reason"),
                             .message = text_at(cause, "message")});
  }
}

// meta/v1 types.go
std::string reason_of_code(int code) {
  struct Reason {
    int code;
    const char* reason;
  };
  constexpr std::array kRows{Reason{400, "BadRequest"},
                             Reason{401, "Unauthorized"},
                             Reason{403, "Forbidden"},
                             Reason{404, "NotFound"},
                             Reason{405, "MethodNotAllowed"},
                             Reason{406, "NotAcceptable"},
                             Reason{409, "Conflict"},
                             Reason{410, "Gone"},
                             Reason{413, "RequestEntityTooLarge"},
                             Reason{415, "UnsupportedMediaType"},
                             Reason{422, "Invalid"},
                             Reason{429, "TooManyRequests"},
                             Reason{500, "InternalError"},
                             Reason{503, "ServiceUnavailable"},
                             Reason{504, "Timeout"}};
  const auto* found = std::find_if(
      kRows.begin(), kRows.end(), [code](const Reason& row) { return row.code == code; });
  return found != kRows.end() ? found->reason : "";
}

// One line of a foreign body, without control characters.
std::string excerpt(std::string_view body) {
  std::string line;
  for (const char c : to_valid_utf8(body.substr(0, 4 * kMaxForeignText))) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (line.empty() || line.back() == ' ')) continue;
    line += space ? ' ' : c;
  }
  return shorten(printable(line), kMaxForeignText);
}

std::optional<Json> status_object(std::string_view body) {
  try {
    Json object = parse_json(body, "answer");
    if (object.is_object() && text_at(object, "kind") == "Status") return object;
    return std::nullopt;
  } catch (const Error&) {  // not the API server's
    return std::nullopt;
  }
}

}  // namespace

bool Status::version_too_large() const {
  return std::any_of(
             causes.begin(),
             causes.end(),
             [](const StatusCause& cause) { return cause.reason == "ResourceVersionTooLarge"; }) ||
         message.find("Too large resource version") != std::string::npos;
}

Status read_status(const Json& object) {
  Status status;
  if (!object.is_object()) return status;
  status.from_api = true;
  status.code = number_at(object, "code");
  status.reason = text_at(object, "reason");
  status.message = text_at(object, "message");
  const auto details = object.find("details");
  if (details != object.end() && details->is_object()) read_details(*details, status);
  return status;
}

Status status_of_answer(const Head& head, std::string_view body) {
  if (const auto object = status_object(body)) {
    Status status = read_status(*object);
    if (status.code == 0) status.code = head.status;
    return status;
  }
  Status status;
  status.code = head.status;
  status.reason = reason_of_code(head.status);
  const std::string type = media_type(head);
  status.message = "the answer " + std::to_string(head.status) + " is not the API server's" +
                   (type.empty() ? "" : " (" + shorten(printable(type), 40) + ")");
  if (const std::string text = excerpt(body); !text.empty()) status.message += ": " + text;
  return status;
}

}  // namespace algo::kube
