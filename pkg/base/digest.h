#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace algo {

// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes; guards one frame of the judge's log.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

}  // namespace algo
