#include "kube/http_fields.h"
#include "kube/watch.h"

// What follows a list.
namespace algo::kube {

void Watch::end_list(const Ending& ending) {
  exchange_.reset();
  if (ending.failure == Failure::kTls || ending.failure == Failure::kTooLarge) {
    stop(failure_error(ending, "list " + target_.resource.plural));
    return;
  }
  if (ending.failure != Failure::kNone) {
    retry(ending.text, Phase::kList);
    return;
  }
  if (head_.status >= 200 && head_.status < 300) {
    take_list();
  } else {
    refuse_list(status_of_answer(head_, body_));
  }
}

void Watch::take_list() {
  Json answer;
  try {
    answer =
        parse_json(body_, "list", {.max_bytes = rules_.max_list, .max_depth = kMaxObjectDepth});
  } catch (const Error&) {
    answer = nullptr;
  }
  const bool is_list = answer.is_object() && answer.contains("items");
  if (!answer.is_object() || (!single_ && !is_list)) {
    garbage(status_of_answer(head_, body_).message);
    return;
  }
  Json items = Json::array();
  if (single_) {
    items.push_back(answer);
  } else if (answer["items"].is_array()) {
    items = std::move(answer["items"]);
  }
  well();
  fresh_ = true;
  known_.replace(items, [this](const WatchEvent& event) {
    poll_.reset();
    handler_(event);
  });
  version_ = single_ ? "" : metadata_text(answer, "resourceVersion");
  list_version_ = version_;
  after_list();
}

void Watch::after_list() {
  if (!std::exchange(synced_, true)) handler_({.change = Change::kSynced, .object = nullptr});
  // Without a version a stream would begin with everything again.
  if (polling_ || version_.empty() || version_ == "0") {
    start_after(poll_.next(), Phase::kList);
  } else {
    start_after(Nanos{0}, Phase::kStream);
  }
}

void Watch::refuse_list(const Status& status) {
  if (status.gone() || status.version_too_large()) {
    // The last version seen is too old, or newer than what this server has: take what there is.
    const bool asked = !std::exchange(list_version_, "").empty();
    if (asked) {
      start_after(Nanos{0}, Phase::kList);
    } else {
      retry(status.message, Phase::kList);
    }
    return;
  }
  if (status.code == 429 || status.code >= 500) {
    retry(status.message, Phase::kList, retry_after(head_).value_or(Nanos{0}));
    return;
  }
  if (single_ && status.code == 404 && status.from_api) {
    well();
    known_.replace(Json::array(), [this](const WatchEvent& event) {
      poll_.reset();
      handler_(event);
    });
    after_list();
    return;
  }
  if (status.code == 403 && !single_ && !target_.name.empty()) {
    single_ = polling_ = true;
    start_after(Nanos{0}, Phase::kList);
    return;
  }
  if (!status.from_api && status.code != 401) {
    garbage(status.message);
    return;
  }
  stop(status_error(status, "list " + target_.resource.plural));
}

}  // namespace algo::kube
