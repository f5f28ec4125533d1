#include "base/text.h"
#include "kube/http_fields.h"
#include "kube/http_text.h"
#include "kube/watch.h"

#include <algorithm>

// What a stream of events brings, and what follows its end.
namespace algo::kube {

void Watch::take_event(const std::string& text) {
  Json event;
  try {
    event =
        parse_json(text, "event", {.max_bytes = rules_.max_event, .max_depth = kMaxObjectDepth});
  } catch (const Error&) {
    event = nullptr;
  }
  const std::string type = text_at(event, "type");
  if (type.empty() || !event.contains("object") || !event["object"].is_object()) {
    garbled_ = true;
    body_ = text.substr(0, 1024);
    return;
  }
  const Json& object = event["object"];
  if (type == "ERROR") {
    error_ = read_status(object);
    return;
  }
  heard_ = true;
  fresh_ = false;
  well();
  server_errors_ = 0;
  backoff_.reset();
  if (const std::string version = metadata_text(object, "resourceVersion"); !version.empty()) {
    version_ = list_version_ = version;
  }
  if (type == "ADDED" || type == "MODIFIED") known_.put(object, handler_);
  if (type == "DELETED") known_.erase(object, handler_);
}

// Lists again, at least as new as what has been told. What changed meanwhile comes out of the
// comparison.
void Watch::relist() {
  if (fresh_) {
    retry("what was just listed is already too old to watch", Phase::kList);
  } else {
    start_after(Nanos{0}, Phase::kList);
  }
}

void Watch::end_stream(const Ending& ending) {
  exchange_.reset();
  if (ending.failure == Failure::kTls) {
    stop(failure_error(ending, "watch " + target_.resource.plural));
  } else if (splitter_.too_large()) {
    // What it was about comes out of a list.
    retry("an event is larger than " + human_bytes(rules_.max_event), Phase::kList);
  } else if (garbled_) {
    garbage(status_of_answer(head_, body_).message);
  } else if (error_) {
    const Status status = *error_;
    take_error(status);
  } else if (head_.status == 0) {
    retry(ending.text, Phase::kStream);
  } else if (head_.status < 200 || head_.status >= 300) {
    refuse_stream(status_of_answer(head_, body_));
  } else {
    end_opened_stream(ending);
  }
}

// Streams end all the time: by their own time-out, by proxies, by restarts. Only one that says
// nothing and ends at once is a failure.
void Watch::end_opened_stream(const Ending& ending) {
  const Nanos lasted = clock_.monotonic() - started_;
  if (!heard_ && lasted < rules_.shortest) {
    retry(ending.text.empty() ? "the watch ended at once" : ending.text, Phase::kStream);
    return;
  }
  start_after(std::max(Nanos{0}, rules_.shortest - lasted), Phase::kStream);
}

void Watch::take_error(const Status& status) {
  if (status.gone()) {
    relist();
    return;
  }
  const Nanos least =
      std::min<Nanos>(std::chrono::seconds(status.retry_after_seconds.value_or(0)), kMaxRetryAfter);
  const bool passing = status.code >= 500 || status.code == 429 || status.code == 0;
  const bool again = passing && ++server_errors_ <= rules_.max_server_errors;
  if (!again) server_errors_ = 0;
  retry(status.message, again ? Phase::kStream : Phase::kList, least);
}

void Watch::refuse_stream(const Status& status) {
  if (status.gone()) {
    relist();
  } else if (status.code == 401) {
    stop(status_error(status, "watch " + target_.resource.plural));
  } else if ((status.code == 403 || status.code == 405) && status.from_api) {
    polling_ = true;
    after_list();
  } else if (status.code == 429 || status.code >= 500) {
    retry(status.message, Phase::kStream, retry_after(head_).value_or(Nanos{0}));
  } else if (!status.from_api) {
    garbage(status.message);
  } else {
    retry(status.message, Phase::kList);
  }
}

}  // namespace algo::kube
