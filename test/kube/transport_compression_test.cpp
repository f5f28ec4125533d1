// The API server compresses answers beyond 128 KiB for whoever asks for it.
#include "base/encoding.h"
#include "kube/client.h"
#include "support/fake_api_server.h"
#include "support/http_client.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using test::FakeApiServer;
using test::Fetched;

std::string little_endian(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes += static_cast<char>(number >> shift & 0xffU);
  }
  return bytes;
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = ~0U;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

// RFC 1952 around what zlib makes: its two bytes of head and four of sum are replaced.
std::string gzip(const std::string& text) {
  const std::string zlib = zlib_compress(text);
  return std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + zlib.substr(2, zlib.size() - 6) +
         little_endian(crc32(text)) + little_endian(static_cast<std::uint32_t>(text.size()));
}

Fetched get(const FakeApiServer& server, std::size_t max_body = 0) {
  Request request;
  request.target = "/";
  request.max_body = max_body;
  return test::fetch(*test::transport_to(server), request);
}

const test::Headers kGzip{{"Content-Encoding", "gzip"}};

TEST_CASE("transport: a compressed answer arrives as what it was") {
  std::string text;
  for (int i = 0; text.size() < 300'000; ++i) text += "item " + std::to_string(i) + "\n";
  FakeApiServer server;
  server.expect("GET", "/", test::answer(200, gzip(text), kGzip));
  const Fetched fetched = get(server);
  CHECK(fetched.ending.failure == Failure::kNone);
  CHECK(fetched.body == text);
}

TEST_CASE("transport: a compressed bomb stops at the cap of what it unpacks to") {
  FakeApiServer server;
  server.expect(
      "GET", "/", test::answer(200, gzip(std::string(std::size_t{16} << 20U, ' ')), kGzip));
  const Fetched fetched = get(server, 100'000);
  CHECK(fetched.ending.failure == Failure::kTooLarge);
  CHECK(fetched.body.size() <= 100'000);
}

TEST_CASE("transport: a damaged compressed answer is none") {
  FakeApiServer server;
  const std::string packed = gzip(std::string(1000, 'x'));
  server.expect("GET", "/", test::answer(200, "no gzip at all", kGzip));
  CHECK(get(server).ending.failure != Failure::kNone);
  std::string flipped = packed;
  flipped[14] = static_cast<char>(~flipped[14]);
  server.expect("GET", "/", test::answer(200, flipped, kGzip));
  CHECK(get(server).ending.failure != Failure::kNone);
}

TEST_CASE("Client: a compressed list that is cut is no list") {
  const std::string list = R"({"metadata":{"resourceVersion":"7"},"items":[{"a":1},{"a":2}]})";
  const std::string packed = gzip(list);
  for (std::size_t left = 0; left <= packed.size(); ++left) {
    const std::size_t cut = packed.size() - left;
    CAPTURE(cut);
    FakeApiServer server;
    server.always("GET", "/", [&](const test::Recorded&) {
      return test::answer(200, packed.substr(0, cut), kGzip);
    });
    const auto transport = test::transport_to(server);
    const SystemClock clock;
    CallRules rules;
    rules.max_retries = 0;
    Client client(*transport, clock, {.rules = rules}, [] { return 0.0; }, nullptr);
    bool whole = false;
    try {
      const Reply reply = client.list(kPods, "n");
      // Only the sign of the end and the trailer, which tell nothing new, may be missing.
      whole = reply.ok() && reply.object()["items"].size() == 2;
      CHECK((whole || !reply.ok()));
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kLost);
    }
    if (left == 0) CHECK(whole);
    if (left > 9) CHECK_FALSE(whole);
  }
}

}  // namespace
}  // namespace algo::kube
