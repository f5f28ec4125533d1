#include "base/clock.h"

namespace algo {
namespace {

std::string padded(long number, std::size_t digits) {
  std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace

// By <chrono>'s calendar: strftime(3) would bring time zones, and with them 100 KiB, into the
// judge.
std::string rfc3339(std::chrono::system_clock::time_point time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<long>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<long>(static_cast<unsigned>(date.day())), 2) + "T" +
         padded(clock.hours().count(), 2) + ":" + padded(clock.minutes().count(), 2) + ":" +
         padded(clock.seconds().count(), 2) + "Z";
}

}  // namespace algo
