#include "kube/client.h"

#include "base/text.h"
#include "kube/http_fields.h"
#include "kube/http_text.h"
#include "kube/http_url.h"

#include <charconv>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxWarnings = 1000;

int leading_number(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<Json> read_object(const std::string& text, std::size_t max_bytes) {
  try {
    Json object =
        parse_json(text, "answer", {.max_bytes = max_bytes, .max_depth = kMaxObjectDepth});
    return object.is_object() ? std::optional(std::move(object)) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::string Resource::path(const std::string& namespace_name, const std::string& name) const {
  std::string out = (group().empty() ? "/api/" : "/apis/") + group_version;
  if (!namespace_name.empty()) out += "/namespaces/" + percent_encode(namespace_name);
  out += "/" + plural;
  if (!name.empty()) out += "/" + percent_encode(name);
  return out;
}

std::string Resource::group() const {
  const std::size_t slash = group_version.find('/');
  return slash == std::string::npos ? "" : group_version.substr(0, slash);
}

const Json& Reply::object() const {
  if (refused_) throw status_error(status_, doing_);
  return object_;
}

Client::Client(Transport& transport,
               const Clock& clock,
               ClientSettings settings,
               std::function<double()> random,
               std::function<void(const std::string&)> on_warning)
    : caller_(transport, clock, settings.rules, std::move(random)),
      settings_(std::move(settings)),
      on_warning_(std::move(on_warning)) {}

Request Client::request(const std::string& method, const std::string& target) {
  Request out;
  out.method = method;
  out.target = target;
  out.headers.push_back({.name = "Accept", .value = "application/json"});
  return out;
}

Response Client::send(Request request, Purpose purpose) {
  if (!request.body.empty() && request.method != "PATCH") {
    request.headers.push_back({.name = "Content-Type", .value = "application/json"});
  }
  Response response = caller_.send(request, purpose);
  for (const Header& header : response.head.headers) {
    if (header.name != "warning") continue;
    for (const std::string& text : parse_warnings(header.value)) {
      if (warned_.size() < kMaxWarnings && warned_.insert(text).second && on_warning_) {
        on_warning_(printable(to_valid_utf8(text)));
      }
    }
  }
  return response;
}

Reply Client::reply(const Response& response, const std::string& doing) const {
  if (response.ending.failure != Failure::kNone) throw failure_error(response.ending, doing);
  if (!response.ok()) return {status_of_answer(response.head, response.body), doing};
  if (auto object = read_object(response.body, settings_.rules.max_answer)) {
    return {*std::move(object), doing};
  }
  // A login page or a cache in between: its own words are worth more than a parser's.
  Status status = status_of_answer(response.head, response.body);
  status.reason = "";
  return {std::move(status), doing};
}

std::string Client::write_query(bool dry_run) const {
  return query_string({{"fieldManager", settings_.field_manager},
                       {"fieldValidation", "Strict"},
                       {"dryRun", dry_run ? "All" : ""}});
}

Reply Client::get(const Resource& resource,
                  const std::string& namespace_name,
                  const std::string& name) {
  return reply(send(request("GET", resource.path(namespace_name, name)), Purpose::kRepeatable),
               "get " + resource.plural + "/" + name);
}

Reply Client::patch(const Resource& resource,
                    const std::string& namespace_name,
                    const std::string& name,
                    const Json& changes,
                    bool dry_run) {
  Request patch = request("PATCH", resource.path(namespace_name, name) + write_query(dry_run));
  patch.headers.push_back({.name = "Content-Type", .value = "application/merge-patch+json"});
  patch.body = dump_json(changes);
  return reply(send(std::move(patch), Purpose::kRepeatable),
               "change " + resource.plural + "/" + name);
}

Reply Client::remove(const Resource& resource,
                     const std::string& namespace_name,
                     const std::string& name,
                     const std::string& uid,
                     bool dry_run) {
  // Without a policy the server orphans the pods of a batch/v1 Job.
  Json options{
      {"kind", "DeleteOptions"}, {"apiVersion", "v1"}, {"propagationPolicy", "Background"}};
  if (!uid.empty()) options["preconditions"] = Json{{"uid", uid}};
  if (dry_run) options["dryRun"] = Json::array({"All"});
  Request remove = request("DELETE", resource.path(namespace_name, name));
  remove.body = dump_json(options);
  Reply answer = reply(send(std::move(remove), Purpose::kRepeatable),
                       "delete " + resource.plural + "/" + name);
  if (answer.is("NotFound") && answer.status().from_api) return {Json::object(), ""};
  return answer;
}

std::string Client::log(const std::string& namespace_name,
                        const std::string& pod,
                        const std::string& container) {
  Request get = request(
      "GET", kPods.path(namespace_name, pod) + "/log" + query_string({{"container", container}}));
  get.headers.clear();  // plain text
  Response response = send(std::move(get), Purpose::kRepeatable);
  const std::string doing = "read the log of " + container + " in pods/" + pod;
  if (response.ending.failure != Failure::kNone) throw failure_error(response.ending, doing);
  if (!response.ok()) throw status_error(status_of_answer(response.head, response.body), doing);
  return std::move(response.body);
}

bool Client::allowed(const Access& access) {
  Request review = request("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
  Json attributes{{"verb", access.verb}, {"group", access.group}, {"resource", access.resource}};
  if (!access.subresource.empty()) attributes["subresource"] = access.subresource;
  if (!access.namespace_name.empty()) attributes["namespace"] = access.namespace_name;
  if (!access.name.empty()) attributes["name"] = access.name;
  review.body = dump_json(Json{{"apiVersion", "authorization.k8s.io/v1"},
                               {"kind", "SelfSubjectAccessReview"},
                               {"spec", Json{{"resourceAttributes", attributes}}}});
  const Reply answer = reply(send(std::move(review), Purpose::kRepeatable), "ask for permissions");
  const Json& object = answer.object();
  const auto status = object.find("status");
  if (status == object.end() || !status->is_object()) return false;
  const auto allowed = status->find("allowed");
  return allowed != status->end() && allowed->is_boolean() && allowed->get<bool>();
}

ServerVersion Client::version() {
  const Reply answer =
      reply(send(request("GET", "/version"), Purpose::kRepeatable), "ask for the server's version");
  const Json& object = answer.object();
  return {.major = leading_number(text_at(object, "major")),
          .minor = leading_number(text_at(object, "minor")),
          .text = text_at(object, "gitVersion")};
}

}  // namespace algo::kube
