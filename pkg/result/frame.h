#pragma once

#include "base/json.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace algo::result {

// One line of the judge's log:  @algo1 <stream> <seq> <length> <crc32c> <payload>
// seq counts from 1 without gaps; length and crc32c (8 hex digits) are the payload's; the payload
// is compact JSON, or base64 for the pieces of the streams "result" and "answer". A line stays
// under kMaxFrameBytes, because the container runtime splits longer ones (containerd: 16 KiB).
// Streams: hello, phase, compilelog (while it runs), compile, answer (what a case answered, when
// that was asked for), case, heartbeat, result, end; and probe, of a pod that judges nothing.
inline constexpr std::size_t kMaxFrameBytes = std::size_t{8} * 1024;
inline constexpr std::string_view kFrameMark = "@algo1 ";

struct Frame {
  std::string stream{};
  std::uint64_t seq = 0;
  std::string payload{};
};

// Writes frames through `sink` (whole lines, LF included); numbers them.
class FrameWriter {
 public:
  explicit FrameWriter(std::function<void(std::string_view)> sink) : sink_(std::move(sink)) {}
  // Throws Error(kInternal) when that would be no line, or one too long: callers cut their
  // payloads.
  void write(std::string_view stream, std::string_view payload);
  void write(std::string_view stream, const Json& payload);
  // The whole report: a "result" header frame {format: "zlib+base64", bytes, sha256, chunks}, then
  // base64 chunks of the zlib-compressed bytes, then "end" {verdict}.
  void write_result(const std::string& report_bytes, std::string_view verdict);

 private:
  std::function<void(std::string_view)> sink_;
  std::uint64_t next_seq_ = 1;
};

// The frame that a line (without LF) is, whatever came before it; nullopt for all else.
[[nodiscard]] std::optional<Frame> parse_frame(std::string_view line);

// Text that is no frame (a kernel or runtime message), or a frame that is damaged or out of order.
// "sequence gap: 4 after 2" comes before the frame 4, which is good; all other reasons ("not a
// frame", "head", "length", "crc", "overlong", "cut off", "repeated: 2 after 4") stand in the place
// of the line.
struct Noise {
  std::string line{};  // at most kMaxFrameBytes of it
  std::string reason{};
};
using FrameEvent = std::variant<Frame, Noise>;

// Cuts a byte stream into frames, whatever the sizes of the pieces. Holds at most one line of
// kMaxFrameBytes; the rest of a longer line is dropped and reported once.
class FrameReader {
 public:
  using Sink = std::function<void(const FrameEvent&)>;
  void feed(std::string_view bytes, const Sink& on_event);
  // The stream has ended: reports a line that has no end.
  void finish(const Sink& on_event);

 private:
  void end_line(const Sink& on_event);

  std::string line_{};
  bool overlong_ = false;
  std::uint64_t last_seq_ = 0;
};

// Puts the frames of the streams "result" and "end" together again; ignores the others.
class ResultAssembler {
 public:
  static constexpr std::size_t kMaxReportBytes = std::size_t{64} << 20U;
  void add(const Frame& frame);         // throws Error(kIncomplete) on contradiction
  [[nodiscard]] bool complete() const;  // header, all chunks, end
  // The report's bytes, checked against size and sha256. Throws Error(kIncomplete).
  [[nodiscard]] std::string bytes() const;

 private:
  void begin(const std::string& header);
  void add_chunk(const std::string& base64);

  bool begun_ = false;
  bool ended_ = false;
  std::size_t chunks_expected_ = 0;
  std::size_t chunks_seen_ = 0;
  std::uint64_t size_ = 0;
  std::string sha256_{};
  std::string compressed_{};
};

}  // namespace algo::result
