#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace algo {

// Base64 (RFC 4648 section 4, padded). Decoding refuses anything that encoding would not have
// written.
[[nodiscard]] std::string base64_encode(std::string_view bytes);
[[nodiscard]] std::optional<std::string> base64_decode(std::string_view text);

// zlib streams (RFC 1950). Decompressing stops with nullopt when the output would pass `max_bytes`,
// or when the stream is damaged or cut. A stored stream is as long as its bytes, and read sooner.
enum class ZlibLevel { kDefault, kStored };
[[nodiscard]] std::string zlib_compress(std::string_view bytes,
                                        ZlibLevel level = ZlibLevel::kDefault);
[[nodiscard]] std::optional<std::string> zlib_decompress(std::string_view bytes,
                                                         std::size_t max_bytes);

}  // namespace algo
