#pragma once

#include "kube/client.h"
#include "kube/retry.h"
#include "kube/transport.h"
#include "kube/watch_frames.h"
#include "kube/watch_known.h"

#include <memory>
#include <optional>
#include <string>

namespace algo::kube {

struct WatchTarget {
  Resource resource{};
  std::string namespace_name{};
  Selectors selectors{};
  std::string name{};  // for one object alone
  // What creating it returned: watching begins right behind that, without a list and without a gap.
  std::optional<Json> created{};
};

struct WatchRules {
  BackoffRule backoff{};
  Nanos shortest = std::chrono::seconds(1);  // between two starts of the stream
  std::chrono::seconds least_timeout{300};   // the server is asked to end a stream after
  std::chrono::seconds most_timeout{600};    //   a random time between these two
  Nanos grace = std::chrono::seconds(30);    // beyond that, before the stream counts as dead
  BackoffRule poll{std::chrono::seconds(2), std::chrono::seconds(10), 0.0, Nanos::max() / 2};
  std::size_t max_event = std::size_t{16} << 20U;
  std::size_t max_list = std::size_t{64} << 20U;
  int max_garbage = 5;        // answers in a row that are none of an API server
  int max_server_errors = 5;  // ERROR events in a row before everything is listed again
};

// List and watch, for as long as this object lives: streams that end, break, go silent or are too
// old are taken up again, and the handler hears of every change once. Where watching is forbidden
// it lists again and again; where listing is, too, and one name is wanted, it gets that.
//
// Driven from outside, together with any number of others:
//   while (…) transport.poll(watch.step() - clock.monotonic());
class Watch final : private Sink {
 public:
  using Handler = KnownObjects::Handler;  // called from within poll; must not destroy the watch

  Watch(Transport& transport,
        const Clock& clock,
        WatchTarget target,
        WatchRules rules,
        std::function<double()> random,
        Handler handler);

  // Does what is due. Returns the monotonic time at which to call it again at the latest;
  // Nanos::max() when stopped.
  Nanos step();
  // For good: no right to list, no such resource, no trust, or no API server at all.
  [[nodiscard]] const std::optional<Error>& stopped() const { return stopped_; }
  // Attempts in a row that failed, and why the last one did; 0 and "" while all is well.
  [[nodiscard]] int failures() const { return failures_; }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  [[nodiscard]] const std::string& resource_version() const { return version_; }

 private:
  enum class Phase { kList, kStream };

  void on_head(const Head& head) override;
  void on_data(std::string_view bytes) override;
  void on_end(const Ending& ending) override;

  [[nodiscard]] std::string list_target() const;
  [[nodiscard]] std::string stream_target(std::chrono::seconds timeout) const;
  [[nodiscard]] std::string field_selector() const;
  void start(Phase phase);
  void start_after(Nanos wait, Phase phase);
  void end_list(const Ending& ending);
  void take_list();
  void refuse_list(const Status& status);
  void after_list();
  void end_stream(const Ending& ending);
  void end_opened_stream(const Ending& ending);
  void refuse_stream(const Status& status);
  void take_event(const std::string& text);
  void take_error(const Status& status);
  void relist();
  void stop(Error error);
  // Notes a failure, and begins again after the longer of the next back-off and `least`.
  void retry(const std::string& why, Phase phase, Nanos least = Nanos{0});
  void garbage(const std::string& why);
  void well();

  Transport& transport_;
  const Clock& clock_;
  WatchTarget target_;
  WatchRules rules_;
  std::function<double()> random_;
  Handler handler_;
  Backoff backoff_;
  Backoff poll_;
  KnownObjects known_{};
  JsonSplitter splitter_;

  Phase phase_ = Phase::kList;
  std::unique_ptr<Exchange> exchange_{};  // under way
  Nanos due_{0};                          // of the next start, or of the end of patience
  Nanos started_{0};
  Head head_{};
  std::string body_{};             // of a list or a refusal
  std::optional<Status> error_{};  // an ERROR event ended the stream
  bool garbled_ = false;           // the stream was none
  bool heard_ = false;             // the stream has brought an event
  std::string version_{};          // everything up to here has been told
  std::string list_version_{};     // lists must be at least so new; "" for the most recent
  bool fresh_ = false;             // nothing has been heard since the last list
  bool synced_ = false;
  bool polling_ = false;  // watching is forbidden
  bool single_ = false;   // listing is forbidden
  int failures_ = 0;
  int garbage_ = 0;
  int server_errors_ = 0;
  std::string trouble_{};
  std::optional<Error> stopped_{};
};

}  // namespace algo::kube
