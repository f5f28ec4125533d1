#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace algo::kube {

// One line of a pod's log that was asked for with timestamps.
struct LogLine {
  std::string_view text{};       // without timestamp and LF
  std::string_view timestamp{};  // RFC 3339 with nanoseconds; "" when the line has none
  bool cut = false;              // its rest, beyond the limit, was dropped
  bool ended = true;             // false: the stream ended within it
};

// Cuts a log into lines, whatever the sizes of the pieces.
class LogLines {
 public:
  using Sink = std::function<void(const LogLine&)>;
  explicit LogLines(std::size_t max_line) : max_line_(max_line) {}
  void feed(std::string_view bytes, const Sink& on_line);
  // The stream has ended: tells what has no LF.
  void finish(const Sink& on_line);

 private:
  void tell(bool ended, const Sink& on_line);

  std::size_t max_line_;
  std::string line_{};
  bool cut_ = false;
};

// The timestamp's whole second, less `back`, as sinceTime wants it ("2024-01-02T03:04:05Z"): the
// API server drops fractions. "" for what is no timestamp.
[[nodiscard]] std::string since_time(std::string_view timestamp, int back);

}  // namespace algo::kube
