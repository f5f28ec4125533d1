#include "base/digest.h"
#include "result/frame.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace algo::result {
namespace {

constexpr std::size_t kMaxStreamName = 16;

// The text up to the next space, which is taken with it; nullopt when there is no space.
std::optional<std::string_view> take_word(std::string_view& rest) {
  const std::size_t space = rest.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view word = rest.substr(0, space);
  rest.remove_prefix(space + 1);
  return word;
}

// Exactly as the writer writes numbers: no sign, lower case, no leading zero unless `digits` says
// how many.
template <typename Number>
std::optional<Number> take_number(std::string_view& rest, int base, std::size_t digits) {
  const std::optional<std::string_view> word = take_word(rest);
  if (!word || word->empty()) return std::nullopt;
  if (digits > 0 ? word->size() != digits : word->front() == '0' && word->size() > 1) {
    return std::nullopt;
  }
  if (std::any_of(word->begin(), word->end(), [](char c) { return c >= 'A' && c <= 'F'; })) {
    return std::nullopt;
  }
  Number value = 0;
  const char* const begin = word->data();
  const char* const end = begin + word->size();
  const auto [last, error] = std::from_chars(begin, end, value, base);
  if (error != std::errc{} || last != end) return std::nullopt;
  return value;
}

bool is_stream_name(std::string_view name) {
  return !name.empty() && name.size() <= kMaxStreamName &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The frame, or why the line is none.
std::variant<Frame, const char*> parse_line(std::string_view line) {
  if (!line.starts_with(kFrameMark)) return "not a frame";
  std::string_view rest = line.substr(kFrameMark.size());
  const auto stream = take_word(rest);
  if (!stream || !is_stream_name(*stream)) return "head";
  const auto seq = take_number<std::uint64_t>(rest, 10, 0);
  const auto length = take_number<std::uint64_t>(rest, 10, 0);
  const auto crc = take_number<std::uint32_t>(rest, 16, 8);
  if (!seq || *seq == 0 || !length || !crc) return "head";
  if (*length != rest.size()) return "length";
  if (*crc != crc32c(rest)) return "crc";
  return Frame{std::string(*stream), *seq, std::string(rest)};
}

}  // namespace

std::optional<Frame> parse_frame(std::string_view line) {
  std::variant<Frame, const char*> parsed = parse_line(line);
  if (auto* frame = std::get_if<Frame>(&parsed)) return std::move(*frame);
  return std::nullopt;
}

void FrameReader::end_line(const Sink& on_event) {
  if (overlong_) {
    on_event(Noise{std::move(line_), "overlong"});
  } else {
    std::variant<Frame, const char*> parsed = parse_line(line_);
    if (const auto* reason = std::get_if<const char*>(&parsed)) {
      on_event(Noise{std::move(line_), *reason});
    } else {
      auto& frame = std::get<Frame>(parsed);
      const std::string after = std::to_string(frame.seq) + " after " + std::to_string(last_seq_);
      if (frame.seq <= last_seq_) {
        on_event(Noise{std::move(line_), "repeated: " + after});
      } else {
        if (frame.seq - last_seq_ > 1) on_event(Noise{"", "sequence gap: " + after});
        last_seq_ = frame.seq;
        on_event(std::move(frame));
      }
    }
  }
  line_.clear();
  overlong_ = false;
}

void FrameReader::feed(std::string_view bytes, const Sink& on_event) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view piece = bytes.substr(0, end);
    const std::size_t room = kMaxFrameBytes - 1 - line_.size();
    line_ += piece.substr(0, room);
    overlong_ = overlong_ || piece.size() > room;
    if (end == std::string_view::npos) return;
    end_line(on_event);
    bytes.remove_prefix(end + 1);
  }
}

void FrameReader::finish(const Sink& on_event) {
  if (line_.empty()) return;
  on_event(Noise{std::move(line_), overlong_ ? "overlong" : "cut off"});
  line_.clear();
  overlong_ = false;
}

}  // namespace algo::result
