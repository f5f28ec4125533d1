#include "run/follow.h"

#include "base/text.h"
#include "kube/log_follow.h"
#include "kube/watch.h"
#include "run/fields.h"
#include "run/log_rules.h"
#include "run/pods.h"
#include "run/trouble.h"

#include <algorithm>
#include <memory>

namespace algo::run {
namespace {

using std::chrono::seconds;

constexpr Nanos kLookAgain = seconds(1);
// A judge that is told to stop has the pod's grace period of five seconds for its last words.
constexpr Nanos kLastWords = seconds(8);

// Everything that is watched for one run, and what it has shown so far.
class Following final : public kube::LogHandler {
 public:
  Following(const Line& line,
            const std::string& namespace_name,
            const Json& job,
            const Patience& patience,
            Audience& audience)
      : line_(line),
        namespace_(namespace_name),
        name_(kube::metadata_text(job, "name")),
        audience_(audience),
        patience_(patience),
        diagnosis_(patience, name_, namespace_name) {
    sighting_.job = job;
    watch_job(job);
    watch_pods(kube::metadata_text(job, "uid"));
    watch_events(kube::metadata_text(job, "uid"));
  }

  Followed run() {
    while (true) {
      const Nanos due = step();
      if (audience_.has_result()) {
        if (!awaits_successor()) return {judge_summary(sighting_.pod), hopeless_};
      } else {
        look();
        if (log_ && log_->end() != kube::LogEnd::kOpen) end_without_result();
      }
      line_.transport.poll(std::clamp(due - line_.clock.monotonic(), Nanos{0}, kLookAgain));
    }
  }

 private:
  void watch_job(const Json& job) {
    add_watch(
        {.resource = kube::kJobs, .namespace_name = namespace_, .name = name_, .created = job},
        [this](const kube::WatchEvent& event) {
          if (event.change == kube::Change::kSynced) return;
          sighting_.job_deleted = event.change == kube::Change::kDeleted;
          if (!sighting_.job_deleted) sighting_.job = event.object;
        });
  }

  void watch_pods(const std::string& job_uid) {
    add_watch(
        {.resource = kube::kPods,
         .namespace_name = namespace_,
         .selectors = {.labels = "batch.kubernetes.io/controller-uid=" + job_uid, .fields = ""}},
        [this](const kube::WatchEvent& event) {
          pods_known_ = pods_known_ || event.change == kube::Change::kSynced;
          pods_.take(event);
          take_pod(pods_.current());
        });
  }

  // Events explain; nothing depends on them, and they may be forbidden.
  void watch_events(const std::string& uid) {
    add_watch(
        {.resource = kube::kEvents,
         .namespace_name = namespace_,
         .selectors = {.labels = "", .fields = "involvedObject.uid=" + uid}},
        [this](const kube::WatchEvent& event) { take_event(event); },
        Need::kOptional);
  }

  // How large the nodes are, once that is what stands in the way; most people may not ask.
  void watch_nodes() {
    if (watches_nodes_ || !lacks_memory(sighting_.pod)) return;
    watches_nodes_ = true;
    add_watch(
        {.resource = kube::kNodes},
        [this](const kube::WatchEvent& event) {
          const std::string offered = text_field(event.object, "/status/allocatable/memory");
          sighting_.largest_node =
              std::max(sighting_.largest_node, parse_quantity(offered).value_or(0));
        },
        Need::kOptional);
  }

  // What is optional may be forbidden, and its trouble is nobody's.
  enum class Need { kRequired, kOptional };
  void add_watch(kube::WatchTarget target,
                 kube::Watch::Handler handler,
                 Need need = Need::kRequired) {
    watches_.push_back({std::make_unique<kube::Watch>(line_.transport,
                                                      line_.clock,
                                                      std::move(target),
                                                      kube::WatchRules{},
                                                      line_.random,
                                                      std::move(handler)),
                        need});
  }

  void take_event(const kube::WatchEvent& event) {
    const bool shown =
        event.change == kube::Change::kAdded || event.change == kube::Change::kModified;
    if (!shown) return;
    const std::string name = kube::metadata_text(event.object, "name");
    std::erase_if(sighting_.events,
                  [&](const Json& old) { return kube::metadata_text(old, "name") == name; });
    sighting_.events.push_back(event.object);
  }

  void take_pod(const CurrentPod& current) {
    const std::string uid = kube::metadata_text(current.pod, "uid");
    sighting_.pod = current.pod;
    sighting_.pod_deleted = current.deleted;
    if (uid != pod_uid_ && !uid.empty()) {
      pod_uid_ = uid;
      pod_is_new_ = true;
    }
  }

  // A judge that had to go with its node, or for a pod of higher priority, leaves part of a result;
  // its Job starts another pod (podFailurePolicy), whose result will be whole.
  bool awaits_successor() {
    const bool promised = is_disrupted(sighting_.pod) && !has_ended(sighting_.job) &&
                          !sighting_.job_deleted && audience_.is_cut_short();
    if (!promised) return false;
    const Nanos now = line_.clock.monotonic();
    if (!waits_since_) waits_since_ = now;
    return now - *waits_since_ < patience_.node;
  }

  // Not from within a watch's handler, which must not add watches.
  void meet_pod() {
    if (!pod_is_new_) return;
    pod_is_new_ = false;
    watch_events(pod_uid_);
    if (log_) audience_.on_restart();
    log_.reset();
    waits_since_.reset();
  }

  static bool has_log(JudgeState state) {
    return state == JudgeState::kRunning || state == JudgeState::kEnded;
  }

  void follow_log() {
    const JudgeState state = judge_state(sighting_.pod);
    if (!log_ && has_log(state)) {
      log_ = std::make_unique<kube::LogFollower>(
          line_.transport,
          line_.clock,
          kube::LogTarget{namespace_, kube::metadata_text(sighting_.pod, "name"), "judge"},
          judge_log_rules(true),
          line_.random,
          *this);
    }
    if (log_ && state == JudgeState::kEnded) log_->finish();
  }

  Nanos step() {
    Nanos due = line_.clock.monotonic() + kLookAgain;
    meet_pod();
    watch_nodes();
    follow_log();
    std::string trouble;
    for (const Watched& watched : watches_) {
      due = std::min(due, watched.watch->step());
      if (watched.need == Need::kOptional) continue;
      if (const auto& error = watched.watch->stopped()) throw Error(*error);
      if (watched.watch->failures() > 0) trouble = watched.watch->trouble();
    }
    if (log_) {
      due = std::min(due, log_->step());
      if (log_->failures() > 0) trouble = log_->trouble();
    }
    tell_trouble(trouble);
    return due;
  }

  void tell_trouble(const std::string& trouble) {
    if (trouble == trouble_) return;
    trouble_ = trouble;
    audience_.on_trouble(trouble);
  }

  void look() {
    const Standing standing = diagnosis_.look(sighting_, line_.clock.monotonic());
    if (standing.stage != shown_.stage || standing.waiting_for != shown_.waiting_for ||
        standing.node != shown_.node || !told_) {
      told_ = true;
      shown_ = standing;
      audience_.on_standing(standing);
    }
    if (standing.hopeless) {
      wait_for_last_words(standing, *standing.hopeless);
    } else {
      hopeless_.reset();
    }
  }

  // What the judge has written, or writes while the cluster ends it, may still be on its way: its
  // result is worth more than the reason.
  void wait_for_last_words(const Standing& standing, const Error& why) {
    const Nanos now = line_.clock.monotonic();
    if (!hopeless_) hopeless_since_ = now;
    hopeless_ = why;
    const bool ended = standing.stage == Stage::kEnded;
    const bool more_to_come =
        may_speak() && !sighting_.job_deleted && (ended || now - hopeless_since_ < kLastWords);
    if (!more_to_come) throw with_complaint(why);
    if (ended && log_) log_->finish();
  }

  // Whether there is a judge whose log has not been read to its end, as far as is known.
  [[nodiscard]] bool may_speak() const {
    if (log_) return log_->end() == kube::LogEnd::kOpen;
    return !pods_known_ || has_log(judge_state(sighting_.pod));
  }

  [[noreturn]] void end_without_result() const {
    if (hopeless_) throw with_complaint(*hopeless_);
    if (const auto& error = log_->error()) throw Error(*error);
    const std::string summary = judge_summary(sighting_.pod);
    throw Error(ErrorKind::kIncomplete,
                "the judge has ended, but its result did not arrive",
                summary.empty() ? "its log ends before the result, and it left no summary"
                                : "it left this summary: " + shorten(printable(summary), 512),
                "kubectl logs -n " + namespace_ + " job/" + name_ + " -c judge");
  }

  // What the container's log holds besides frames is a program's or a runtime's last word.
  [[nodiscard]] Error with_complaint(const Error& error) const {
    if (complaint_.empty()) return error;
    return {
        error.kind(), error.what(), error.why() + "; its log says: " + complaint_, error.next()};
  }

  void on_line(const kube::LogLine& line, std::optional<std::uint64_t> number) override {
    if (number) {
      audience_.on_frame(std::string(line.text) + "\n");
    } else {
      complaint_ = one_line(std::string(line.text));
    }
  }
  void on_fragment(std::string_view /*text*/) override {}
  void on_lost(std::uint64_t lines) override { audience_.on_lost(lines); }

  struct Watched {
    std::unique_ptr<kube::Watch> watch;
    Need need = Need::kRequired;
  };

  const Line& line_;
  std::string namespace_;
  std::string name_;
  Audience& audience_;
  Patience patience_;
  Diagnosis diagnosis_;
  Sighting sighting_{};
  Pods pods_{};
  bool pods_known_ = false;  // those that there were at first
  std::string pod_uid_{};
  bool pod_is_new_ = false;
  std::vector<Watched> watches_{};
  bool watches_nodes_ = false;
  std::unique_ptr<kube::LogFollower> log_{};
  std::string trouble_{};
  Standing shown_{};
  bool told_ = false;
  std::optional<Error> hopeless_{};
  Nanos hopeless_since_{0};
  std::optional<Nanos> waits_since_{};  // for another pod
  std::string complaint_{};
};

}  // namespace

Followed follow(const Line& line,
                const std::string& namespace_name,
                const Json& job,
                const Patience& patience,
                Audience& audience) {
  return Following(line, namespace_name, job, patience, audience).run();
}

}  // namespace algo::run
