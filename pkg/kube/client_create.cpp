#include "kube/client.h"

// Creating an object exactly once over connections that break.
namespace algo::kube {
namespace {

constexpr int kTries = 3;

std::string label_of(const Json& object, const std::string& label) {
  const auto pointer = Json::json_pointer("/metadata/labels") / label;
  return object.contains(pointer) && object.at(pointer).is_string()
             ? object.at(pointer).get<std::string>()
             : "";
}

std::string name_of(const Json& object) {
  const Json::json_pointer pointer("/metadata/name");
  return object.contains(pointer) && object.at(pointer).is_string()
             ? object.at(pointer).get<std::string>()
             : "";
}

// Whether the server may have the object all the same: the answer was lost or cannot be read, or
// the server or a proxy before it gave up waiting.
bool unknown_outcome(const Response& response) {
  switch (response.ending.failure) {
    case Failure::kReset:
    case Failure::kTimeout:
    case Failure::kTooLarge:
    case Failure::kProtocol:
      return true;
    case Failure::kNone:
      return response.ok() || response.head.status >= 500;
    default:
      return false;
  }
}

// The same, or the server says that it is.
bool may_be_there(const Response& response, const std::optional<Reply>& answer) {
  return unknown_outcome(response) || (answer && answer->is("AlreadyExists"));
}

}  // namespace

// The object with this one's name, if it is there and ours.
std::optional<Reply> Client::find_own(const Resource& resource,
                                      const std::string& namespace_name,
                                      const Json& object) {
  const std::string identity = label_of(object, settings_.identity_label);
  if (identity.empty()) return std::nullopt;
  Reply found = get(resource, namespace_name, name_of(object));
  if (!found.ok() || label_of(found.object(), settings_.identity_label) != identity) {
    return std::nullopt;
  }
  return found;
}

Reply Client::create(const Resource& resource,
                     const std::string& namespace_name,
                     const Json& object,
                     bool dry_run) {
  const std::string doing = "create " + resource.plural + "/" + name_of(object);
  const bool named = !label_of(object, settings_.identity_label).empty();
  const Purpose purpose = dry_run ? Purpose::kRepeatable : Purpose::kOnce;
  Request post = request("POST", resource.path(namespace_name) + write_query(dry_run));
  post.body = dump_json(object);
  for (int attempt = 1;; ++attempt) {
    const Response response = send(post, purpose);
    std::optional<Reply> answer;
    if (response.ending.failure == Failure::kNone) answer = reply(response, doing);
    if (answer && (answer->ok() || dry_run)) return *std::move(answer);
    if (!dry_run && may_be_there(response, answer)) {
      if (auto own = find_own(resource, namespace_name, object)) return *std::move(own);
      // Not there. Sending it again cannot make a second one: the name is fixed.
      if (response.ending.failure == Failure::kReset && attempt < kTries && named) continue;
    }
    return answer ? *std::move(answer) : reply(response, doing);
  }
}

}  // namespace algo::kube
