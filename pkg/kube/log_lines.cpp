#include "kube/log_lines.h"

#include "base/clock.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace algo::kube {
namespace {

// Room for the timestamp before a line of max_line bytes.
constexpr std::size_t kMaxTimestamp = 40;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// Seconds that "Z" or "+02:00" are ahead of UTC.
std::optional<int> zone_offset(std::string_view zone) {
  if (zone == "Z") return 0;
  const auto hours = digits(zone, 1, 2);
  const auto minutes = digits(zone, 4, 2);
  if (zone.size() != 6 || !hours || !minutes || zone[3] != ':') return std::nullopt;
  const int seconds = *hours * 3600 + *minutes * 60;
  if (zone[0] == '+') return seconds;
  return zone[0] == '-' ? std::optional(-seconds) : std::nullopt;
}

std::optional<std::chrono::sys_seconds> parse_second(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  if (text.size() <= kForm.size()) return std::nullopt;
  for (const std::size_t at : {4U, 7U, 10U, 13U, 16U}) {
    if (text[at] != kForm[at]) return std::nullopt;
  }
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = digits(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  std::string_view rest = text.substr(kForm.size());
  if (rest.front() == '.') rest.remove_prefix(std::min(rest.find_first_of("Z+-"), rest.size()));
  const auto offset = zone_offset(rest);
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!offset || !date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second - *offset);
}

}  // namespace

void LogLines::tell(bool ended, const Sink& on_line) {
  const std::string line = std::exchange(line_, {});
  LogLine out{.text = line, .timestamp = "", .cut = std::exchange(cut_, false), .ended = ended};
  const std::size_t space = std::min(line.find(' '), line.size());
  if (space <= kMaxTimestamp && parse_second(out.text.substr(0, space))) {
    out.timestamp = out.text.substr(0, space);
    out.text.remove_prefix(std::min(space + 1, line.size()));
  }
  on_line(out);
}

void LogLines::feed(std::string_view bytes, const Sink& on_line) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view part = bytes.substr(0, end);
    const std::size_t room = max_line_ + kMaxTimestamp - line_.size();
    cut_ = cut_ || part.size() > room;
    line_ += part.substr(0, room);
    if (end == std::string_view::npos) return;
    tell(true, on_line);
    bytes.remove_prefix(end + 1);
  }
}

void LogLines::finish(const Sink& on_line) {
  if (!line_.empty()) tell(false, on_line);
}

std::string since_time(std::string_view timestamp, int back) {
  const auto second = parse_second(timestamp);
  return second ? rfc3339(*second - std::chrono::seconds(back)) : "";
}

}  // namespace algo::kube
