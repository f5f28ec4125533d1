#pragma once

#include "base/json.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace algo::result {

// One line of the judge's log:  @algo1 <stream> <seq> <length> <crc32c> <payload>
// seq counts from 1 without gaps; length and crc32c (8 hex digits) are the payload's; the payload
// is compact JSON, or base64 for the stream "result". A line stays under kMaxFrameBytes, because
// the container runtime splits longer ones (containerd: 16 KiB). Streams: hello, phase, compile,
// case, heartbeat, result, end.
inline constexpr std::size_t kMaxFrameBytes = 8 * 1024;

struct Frame {
  std::string stream{};
  std::uint64_t seq = 0;
  std::string payload{};
};

// Writes frames through `sink` (whole lines, LF included); numbers them.
class FrameWriter {
 public:
  explicit FrameWriter(std::function<void(std::string_view)> sink) : sink_(std::move(sink)) {}
  // Throws Error(kInternal) when the line would be too long: callers cut their payloads.
  void write(std::string_view stream, std::string_view payload);
  void write(std::string_view stream, const Json& payload);
  // The whole report: a "result" header frame {format, bytes, sha256, chunks}, then base64 chunks
  // of the zlib-compressed bytes, then "end" {verdict}.
  void write_result(const std::string& report_bytes, std::string_view verdict);

 private:
  std::function<void(std::string_view)> sink_;
  std::uint64_t next_seq_ = 1;
};

// Text that is no frame (a kernel or runtime message), or a frame that is damaged.
struct Noise {
  std::string line{};
  std::string reason{};  // "not a frame", "crc", "length", "sequence gap: 4 after 2", …
};
using FrameEvent = std::variant<Frame, Noise>;

// Cuts a byte stream into frames, whatever the sizes of the pieces. Holds at most one line of
// kMaxFrameBytes; the rest of a longer line is dropped and reported once.
class FrameReader {
 public:
  void feed(std::string_view bytes, const std::function<void(const FrameEvent&)>& on_event);

 private:
  std::string line_{};
  bool overlong_ = false;
  std::uint64_t last_seq_ = 0;
};

// Puts the frames of the streams "result" and "end" together again.
class ResultAssembler {
 public:
  static constexpr std::size_t kMaxReportBytes = std::size_t{64} << 20U;
  void add(const Frame& frame);         // throws Error(kIncomplete) on contradiction
  [[nodiscard]] bool complete() const;  // header, all chunks, end
  // The report's bytes, checked against size and sha256. Throws Error(kIncomplete).
  [[nodiscard]] std::string bytes() const;

 private:
  bool ended_ = false;
  std::size_t chunks_expected_ = 0;
  std::size_t chunks_seen_ = 0;
  std::uint64_t size_ = 0;
  std::string sha256_{};
  std::string compressed_{};
};

}  // namespace algo::result
