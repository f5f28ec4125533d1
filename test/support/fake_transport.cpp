#include "support/fake_transport.h"

#include "base/error.h"

#include <algorithm>
#include <stdexcept>

namespace algo::test {

Act head_act(int status, std::vector<kube::Header> headers, Nanos after) {
  const bool typed = std::any_of(headers.begin(), headers.end(), [](const kube::Header& header) {
    return header.name == "content-type";
  });
  if (!typed) headers.push_back({.name = "content-type", .value = "application/json"});
  return {.after = after,
          .kind = Act::Kind::kHead,
          .head = {.status = status, .headers = std::move(headers)}};
}

Act data_act(std::string data, Nanos after) {
  return {.after = after, .kind = Act::Kind::kData, .head = {}, .data = std::move(data)};
}

Act end_act(kube::Failure failure, Nanos after) {
  return {.after = after,
          .kind = Act::Kind::kEnd,
          .head = {},
          .data = "",
          .ending = {.failure = failure,
                     .text = failure == kube::Failure::kNone ? "" : "the fake connection broke"}};
}

Acts reply(int status, const std::string& body, std::vector<kube::Header> headers) {
  Acts acts{head_act(status, std::move(headers))};
  if (!body.empty()) acts.push_back(data_act(body));
  acts.push_back(end_act());
  return acts;
}

Acts failing(kube::Failure failure) {
  return {end_act(failure)};
}

Acts interrupting() {
  return {{.after = {}, .kind = Act::Kind::kInterrupt, .head = {}}};
}

Acts streaming(const std::vector<std::string>& pieces, const std::string& type) {
  Acts acts{head_act(200, {{.name = "content-type", .value = type}})};
  for (const std::string& piece : pieces) acts.push_back(data_act(piece));
  return acts;
}

Acts streaming_until(const std::vector<std::string>& pieces,
                     kube::Failure failure,
                     Nanos after,
                     const std::string& type) {
  Acts acts = streaming(pieces, type);
  acts.push_back(end_act(failure, after));
  return acts;
}

class FakeTransport::Handle final : public kube::Exchange {
 public:
  Handle(FakeTransport& transport, std::shared_ptr<Active> active)
      : transport_(transport), active_(std::move(active)) {}
  ~Handle() override {
    active_->sink = nullptr;
    transport_.active_.remove(active_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

 private:
  FakeTransport& transport_;
  std::shared_ptr<Active> active_;
};

Acts FakeTransport::take_script(const kube::Request& request) {
  for (auto route = routed_.begin(); route != routed_.end(); ++route) {
    if (request.target.find(route->first) == std::string::npos) continue;
    Acts script = std::move(route->second);
    routed_.erase(route);
    return script;
  }
  if (scripts_.empty()) {
    throw std::runtime_error("no answer is written for " + request.method + " " + request.target);
  }
  Acts script = std::move(scripts_.front());
  scripts_.pop_front();
  return script;
}

std::unique_ptr<kube::Exchange> FakeTransport::start(kube::Request request, kube::Sink& sink) {
  requests_.push_back(std::move(request));
  times_.push_back(clock_.monotonic() - begin_);
  auto active = std::make_shared<Active>();
  active->sink = &sink;
  const Acts script = take_script(requests_.back());
  active->acts.assign(script.begin(), script.end());
  active->due = clock_.monotonic() + (active->acts.empty() ? Nanos{0} : active->acts.front().after);
  active_.push_back(active);
  return std::make_unique<Handle>(*this, std::move(active));
}

std::shared_ptr<FakeTransport::Active> FakeTransport::earliest() const {
  std::shared_ptr<Active> found;
  for (const auto& each : active_) {
    if (!each->acts.empty() && (!found || each->due < found->due)) found = each;
  }
  return found;
}

void FakeTransport::poll(Nanos limit) {
  const Nanos until = clock_.monotonic() + limit;
  const auto active = earliest();
  if (!active || active->due > until) {
    clock_.advance(limit);
    return;
  }
  clock_.advance(std::max(Nanos{0}, active->due - clock_.monotonic()));
  const Act act = active->acts.front();
  active->acts.pop_front();
  if (!active->acts.empty()) active->due = clock_.monotonic() + active->acts.front().after;
  switch (act.kind) {
    case Act::Kind::kHead:
      active->sink->on_head(act.head);
      break;
    case Act::Kind::kData:
      active->sink->on_data(act.data);
      break;
    case Act::Kind::kEnd:
      active_.remove(active);
      active->sink->on_end(act.ending);
      break;
    case Act::Kind::kInterrupt:
      throw Error(ErrorKind::kInterrupted, "interrupted");
  }
}

}  // namespace algo::test
