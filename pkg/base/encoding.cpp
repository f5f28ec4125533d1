#include "base/encoding.h"

#include "base/error.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace algo {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNotBase64 = 0xff;

constexpr std::array<std::uint8_t, 256> make_reverse() {
  std::array<std::uint8_t, 256> reverse{};
  reverse.fill(kNotBase64);
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    reverse[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return reverse;
}

constexpr auto kReverse = make_reverse();

std::uint32_t byte_or_zero(std::string_view bytes, std::size_t index) {
  return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0U;
}

// One group of four digits whose last `padding` digits are '='. False when a digit is none, or when
// bits that the padding makes meaningless are set.
bool decode_group(std::string_view group, std::size_t padding, std::string& out) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::uint8_t digit =
        i < 4 - padding ? kReverse[static_cast<unsigned char>(group[i])] : std::uint8_t{0};
    if (digit == kNotBase64) return false;
    bits = bits << 6U | digit;
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const auto byte = static_cast<char>(bits >> (16U - 8U * i) & 0xffU);
    if (i < 3 - padding) {
      out += byte;
    } else if (byte != 0) {
      return false;
    }
  }
  return true;
}

struct Streamed {
  std::string bytes{};
  int status = Z_OK;
};

// What `step`, deflate or inflate, makes of the input, until that ends, fails or is more than
// `max_bytes` (Z_BUF_ERROR). In pieces: compressBound at once is as much memory again as the input.
Streamed run(z_stream& stream,
             int (*step)(z_streamp, int),
             int flush,
             std::string_view input,
             std::size_t max_bytes) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast,*-reinterpret-cast): zlib only reads it
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
  stream.avail_in = static_cast<uInt>(input.size());
  Streamed made;
  std::array<char, std::size_t{16} * 1024> chunk{};
  while (made.status == Z_OK) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): zlib's byte type
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    made.status = step(&stream, flush);
    made.bytes.append(chunk.data(), chunk.size() - stream.avail_out);
    if (made.bytes.size() > max_bytes) made.status = Z_BUF_ERROR;
  }
  return made;
}

}  // namespace

std::string base64_encode(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::uint32_t bits = byte_or_zero(bytes, i) << 16U | byte_or_zero(bytes, i + 1) << 8U |
                               byte_or_zero(bytes, i + 2);
    text += kAlphabet[bits >> 18U];
    text += kAlphabet[bits >> 12U & 63U];
    text += i + 1 < bytes.size() ? kAlphabet[bits >> 6U & 63U] : '=';
    text += i + 2 < bytes.size() ? kAlphabet[bits & 63U] : '=';
  }
  return text;
}

std::optional<std::string> base64_decode(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    std::size_t padding = 0;
    if (i + 4 == text.size() && text[i + 3] == '=') padding = text[i + 2] == '=' ? 2 : 1;
    if (!decode_group(text.substr(i, 4), padding, bytes)) return std::nullopt;
  }
  return bytes;
}

std::string zlib_compress(std::string_view bytes, ZlibLevel level) {
  z_stream stream{};
  const int zlib = level == ZlibLevel::kStored ? Z_NO_COMPRESSION : Z_DEFAULT_COMPRESSION;
  if (deflateInit(&stream, zlib) != Z_OK) {
    throw Error(ErrorKind::kInternal, "zlib cannot start");
  }
  Streamed made = run(stream, &deflate, Z_FINISH, bytes, std::numeric_limits<std::size_t>::max());
  deflateEnd(&stream);
  if (made.status != Z_STREAM_END) throw Error(ErrorKind::kInternal, "zlib cannot compress");
  return std::move(made.bytes);
}

std::optional<std::string> zlib_decompress(std::string_view bytes, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw Error(ErrorKind::kInternal, "zlib cannot start");
  Streamed made = run(stream, &inflate, Z_NO_FLUSH, bytes, max_bytes);
  const bool whole = made.status == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!whole) return std::nullopt;
  return std::move(made.bytes);
}

}  // namespace algo
