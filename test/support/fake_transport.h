#pragma once

#include "kube/transport.h"
#include "support/fake_clock.h"

#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace algo::test {

// One thing that happens to an exchange, so long after the thing before it.
struct Act {
  enum class Kind { kHead, kData, kEnd, kInterrupt };
  Nanos after{0};
  Kind kind = Kind::kEnd;
  kube::Head head{};
  std::string data{};
  kube::Ending ending{};
};
using Acts = std::vector<Act>;

[[nodiscard]] Act head_act(int status, std::vector<kube::Header> headers = {}, Nanos after = {});
[[nodiscard]] Act data_act(std::string data, Nanos after = {});
[[nodiscard]] Act end_act(kube::Failure failure = kube::Failure::kNone, Nanos after = {});

// A whole answer; JSON unless the headers say otherwise.
[[nodiscard]] Acts reply(int status,
                         const std::string& body,
                         std::vector<kube::Header> headers = {});
// A failure before any answer.
[[nodiscard]] Acts failing(kube::Failure failure);
// The person stops everything while the answer is awaited.
[[nodiscard]] Acts interrupting();
// An answer 200 of these pieces that goes on for ever.
[[nodiscard]] Acts streaming(const std::vector<std::string>& pieces,
                             const std::string& type = "application/json");
// The same, and then it ends so.
[[nodiscard]] Acts streaming_until(const std::vector<std::string>& pieces,
                                   kube::Failure failure = kube::Failure::kNone,
                                   Nanos after = {},
                                   const std::string& type = "application/json");

// A transport without a network, in which only the clock that it is given moves time: a wait takes
// no time, and what happens, happens at its moment. Requests take the scripts one after
// another.
class FakeTransport final : public kube::Transport {
 public:
  explicit FakeTransport(FakeClock& clock) : clock_(clock) {}

  void expect(Acts acts) { scripts_.push_back(std::move(acts)); }
  // The same for requests whose target holds `part`; these come before the others.
  void expect_for(const std::string& part, Acts acts) {
    routed_.emplace_back(part, std::move(acts));
  }
  [[nodiscard]] const std::vector<kube::Request>& requests() const { return requests_; }
  [[nodiscard]] const kube::Request& last() const { return requests_.back(); }
  // When each request was sent, since the beginning.
  [[nodiscard]] const std::vector<Nanos>& times() const { return times_; }
  [[nodiscard]] std::size_t left() const { return scripts_.size(); }
  // Whether nothing more will happen by itself.
  [[nodiscard]] bool quiet() const { return earliest() == nullptr; }
  [[nodiscard]] std::size_t active() const { return active_.size(); }

  [[nodiscard]] std::unique_ptr<kube::Exchange> start(kube::Request request,
                                                      kube::Sink& sink) override;
  void poll(Nanos limit) override;

 private:
  struct Active {
    kube::Sink* sink = nullptr;  // nullptr: dropped
    std::deque<Act> acts{};
    Nanos due{0};
  };
  class Handle;
  [[nodiscard]] std::shared_ptr<Active> earliest() const;
  [[nodiscard]] Acts take_script(const kube::Request& request);

  FakeClock& clock_;
  Nanos begin_ = clock_.monotonic();
  std::deque<Acts> scripts_{};
  std::list<std::pair<std::string, Acts>> routed_{};
  std::vector<kube::Request> requests_{};
  std::vector<Nanos> times_{};
  std::list<std::shared_ptr<Active>> active_{};
};

// Steps and polls until `done`, or until nothing more can happen (checked by the caller).
template <typename Machine>
void drive(Machine& machine,
           kube::Transport& transport,
           const Clock& clock,
           const std::function<bool()>& done,
           int most_steps = 10'000) {
  for (int step = 0; step < most_steps && !done(); ++step) {
    const Nanos due = machine.step();
    if (done()) return;
    transport.poll(due == Nanos::max() ? Nanos(std::chrono::hours(1))
                                       : std::max(Nanos{0}, due - clock.monotonic()));
  }
}

}  // namespace algo::test
