#include "judge/live_log.h"

namespace algo::judge {

void LiveLog::show(std::string_view log) {
  constexpr Nanos period = std::chrono::seconds(1);
  const Nanos now = clock_.monotonic();
  if (log.empty() || log.size() < sent_) {
    sent_ = 0;
    told_ = now;
    return;
  }
  const std::size_t end = log.rfind('\n') + 1;  // 0 when there is no whole line
  if (end <= sent_ || now - told_ < period) return;
  journal_.compile_log(log.substr(sent_, end - sent_));
  sent_ = end;
  told_ = now;
}

}  // namespace algo::judge
