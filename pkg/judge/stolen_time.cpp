#include "judge/stolen_time.h"

#include "base/error.h"
#include "base/text.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

namespace algo::judge {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1}
                                   << 20U;  // a line for each processor and interrupt
constexpr std::size_t kSteal = 8;
constexpr auto kTick = std::chrono::milliseconds(10);  // USER_HZ is 100 on every Linux
constexpr std::int64_t kMostTicks = 1'000'000'000'000;

}  // namespace

std::optional<Nanos> parse_stolen_time(std::string_view stat) {
  if (!stat.starts_with("cpu  ")) return std::nullopt;
  const std::vector<std::string> words =
      split(std::string(stat.substr(4, stat.find('\n') - 4)), ' ');
  if (words.size() <= kSteal) return std::nullopt;
  const std::string& word = words[kSteal];
  std::int64_t ticks = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), ticks);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  if (ticks < 0 || ticks > kMostTicks) return std::nullopt;
  return ticks * kTick;
}

std::optional<Nanos> stolen_time(const Files& files) {
  try {
    return parse_stolen_time(files.read("/proc/stat", kMostBytes));
  } catch (const Error&) {
    return std::nullopt;  // a container without it
  }
}

}  // namespace algo::judge
