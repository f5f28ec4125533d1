#include "run/log_rules.h"

#include "result/frame.h"

namespace algo::run {

kube::LogRules judge_log_rules(bool is_judge) {
  kube::LogRules rules;
  if (is_judge) {
    rules.heartbeat = std::chrono::seconds(15);
    rules.sequence_of = [](std::string_view text) -> std::optional<std::uint64_t> {
      const std::optional<result::Frame> frame = result::parse_frame(text);
      return frame ? std::optional(frame->seq) : std::nullopt;
    };
  } else {
    rules.sequence_of = [](std::string_view) { return std::optional<std::uint64_t>(); };
  }
  return rules;
}

}  // namespace algo::run
