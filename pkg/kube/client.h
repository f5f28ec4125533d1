#pragma once

#include "base/json.h"
#include "kube/client_call.h"
#include "kube/status.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace algo::kube {

// What an API server's objects may nest; theirs is less.
inline constexpr std::size_t kMaxObjectDepth = 128;

// A kind of object, as it stands in paths.
struct Resource {
  std::string group_version{};  // "v1", "batch/v1"
  std::string plural{};         // "jobs"

  // The collection in a namespace ("" for all of them, or for what has none), or one object of it.
  [[nodiscard]] std::string path(const std::string& namespace_name,
                                 const std::string& name = "") const;
  [[nodiscard]] std::string group() const;  // "batch"; "" for the core group
};

inline const Resource kJobs{"batch/v1", "jobs"};
inline const Resource kPods{"v1", "pods"};
inline const Resource kConfigMaps{"v1", "configmaps"};
inline const Resource kEvents{"v1", "events"};
inline const Resource kNamespaces{"v1", "namespaces"};
inline const Resource kNodes{"v1", "nodes"};

// What the server said: an object, or why not.
class Reply {
 public:
  Reply(Json object, std::string doing) : object_(std::move(object)), doing_(std::move(doing)) {}
  Reply(Status status, std::string doing)
      : refused_(true), status_(std::move(status)), doing_(std::move(doing)) {}

  [[nodiscard]] bool ok() const { return !refused_; }
  // Throws the refusal as an Error.
  [[nodiscard]] const Json& object() const;
  // Only when not ok.
  [[nodiscard]] const Status& status() const { return status_; }
  [[nodiscard]] bool is(std::string_view reason) const {
    return refused_ && status_.reason == reason;
  }

 private:
  Json object_{};
  bool refused_ = false;
  Status status_{};
  std::string doing_{};
};

struct Selectors {
  std::string labels{};
  std::string fields{};
};

struct Access {
  std::string verb{};
  std::string group{};
  std::string resource{};
  std::string subresource{};
  std::string namespace_name{};
  std::string name{};
};

struct ServerVersion {
  int major = 0;
  int minor = 0;  // of "30+": 30
  std::string text{};
};

struct ClientSettings {
  std::string field_manager{};
  // The label by which an object is known to be this caller's own, when it is there already.
  std::string identity_label{};
  CallRules rules{};
};

// The verbs of the API over JSON. Every write is checked strictly by the server, and says who
// writes. Refusals come back in the Reply; failures of the connection are Error(kLost), or
// Error(kEnvironment) without trust, and Error(kInterrupted).
class Client {
 public:
  // `on_warning` gets each Warning text once.
  Client(Transport& transport,
         const Clock& clock,
         ClientSettings settings,
         std::function<double()> random,
         std::function<void(const std::string&)> on_warning);

  // The object's name is chosen by the caller and sent in the object. When a connection is lost
  // the server is asked whether the object is there: it is ours if it has the same identity label.
  [[nodiscard]] Reply create(const Resource& resource,
                             const std::string& namespace_name,
                             const Json& object,
                             bool dry_run = false);
  [[nodiscard]] Reply get(const Resource& resource,
                          const std::string& namespace_name,
                          const std::string& name);
  // All pages as one list.
  [[nodiscard]] Reply list(const Resource& resource,
                           const std::string& namespace_name,
                           const Selectors& selectors = {});
  // JSON merge patch (RFC 7386): the same a second time changes nothing.
  [[nodiscard]] Reply patch(const Resource& resource,
                            const std::string& namespace_name,
                            const std::string& name,
                            const Json& changes,
                            bool dry_run = false);
  // With everything that belongs to it (propagationPolicy Background). Not being there is success.
  // With a `uid`, another object of the same name is left alone: Conflict.
  [[nodiscard]] Reply remove(const Resource& resource,
                             const std::string& namespace_name,
                             const std::string& name,
                             const std::string& uid = "",
                             bool dry_run = false);
  // The whole log of one container as it is now. Throws the refusal as an Error.
  [[nodiscard]] std::string log(const std::string& namespace_name,
                                const std::string& pod,
                                const std::string& container);
  // SelfSubjectAccessReview.
  [[nodiscard]] bool allowed(const Access& access);
  [[nodiscard]] ServerVersion version();

 private:
  [[nodiscard]] static Request request(const std::string& method, const std::string& target);
  [[nodiscard]] Response send(Request request, Purpose purpose);
  [[nodiscard]] Reply reply(const Response& response, const std::string& doing) const;
  [[nodiscard]] std::string write_query(bool dry_run) const;
  [[nodiscard]] std::optional<Reply> find_own(const Resource& resource,
                                              const std::string& namespace_name,
                                              const Json& object);

  Caller caller_;
  ClientSettings settings_;
  std::function<void(const std::string&)> on_warning_;
  std::set<std::string> warned_{};
};

}  // namespace algo::kube
