#include "run/log_tail.h"

#include "kube/log_follow.h"
#include "kube/watch.h"
#include "run/fields.h"
#include "run/log_rules.h"

#include <algorithm>
#include <memory>

namespace algo::run {
namespace {

class Tail final : public kube::LogHandler {
 public:
  Tail(const Line& line,
       Json pod,
       std::string container,
       const std::function<void(std::string_view)>& on_text)
      : line_(line),
        pod_(std::move(pod)),
        container_(std::move(container)),
        on_text_(on_text),
        watch_(line.transport,
               line.clock,
               {.resource = kube::kPods,
                .namespace_name = kube::metadata_text(pod_, "namespace"),
                .name = kube::metadata_text(pod_, "name"),
                .created = pod_},
               kube::WatchRules{},
               line.random,
               [this](const kube::WatchEvent& event) { take(event); }) {}

  void run() {
    while (!log_ || log_->end() == kube::LogEnd::kOpen) {
      Nanos due = watch_.step();
      if (const auto& error = watch_.stopped()) throw Error(*error);
      if (log_) due = std::min(due, log_->step());
      if (log_ && log_->end() != kube::LogEnd::kOpen) break;
      if (!advance()) return;
      const Nanos wait = due - line_.clock.monotonic();
      line_.transport.poll(std::clamp(wait, Nanos{0}, Nanos(std::chrono::seconds(1))));
    }
    if (const auto& error = log_->error()) throw Error(*error);
  }

 private:
  void take(const kube::WatchEvent& event) {
    if (event.change == kube::Change::kSynced) return;
    deleted_ = event.change == kube::Change::kDeleted;
    if (!deleted_) pod_ = event.object;
  }

  [[nodiscard]] bool ended() const {
    const std::string phase = text_field(pod_, "/status/phase");
    return deleted_ || phase == "Succeeded" || phase == "Failed" ||
           field(container_status(pod_, container_.c_str()), "/state").contains("terminated");
  }

  // False when there is nothing to wait for.
  bool advance() {
    const Json& state = field(container_status(pod_, container_.c_str()), "/state");
    if (!log_ && (state.contains("running") || state.contains("terminated"))) {
      log_ = std::make_unique<kube::LogFollower>(
          line_.transport,
          line_.clock,
          kube::LogTarget{kube::metadata_text(pod_, "namespace"),
                          kube::metadata_text(pod_, "name"),
                          container_},
          judge_log_rules(container_ == "judge"),
          line_.random,
          *this);
    }
    if (!ended()) return true;
    if (log_) log_->finish();
    return log_ != nullptr;
  }

  void on_line(const kube::LogLine& line, std::optional<std::uint64_t> /*number*/) override {
    on_text_(std::string(line.text) + "\n");
  }
  void on_fragment(std::string_view /*text*/) override {}
  void on_lost(std::uint64_t /*lines*/) override {}

  const Line& line_;
  Json pod_;
  std::string container_;
  const std::function<void(std::string_view)>& on_text_;
  kube::Watch watch_;
  bool deleted_ = false;
  std::unique_ptr<kube::LogFollower> log_{};
};

}  // namespace

void tail_log(const Line& line,
              const Json& pod,
              const std::string& container,
              const std::function<void(std::string_view)>& on_text) {
  Tail(line, pod, container, on_text).run();
}

}  // namespace algo::run
