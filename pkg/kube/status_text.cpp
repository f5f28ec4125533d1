#include "base/text.h"
#include "kube/status.h"

#include <algorithm>
#include <vector>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxMessage = 4096;

bool says(const Status& status, std::string_view words) {
  return status.message.find(words) != std::string::npos;
}

std::string shown(const std::string& text) {
  return shorten(printable(to_valid_utf8(text)), kMaxMessage);
}

// kubectl's form for 422: the object, then each cause once.
std::string invalid_text(const Status& status) {
  std::vector<std::string> causes;
  for (const StatusCause& cause : status.causes) {
    std::string line =
        shown(cause.field.empty() ? cause.message : cause.field + ": " + cause.message);
    if (std::find(causes.begin(), causes.end(), line) == causes.end()) {
      causes.push_back(std::move(line));
    }
  }
  const std::string object = status.kind.empty() ? "The request is invalid"
                                                 : "The " + shown(status.kind) + " \"" +
                                                       shown(status.name) + "\" is invalid";
  if (causes.empty()) return object + ": " + shown(status.message);
  if (causes.size() == 1) return object + ": " + causes.front();
  return object + ":\n* " + join(causes, "\n* ");
}

std::string next_step(const Status& status) {
  switch (denial_of(status)) {
    case Denial::kRbac:
      return "ask an administrator of the cluster for this permission";
    case Denial::kQuota:
      return "delete what is no longer needed, ask for less, or have the quota raised "
             "(kubectl describe quota)";
    case Denial::kPodSecurity:
      return "the namespace's Pod Security level forbids such pods: use another namespace, or have "
             "the level changed";
    case Denial::kLimitRange:
      return "change the requested resources to fit the namespace's limits (kubectl describe "
             "limitrange)";
    case Denial::kNone:
    case Denial::kOther:
      break;
  }
  if (status.code == 401) return "log in again: the credentials of this context are not accepted";
  if (!status.from_api) return "is a proxy or a login page between here and the API server?";
  return "";
}

}  // namespace

Denial denial_of(const Status& status) {
  if (status.code != 403 && status.reason != "Forbidden") return Denial::kNone;
  if (says(status, "exceeded quota") || says(status, "failed quota")) return Denial::kQuota;
  if (says(status, "violates PodSecurity")) return Denial::kPodSecurity;
  for (const std::string_view words : {"usage per Container is",
                                       "usage per Pod is",
                                       "usage per PersistentVolumeClaim is",
                                       "limit to request ratio per"}) {
    if (says(status, words)) return Denial::kLimitRange;
  }
  if (says(status, " cannot ") && says(status, " resource ")) return Denial::kRbac;
  return Denial::kOther;
}

std::string status_text(const Status& status) {
  if (status.reason == "Invalid" && status.from_api) return invalid_text(status);
  if (status.reason == "Unauthorized") {
    return "error: You must be logged in to the server (" + shown(status.message) + ")";
  }
  const std::string reason = status.reason.empty() ? "" : " (" + shown(status.reason) + ")";
  return "Error from server" + reason + ": " + shown(status.message);
}

Error status_error(const Status& status, const std::string& doing) {
  const bool lost = status.code >= 500 || status.code == 429 || status.code == 408;
  return {lost ? ErrorKind::kLost : ErrorKind::kRefused,
          "cannot " + doing,
          status_text(status),
          next_step(status)};
}

}  // namespace algo::kube
