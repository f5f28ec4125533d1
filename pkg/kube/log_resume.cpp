#include "kube/log_resume.h"

#include <algorithm>
#include <functional>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxMarks = 1024;
// How far before the last line's second a log is ever read again.
constexpr int kReread = 2;

}  // namespace

LogResume::Mark LogResume::mark_of(const LogLine& line) {
  return {.timestamp = std::string(line.timestamp),
          .hash = std::hash<std::string_view>{}(line.text)};
}

LogResume::Novelty LogResume::judge(const LogLine& line, Number number) const {
  if (number) {
    if (*number <= last_number_) return Novelty::kRepeated;
    return *number == last_number_ + 1 ? Novelty::kNew : Novelty::kGap;
  }
  if (line.timestamp.empty()) return Novelty::kNew;
  const bool known = std::find(marks_.begin(), marks_.end(), mark_of(line)) != marks_.end();
  return known ? Novelty::kRepeated : Novelty::kNew;
}

std::uint64_t LogResume::accept(const LogLine& line, Number number) {
  std::uint64_t missing = 0;
  if (number) {
    missing = *number > last_number_ ? *number - last_number_ - 1 : 0;
    last_number_ = std::max(last_number_, *number);
  } else if (!line.timestamp.empty()) {
    marks_.push_back(mark_of(line));
  }
  if (line.timestamp > last_timestamp_) {
    last_timestamp_ = line.timestamp;
    const std::string oldest = since_time(last_timestamp_, kReread);
    while (!marks_.empty() && since_time(marks_.front().timestamp, 0) < oldest) marks_.pop_front();
  }
  if (marks_.size() > kMaxMarks) marks_.pop_front();
  return missing;
}

}  // namespace algo::kube
