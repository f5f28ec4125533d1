#include "kube/log_follow.h"

#include "kube/client_call.h"
#include "kube/http_fields.h"
#include "kube/http_url.h"

#include <algorithm>

namespace algo::kube {
namespace {

constexpr Nanos kRefusalPatience = std::chrono::minutes(1);
constexpr int kHeartbeatsMissed = 4;
constexpr int kMaxFills = 3;

}  // namespace

LogFollower::LogFollower(Transport& transport,
                         const Clock& clock,
                         LogTarget target,
                         LogRules rules,
                         std::function<double()> random,
                         LogHandler& handler)
    : transport_(transport),
      clock_(clock),
      target_(std::move(target)),
      rules_(std::move(rules)),
      handler_(handler),
      backoff_(rules_.backoff, clock, std::move(random)),
      lines_(rules_.max_line),
      due_(clock.monotonic()) {}

Nanos LogFollower::step() {
  if (end_ != LogEnd::kOpen) return Nanos::max();
  if (clock_.monotonic() < due_) return due_;
  if (!exchange_) {
    start(phase_);
  } else if (head_.status != 0 && !is_log()) {
    on_end({});  // a refusal that does not end
  } else if (finishing_ && phase_ == Phase::kFollow) {
    exchange_.reset();
    start_after(Nanos{0}, Phase::kDrain);
  } else {
    ++stalls_;
    exchange_.reset();
    retry("the log has gone silent");
  }
  return end_ == LogEnd::kOpen ? due_ : Nanos::max();
}

void LogFollower::finish() {
  if (std::exchange(finishing_, true) || end_ != LogEnd::kOpen) return;
  if (!exchange_) {
    phase_ = Phase::kDrain;
    due_ = clock_.monotonic();
  } else {
    due_ = std::min(due_, clock_.monotonic() + patience());
  }
}

std::string LogFollower::log_target() const {
  // Reading again begins a second early at the end, since nothing comes after it.
  const int back = phase_ == Phase::kDrain ? 1 : 0;
  const std::string since =
      phase_ == Phase::kFill ? "" : since_time(resume_.last_timestamp(), back);
  return "/api/v1/namespaces/" + percent_encode(target_.namespace_name) + "/pods/" +
         percent_encode(target_.pod) + "/log" +
         query_string({{"container", target_.container},
                       {"follow", phase_ == Phase::kFollow ? "true" : ""},
                       {"timestamps", "true"},
                       {"sinceTime", since}});
}

Nanos LogFollower::patience() const {
  if (finishing_ && phase_ == Phase::kFollow) return rules_.drain_patience;
  if (phase_ != Phase::kFollow) return std::chrono::minutes(1);
  return rules_.heartbeat * kHeartbeatsMissed;
}

void LogFollower::start(Phase phase) {
  phase_ = phase;
  head_ = {};
  body_.clear();
  want_fill_ = false;
  lines_ = LogLines(rules_.max_line);
  if (phase == Phase::kFill) {
    fills_ = filled_at_ == resume_.last_number() ? fills_ + 1 : 1;
    filled_at_ = resume_.last_number();
    fill_failed_ = true;
  }
  if (phase == Phase::kDrain) ++drains_;
  due_ = patience() > Nanos{0} ? clock_.monotonic() + patience() : Nanos::max();
  Request request;
  request.target = log_target();
  request.stream = true;
  exchange_ = transport_.start(std::move(request), *this);
}

void LogFollower::start_after(Nanos wait, Phase phase) {
  exchange_.reset();
  phase_ = phase;
  due_ = clock_.monotonic() + wait;
  if (wait <= Nanos{0}) start(phase);
}

void LogFollower::retry(const std::string& why, Nanos least) {
  ++failures_;
  trouble_ = why;
  if (finishing_ && drains_ >= rules_.drain_tries) {
    end_as(LogEnd::kLost);
    return;
  }
  start_after(std::max(backoff_.next(), least), finishing_ ? Phase::kDrain : Phase::kFollow);
}

void LogFollower::end_as(LogEnd end, std::optional<Error> error) {
  exchange_.reset();
  end_ = end;
  error_ = std::move(error);
}

// A login page with status 200 is no log.
bool LogFollower::is_log() const {
  return head_.status == 200 && media_type(head_) != "text/html";
}

void LogFollower::on_head(const Head& head) {
  head_ = head;
  if (!is_log()) due_ = std::min(due_, clock_.monotonic() + kRefusalPatience);
}

void LogFollower::on_data(std::string_view bytes) {
  if (!is_log()) {
    body_ += bytes.substr(0, kMaxRefusal - body_.size());
    if (body_.size() == kMaxRefusal) on_end({});
    return;
  }
  if (patience() > Nanos{0}) due_ = clock_.monotonic() + patience();
  failures_ = 0;
  trouble_.clear();
  backoff_.reset();
  lines_.feed(bytes, [this](const LogLine& line) { take_line(line); });
  if (want_fill_) start_after(Nanos{0}, Phase::kFill);
}

// A gap is looked for once in the whole log, more often only when that could not be read.
bool LogFollower::may_fill() const {
  if (phase_ == Phase::kFill) return false;
  return filled_at_ != resume_.last_number() || (fill_failed_ && fills_ < kMaxFills);
}

void LogFollower::take_line(const LogLine& line) {
  if (want_fill_) return;  // comes again
  const std::optional<std::uint64_t> number =
      rules_.sequence_of ? rules_.sequence_of(line.text) : std::nullopt;
  if (!line.ended && !number) {
    handler_.on_fragment(line.text);
    return;
  }
  switch (resume_.judge(line, number)) {
    case LogResume::Novelty::kRepeated:
      return;
    case LogResume::Novelty::kGap:
      want_fill_ = may_fill();
      if (want_fill_) return;
      break;
    case LogResume::Novelty::kNew:
      break;
  }
  if (const std::uint64_t missing = resume_.accept(line, number); missing > 0)
    handler_.on_lost(missing);
  handler_.on_line(line, number);
}

void LogFollower::on_end(const Ending& ending) {
  exchange_.reset();
  if (ending.failure == Failure::kTls) {
    end_as(LogEnd::kRefused, failure_error(ending, "read the log of " + target_.pod));
  } else if (head_.status == 0) {
    retry(ending.text);
  } else if (is_log()) {
    end_log(ending);
  } else if (head_.status == 204) {
    retry("the pod is not scheduled yet");
  } else {
    refuse(status_of_answer(head_, body_));
  }
}

// An end says nothing about the container: whether it has ended is for the pod's status to say.
void LogFollower::end_log(const Ending& ending) {
  lines_.finish([this](const LogLine& line) { take_line(line); });
  if (phase_ == Phase::kFill) fill_failed_ = ending.failure != Failure::kNone;
  if (want_fill_) {
    start_after(Nanos{0}, Phase::kFill);
  } else if (phase_ == Phase::kDrain && ending.failure == Failure::kNone) {
    end_as(LogEnd::kDrained);
  } else if (phase_ == Phase::kFill || (finishing_ && phase_ == Phase::kFollow)) {
    start_after(Nanos{0}, finishing_ ? Phase::kDrain : Phase::kFollow);
  } else {
    retry(ending.text.empty() ? "the log's stream ended" : ending.text);
  }
}

void LogFollower::refuse(const Status& status) {
  if (status.from_api && status.code == 404) {
    end_as(LogEnd::kGone);
  } else if (status.code == 401 || (status.from_api && status.code == 403)) {
    end_as(LogEnd::kRefused, status_error(status, "read the log of " + target_.pod));
  } else {
    // 400: the container waits to start; 5xx: the node does not answer.
    retry(status.message, retry_after(head_).value_or(Nanos{0}));
  }
}

}  // namespace algo::kube
