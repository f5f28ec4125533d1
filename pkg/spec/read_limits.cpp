#include "base/text.h"
#include "spec/read.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace algo::spec {

namespace {

using std::chrono::nanoseconds;

constexpr nanoseconds kMinTime = std::chrono::milliseconds(1);
constexpr nanoseconds kMaxTime = std::chrono::minutes(10);
constexpr nanoseconds kMaxWall = std::chrono::hours(1);
constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;

nanoseconds read_duration(const Cursor& at, nanoseconds most) {
  const std::string rule = "a number with a unit, such as 500ms or 2s, from " +
                           human_duration(kMinTime) + " to " + human_duration(most);
  if (!at.json().is_string()) at.fail("is no duration", rule);
  const std::optional<nanoseconds> duration = parse_duration(at.text());
  if (!duration) at.fail("is no duration", rule);
  if (*duration < kMinTime || *duration > most) at.fail("is out of range", rule);
  return *duration;
}

std::uint64_t read_bytes(const Cursor& at, std::uint64_t least, std::uint64_t most) {
  const std::string rule =
      "a quantity such as 128Mi, from " + human_bytes(least) + " to " + human_bytes(most);
  const Json& value = at.json();
  if (!value.is_string() && !value.is_number_unsigned()) at.fail("is no quantity", rule);
  const std::optional<std::uint64_t> bytes =
      value.is_string() ? parse_quantity(at.text()) : value.get<std::uint64_t>();
  if (!bytes) at.fail("is no quantity", rule);
  if (*bytes < least || *bytes > most) at.fail("is out of range", rule);
  return *bytes;
}

}  // namespace

void read_limits(const Cursor& spec, Problem& problem) {
  Limits& limits = problem.limits;
  const std::optional<Cursor> at = spec.find("limits");
  if (at) {
    at->allow_keys({"time", "wall", "memory", "output", "processes"});
    if (const auto time = at->find("time")) limits.time = read_duration(*time, kMaxTime);
    if (const auto wall = at->find("wall")) limits.wall = read_duration(*wall, kMaxWall);
    if (const auto memory = at->find("memory")) {
      limits.memory = read_bytes(*memory, 4 * kMebibyte, 65536 * kMebibyte);
    }
    if (const auto output = at->find("output")) {
      limits.output = read_bytes(*output, 1024, 1024 * kMebibyte);
    }
    if (const auto processes = at->find("processes")) {
      limits.processes = static_cast<std::uint32_t>(processes->whole_number(1, 4096));
    }
  }
  if (limits.wall == nanoseconds::zero()) limits.wall = 2 * limits.time + std::chrono::seconds(1);
}

}  // namespace algo::spec
