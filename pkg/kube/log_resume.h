#pragma once

#include "kube/log_lines.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace algo::kube {

// Remembers what of a log has been told, so that a log that is read again (sinceTime knows whole
// seconds only) is told on where it stopped.
class LogResume {
 public:
  enum class Novelty {
    kNew,
    kRepeated,  // told before
    kGap,       // numbered lines before this one are missing
  };
  using Number = std::optional<std::uint64_t>;
  // `number` is the line's own.
  [[nodiscard]] Novelty judge(const LogLine& line, Number number) const;
  // The line is told now. Returns how many numbered lines are missing before it.
  std::uint64_t accept(const LogLine& line, Number number);

  [[nodiscard]] std::uint64_t last_number() const { return last_number_; }
  [[nodiscard]] const std::string& last_timestamp() const { return last_timestamp_; }

 private:
  struct Mark {
    std::string timestamp{};
    std::size_t hash = 0;
    bool operator==(const Mark&) const = default;
  };
  [[nodiscard]] static Mark mark_of(const LogLine& line);

  std::uint64_t last_number_ = 0;
  std::string last_timestamp_{};
  std::deque<Mark> marks_{};  // of the lines without number that could come again
};

}  // namespace algo::kube
