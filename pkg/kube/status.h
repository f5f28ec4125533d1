#pragma once

#include "base/error.h"
#include "base/json.h"
#include "kube/transport.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::kube {

struct StatusCause {
  std::string field{};
  std::string reason{};
  std::string message{};
};

// What the server says about a request that it did not fulfil (meta/v1 Status).
struct Status {
  int code = 0;
  std::string reason{};   // "NotFound", "AlreadyExists", …: decide by this, not by the text
  std::string message{};  // the server's own words
  std::string kind{};     // of the object in question, as the server names it
  std::string name{};
  std::vector<StatusCause> causes{};
  std::optional<int> retry_after_seconds{};
  bool from_api = false;  // false: made up here, the answer was no Status

  // 410 in either form.
  [[nodiscard]] bool gone() const { return code == 410 || reason == "Expired" || reason == "Gone"; }
  // The resource version asked for is newer than what the server has.
  [[nodiscard]] bool version_too_large() const;
};

// A Status object, of an answer or of a watch's ERROR event. Fields of a wrong type are as if not
// given.
[[nodiscard]] Status read_status(const Json& object);

// No more of a refusal's body is read: error pages may be endless.
inline constexpr std::size_t kMaxRefusal = std::size_t{256} << 10U;

// The Status of an answer that is not 2xx, whatever its body is. The text of an HTML or plain
// answer (a proxy's) is cut to a line.
[[nodiscard]] Status status_of_answer(const Head& head, std::string_view body);

// Which of the guards behind "Forbidden" said no.
enum class Denial { kNone, kRbac, kQuota, kPodSecurity, kLimitRange, kOther };
[[nodiscard]] Denial denial_of(const Status& status);

// As kubectl prints it: `Error from server (NotFound): pods "x" not found`; for an invalid object
// every cause on a line of its own, and the server's words where kubectl leaves them out.
[[nodiscard]] std::string status_text(const Status& status);

// "cannot DOING", why by the server's words, and what to do next. kRefused for what the server will
// not do, kLost for what it could not do now.
[[nodiscard]] Error status_error(const Status& status, const std::string& doing);

}  // namespace algo::kube
