#include "result/frame.h"

#include "base/digest.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/text.h"

namespace algo::result {
namespace {

// Of the compressed report; 5 KiB of bytes are 6.8 KiB of base64.
constexpr std::size_t kChunkBytes = std::size_t{5} * 1024;

std::string hex8(std::uint32_t value) {
  std::string text(8, '0');
  for (std::size_t i = 0; i < 8; ++i) text[7 - i] = kHexDigits[value >> (4 * i) & 15U];
  return text;
}

}  // namespace

void FrameWriter::write(std::string_view stream, std::string_view payload) {
  std::string line(kFrameMark);
  line += stream;
  line += " " + std::to_string(next_seq_) + " " + std::to_string(payload.size()) + " " +
          hex8(crc32c(payload)) + " ";
  line += payload;
  line += '\n';
  if (line.size() > kMaxFrameBytes || line.find('\n') != line.size() - 1) {
    throw Error(ErrorKind::kInternal,
                "a frame that is no line of at most " + std::to_string(kMaxFrameBytes) + " bytes");
  }
  ++next_seq_;
  sink_(line);
}

void FrameWriter::write(std::string_view stream, const Json& payload) {
  write(stream, std::string_view(dump_json(payload)));
}

void FrameWriter::write_result(const std::string& report_bytes, std::string_view verdict) {
  const std::string compressed = zlib_compress(report_bytes);
  const std::size_t chunks = (compressed.size() + kChunkBytes - 1) / kChunkBytes;
  write("result",
        Json{{"format", "zlib+base64"},
             {"bytes", report_bytes.size()},
             {"sha256", sha256_hex(report_bytes)},
             {"chunks", chunks}});
  for (std::size_t i = 0; i < chunks; ++i) {
    const auto piece = std::string_view(compressed).substr(i * kChunkBytes, kChunkBytes);
    write("result", std::string_view(base64_encode(piece)));
  }
  write("end", Json{{"verdict", verdict}});
}

}  // namespace algo::result
