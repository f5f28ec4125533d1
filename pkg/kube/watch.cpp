#include "kube/watch.h"

#include "kube/http_fields.h"
#include "kube/http_url.h"

#include <algorithm>

namespace algo::kube {

Watch::Watch(Transport& transport,
             const Clock& clock,
             WatchTarget target,
             WatchRules rules,
             std::function<double()> random,
             Handler handler)
    : transport_(transport),
      clock_(clock),
      target_(std::move(target)),
      rules_(rules),
      random_(std::move(random)),
      handler_(std::move(handler)),
      backoff_(rules.backoff, clock, random_),
      poll_(rules.poll, clock, random_),
      splitter_(rules.max_event),
      due_(clock.monotonic()) {
  if (!target_.created) return;
  known_.seed(*target_.created);
  version_ = metadata_text(*target_.created, "resourceVersion");
  if (!version_.empty()) phase_ = Phase::kStream;
}

Nanos Watch::step() {
  if (stopped_) return Nanos::max();
  if (clock_.monotonic() < due_) return due_;
  if (!exchange_) {
    start(phase_);
  } else {
    // The server has not ended it in time: nobody is there any more.
    exchange_.reset();
    retry("the server has gone silent", phase_);
  }
  return stopped_ ? Nanos::max() : due_;
}

std::string Watch::field_selector() const {
  if (target_.name.empty()) return target_.selectors.fields;
  const std::string by_name = "metadata.name=" + target_.name;
  return target_.selectors.fields.empty() ? by_name : target_.selectors.fields + "," + by_name;
}

std::string Watch::list_target() const {
  if (single_) return target_.resource.path(target_.namespace_name, target_.name);
  return target_.resource.path(target_.namespace_name) +
         query_string({{"labelSelector", target_.selectors.labels},
                       {"fieldSelector", field_selector()},
                       {"resourceVersion", list_version_}});
}

std::string Watch::stream_target(std::chrono::seconds timeout) const {
  return target_.resource.path(target_.namespace_name) +
         query_string({{"watch", "true"},
                       {"allowWatchBookmarks", "true"},
                       {"labelSelector", target_.selectors.labels},
                       {"fieldSelector", field_selector()},
                       {"timeoutSeconds", std::to_string(timeout.count())},
                       {"resourceVersion", version_}});
}

void Watch::start(Phase phase) {
  phase_ = phase;
  head_ = {};
  body_.clear();
  error_.reset();
  garbled_ = heard_ = false;
  splitter_ = JsonSplitter(rules_.max_event);
  started_ = clock_.monotonic();

  Request request;
  request.headers.push_back({.name = "Accept", .value = "application/json"});
  const auto span = static_cast<double>((rules_.most_timeout - rules_.least_timeout).count());
  const std::chrono::seconds timeout =
      rules_.least_timeout + std::chrono::seconds(static_cast<long>(span * random_()));
  if (phase == Phase::kList) {
    request.target = list_target();
    request.max_body = rules_.max_list;
    due_ = started_ + rules_.least_timeout;
  } else {
    request.target = stream_target(timeout);
    request.stream = true;
    due_ = started_ + timeout + rules_.grace;
  }
  exchange_ = transport_.start(std::move(request), *this);
}

void Watch::start_after(Nanos wait, Phase phase) {
  exchange_.reset();
  phase_ = phase;
  due_ = clock_.monotonic() + wait;
  if (wait <= Nanos{0}) start(phase);
}

void Watch::on_head(const Head& head) {
  head_ = head;
}

void Watch::on_data(std::string_view bytes) {
  const bool good = head_.status >= 200 && head_.status < 300;
  if (!good) {
    body_ += bytes.substr(0, kMaxRefusal - body_.size());
    if (body_.size() == kMaxRefusal) on_end({});
    return;
  }
  if (phase_ == Phase::kList) {
    if (body_.size() + bytes.size() <= rules_.max_list) body_ += bytes;
    return;
  }
  if (garbled_ || error_) return;
  const bool well_formed = splitter_.feed(bytes, [this](const std::string& text) {
    if (!garbled_ && !error_) take_event(text);
  });
  if (!well_formed && !garbled_) {
    garbled_ = true;
    body_.assign(bytes.substr(0, 1024));
  }
  // What follows an error or garbage is not waited for.
  if (garbled_ || error_) end_stream({});
}

void Watch::on_end(const Ending& ending) {
  if (phase_ == Phase::kList) {
    end_list(ending);
  } else {
    end_stream(ending);
  }
}

void Watch::stop(Error error) {
  exchange_.reset();
  trouble_ = error.what();
  stopped_ = std::move(error);
}

void Watch::retry(const std::string& why, Phase phase, Nanos least) {
  ++failures_;
  trouble_ = why;
  start_after(std::max(backoff_.next(), least), phase);
}

void Watch::garbage(const std::string& why) {
  if (++garbage_ < rules_.max_garbage) {
    retry(why, Phase::kList);
    return;
  }
  stop({ErrorKind::kLost,
        "cannot watch " + target_.resource.plural,
        why,
        "is a proxy or a login page between here and the API server?"});
}

void Watch::well() {
  failures_ = garbage_ = 0;
  trouble_.clear();
}

}  // namespace algo::kube
