#include "base/encoding.h"

#include <doctest/doctest.h>

#include <string>

namespace algo {
namespace {

std::string every_byte() {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  return bytes;
}

TEST_CASE("base64_encode: agrees with RFC 4648 section 10") {
  struct Row {
    const char* bytes;
    const char* text;
  };
  for (const Row& row : {Row{"", ""},
                         Row{"f", "Zg=="},
                         Row{"fo", "Zm8="},
                         Row{"foo", "Zm9v"},
                         Row{"foob", "Zm9vYg=="},
                         Row{"fooba", "Zm9vYmE="},
                         Row{"foobar", "Zm9vYmFy"}}) {
    CAPTURE(row.bytes);
    CHECK(base64_encode(row.bytes) == row.text);
    CHECK(base64_decode(row.text) == row.bytes);
  }
}

TEST_CASE("base64_decode: gives every byte back, at every length") {
  const std::string bytes = every_byte();
  for (std::size_t size = 250; size <= bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(base64_decode(base64_encode(bytes.substr(0, size))) == bytes.substr(0, size));
  }
}

TEST_CASE("base64_decode: refuses what encoding would not have written") {
  for (const char* text : {"Z",         // no group
                           "Zg",        // no padding
                           "Zg=",       // half of it
                           "Zh==",      // bits that mean nothing
                           "Zm9=",      // the same with one byte of padding
                           "Zg==Zg==",  // padding inside
                           "=Zg=",
                           "====",
                           "Z===",
                           "Zm9v\n",
                           " Zm9v",
                           "Zm-v",  // the alphabet of URLs
                           "Zm\xc3\xa4"}) {
    CAPTURE(text);
    CHECK_FALSE(base64_decode(text).has_value());
  }
}

TEST_CASE("zlib_decompress: gives back what was compressed") {
  for (const std::string& bytes :
       {std::string(), every_byte(), std::string(std::size_t{1} << 20U, 'x')}) {
    const std::string packed = zlib_compress(bytes);
    CHECK(zlib_decompress(packed, bytes.size()) == bytes);
  }
}

TEST_CASE("zlib_decompress: stops at the limit, so that a bomb cannot fill the memory") {
  const std::string packed = zlib_compress(std::string(std::size_t{1} << 24U, 'x'));
  CHECK(packed.size() < 100000);
  CHECK_FALSE(zlib_decompress(packed, (std::size_t{1} << 24U) - 1).has_value());
  CHECK_FALSE(zlib_decompress(packed, 0).has_value());
}

TEST_CASE("zlib_decompress: refuses damaged, cut and overlong streams") {
  const std::string packed = zlib_compress(every_byte());
  CHECK_FALSE(zlib_decompress("", 1000).has_value());
  CHECK_FALSE(zlib_decompress("not a stream", 1000).has_value());
  CHECK_FALSE(zlib_decompress(packed + "x", 1000).has_value());
  for (std::size_t size = 0; size < packed.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(zlib_decompress(packed.substr(0, size), 1000).has_value());
  }
  std::string damaged = packed;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);  // the checksum at the end
  CHECK_FALSE(zlib_decompress(damaged, 1000).has_value());
}

}  // namespace
}  // namespace algo
