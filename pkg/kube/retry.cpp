#include "kube/retry.h"

#include "kube/http_fields.h"

#include <algorithm>
#include <array>
#include <memory>
#include <random>

namespace algo::kube {
namespace {

struct Row {
  Trouble trouble;
  bool repeatable;
  bool once;
};

constexpr std::array kTable{
    //  trouble                repeatable  once
    Row{Trouble::kNone, false, false},
    Row{Trouble::kRetryAfter, true, true},
    Row{Trouble::kOverload, false, false},
    Row{Trouble::kReset, true, false},
    Row{Trouble::kRefused, false, false},
    Row{Trouble::kTimeout, false, false},
    Row{Trouble::kOther, false, false},
};

}  // namespace

Trouble trouble_of(const Head& head, const Ending& ending) {
  switch (ending.failure) {
    case Failure::kNone:
      break;
    case Failure::kReset:
      return Trouble::kReset;
    case Failure::kRefused:
      return Trouble::kRefused;
    case Failure::kTimeout:
      return Trouble::kTimeout;
    default:
      return Trouble::kOther;
  }
  if (head.status != 429 && head.status < 500) return Trouble::kNone;
  return retry_after(head) ? Trouble::kRetryAfter : Trouble::kOverload;
}

bool may_retry(Purpose purpose, Trouble trouble) {
  const auto* row = std::find_if(
      kTable.begin(), kTable.end(), [trouble](const Row& each) { return each.trouble == trouble; });
  if (row == kTable.end()) return false;
  return purpose == Purpose::kRepeatable ? row->repeatable : row->once;
}

Nanos Backoff::next() {
  const Nanos now = clock_.monotonic();
  if (current_ != Nanos{0} && now - last_asked_ > rule_.quiet + current_) reset();
  last_asked_ = now;
  current_ = current_ == Nanos{0} ? rule_.first : std::min(current_ * 2, rule_.cap);
  const double part = rule_.jitter * random_();
  return current_ + Nanos(static_cast<Nanos::rep>(static_cast<double>(current_.count()) * part));
}

std::function<double()> make_random() {
  auto engine = std::make_shared<std::minstd_rand>(std::random_device{}());
  return [engine] { return std::uniform_real_distribution<double>(0.0, 1.0)(*engine); };
}

}  // namespace algo::kube
