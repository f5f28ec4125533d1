#include "run/uids.h"

#include "run/fields.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace algo::run {
namespace {

constexpr const char* kRangeAnnotation = "openshift.io/sa.scc.uid-range";
constexpr std::uint32_t kUsers = 3;  // build, sandbox, judge

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<UidRange> parse_uid_range(const std::string& text) {
  const std::size_t at = text.find_first_of("/-");
  if (at == std::string::npos) return std::nullopt;
  const auto first = number(std::string_view(text).substr(0, at));
  const auto second = number(std::string_view(text).substr(at + 1));
  if (!first || !second || *first == 0) return std::nullopt;
  const bool block = text[at] == '/';
  if (!block && *second < *first) return std::nullopt;
  const std::uint64_t count = block ? *second : std::uint64_t{*second} - *first + 1;
  constexpr std::uint64_t most = std::numeric_limits<std::int32_t>::max();
  if (count < kUsers || *first + count - 1 > most) return std::nullopt;
  return UidRange{*first, static_cast<std::uint32_t>(count)};
}

std::optional<UidRange> uid_range_of(const Place& place) {
  const kube::Reply reply = place.client.get(kube::kNamespaces, "", place.namespace_name);
  if (!reply.ok()) return std::nullopt;
  return parse_uid_range(annotation_of(reply.object(), kRangeAnnotation));
}

std::uint32_t pick_first_uid(const UidRange& range, const std::function<double()>& random) {
  const std::uint32_t triples = range.count / kUsers;
  const auto pick = static_cast<std::uint32_t>(random() * triples);
  return range.first + (std::min(pick, triples - 1) * kUsers);
}

}  // namespace algo::run
