#include "base/text.h"
#include "kube/client.h"
#include "kube/http_url.h"

// Lists of any length.
namespace algo::kube {
namespace {

constexpr int kPageSize = 500;
constexpr int kMaxPages = 1000;
constexpr int kMaxRestarts = 3;
constexpr std::size_t kMaxAnswers = 4;  // so many full ones' bytes are a whole list's at most

std::string continue_token(const Json& list) {
  const Json::json_pointer pointer("/metadata/continue");
  return list.contains(pointer) && list.at(pointer).is_string()
             ? list.at(pointer).get<std::string>()
             : "";
}

void append(Json& whole, Json page) {
  Json items = Json::array();
  if (whole.contains("items") && whole["items"].is_array()) items = std::move(whole["items"]);
  if (page.contains("items") && page["items"].is_array()) {
    for (Json& item : page["items"]) items.push_back(std::move(item));
  }
  whole = std::move(page);
  whole["items"] = std::move(items);
}

}  // namespace

Reply Client::list(const Resource& resource,
                   const std::string& namespace_name,
                   const Selectors& selectors) {
  Json whole = Json::object();
  std::string token;
  int restarts = 0;
  std::size_t bytes = 0;
  const std::size_t max_bytes = kMaxAnswers * settings_.rules.max_answer;
  const std::string doing = "list " + resource.plural;
  for (int page = 0; page < kMaxPages; ++page) {
    const std::string query = query_string({{"labelSelector", selectors.labels},
                                            {"fieldSelector", selectors.fields},
                                            {"limit", std::to_string(kPageSize)},
                                            {"continue", token}});
    const Response response =
        send(request("GET", resource.path(namespace_name) + query), Purpose::kRepeatable);
    Reply answer = reply(response, doing);
    if (!answer.ok()) {
      // The snapshot that the pages come from is kept for five minutes only.
      if (token.empty() || !answer.status().gone() || ++restarts > kMaxRestarts) return answer;
      whole = Json::object();
      token.clear();
      bytes = 0;
      continue;
    }
    bytes += response.body.size();
    if (bytes > max_bytes) {
      throw Error(
          ErrorKind::kLost, "cannot " + doing, "it is larger than " + human_bytes(max_bytes));
    }
    append(whole, answer.object());
    token = continue_token(whole);
    if (token.empty()) return {std::move(whole), ""};
  }
  throw Error(ErrorKind::kLost, "cannot " + doing, "the list does not end");
}

}  // namespace algo::kube
