#pragma once

#include "kube/log_follow.h"
#include "support/fake_transport.h"

#include <charconv>
#include <memory>
#include <string>
#include <vector>

namespace algo::kube {

// A log line "#N" as the server gives it, N seconds after three o'clock.
inline std::string stamp(int second) {
  return "2024-01-02T03:" + std::to_string(10 + second / 60) + ":" +
         std::to_string(10 + second % 60 % 50) + ".000000000Z";
}
inline std::string line(int number, const std::string& text = "") {
  return stamp(number) + " " + (text.empty() ? "#" + std::to_string(number) : text) + "\n";
}
inline std::string lines(int first, int last) {
  std::string out;
  for (int number = first; number <= last; ++number) out += line(number);
  return out;
}

// Follows a fake pod's log: lines "#N" are numbered. What arrives is told as "N" for a numbered
// line, "'text'" for another, "~text" for a fragment and "lost N".
struct LogWorld : LogHandler {
  test::FakeClock clock{};
  test::FakeTransport transport{clock};
  LogRules rules{};
  std::vector<std::string> told{};
  std::unique_ptr<LogFollower> follower{};

  LogWorld() {
    rules.backoff.jitter = 0.0;
    rules.sequence_of = [](std::string_view text) -> std::optional<std::uint64_t> {
      std::uint64_t number = 0;
      if (text.empty() || text.front() != '#') return std::nullopt;
      const char* end = text.data() + text.size();
      const auto [at, error] = std::from_chars(text.data() + 1, end, number);
      return error == std::errc{} && at == end ? std::optional(number) : std::nullopt;
    };
  }

  void on_line(const LogLine& what, std::optional<std::uint64_t> number) override {
    told.push_back(number ? std::to_string(*number) : "'" + std::string(what.text) + "'");
  }
  void on_fragment(std::string_view text) override { told.push_back("~" + std::string(text)); }
  void on_lost(std::uint64_t count) override { told.push_back("lost " + std::to_string(count)); }

  void open() {
    follower = std::make_unique<LogFollower>(
        transport, clock, LogTarget{"n", "p", "judge"}, rules, [] { return 0.0; }, *this);
  }
  // Until every answer that is written is under way and has said all it has, or it has ended.
  void run() {
    if (!follower) open();
    test::drive(*follower, transport, clock, [this] {
      return follower->end() != LogEnd::kOpen || (transport.left() == 0 && transport.quiet());
    });
  }
  // The container ends; until the follower has ended.
  void run_out() {
    follower->finish();
    test::drive(*follower, transport, clock, [this] { return follower->end() != LogEnd::kOpen; });
  }
  [[nodiscard]] Error reason() const {
    return follower->error().value_or(Error(ErrorKind::kInternal, "there is none"));
  }
  void follow_with(const std::vector<std::string>& pieces) {
    transport.expect(test::streaming(pieces, "text/plain"));
  }
  void follow_until(const std::vector<std::string>& pieces,
                    Failure failure = Failure::kNone,
                    Nanos after = {}) {
    transport.expect(test::streaming_until(pieces, failure, after, "text/plain"));
  }
  [[nodiscard]] std::string target_of(std::size_t i) const {
    return transport.requests().at(i).target;
  }
};

using Told = std::vector<std::string>;

}  // namespace algo::kube
