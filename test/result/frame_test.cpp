#include "result/frame.h"

#include "base/encoding.h"
#include "base/error.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::result {
namespace {

// What was written, call by call.
struct Lines {
  std::vector<std::string> lines{};
  FrameWriter writer{[this](std::string_view line) { lines.emplace_back(line); }};
};

TEST_CASE("FrameWriter: a frame is a line with stream, number, length and CRC-32C") {
  Lines log;
  // The check value of CRC-32C in the catalogue of parametrised CRC algorithms.
  log.writer.write("hello", std::string_view("123456789"));
  CHECK(log.lines.back() == "@algo1 hello 1 9 e3069283 123456789\n");
  // RFC 3720, B.4: 32 bytes of zeros.
  log.writer.write("case", std::string_view(std::string(32, '\0')));
  CHECK(log.lines.back() == "@algo1 case 2 32 8a9136aa " + std::string(32, '\0') + "\n");
  log.writer.write("phase", std::string_view());
  CHECK(log.lines.back() == "@algo1 phase 3 0 00000000 \n");
  log.writer.write("end", Json{{"verdict", "AC"}});
  CHECK(log.lines.back().starts_with("@algo1 end 4 16 "));
  CHECK(log.lines.back().ends_with(" {\"verdict\":\"AC\"}\n"));
}

TEST_CASE("FrameWriter: text of several lines is one line as JSON") {
  Lines log;
  log.writer.write("phase", Json{{"error", "a\nb\r\n\xff"}});
  CHECK(log.lines.size() == 1);
  CHECK(log.lines[0].ends_with(" {\"error\":\"a\\nb\\r\\n\xef\xbf\xbd\"}\n"));
}

TEST_CASE("FrameWriter: what is no line is refused and takes no number") {
  Lines log;
  log.writer.write("case", std::string_view("a"));
  for (const std::string& payload : {std::string("\n"),
                                     std::string("a\nb"),
                                     std::string("a\n"),
                                     std::string(kMaxFrameBytes, 'a'),
                                     std::string(1'000'000, 'a')}) {
    CAPTURE(payload.size());
    try {
      log.writer.write("case", std::string_view(payload));
      FAIL_CHECK("it was written");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInternal);
    }
  }
  CHECK_THROWS_AS(log.writer.write("ca\nse", std::string_view("a")), Error);
  CHECK(log.lines.size() == 1);
  log.writer.write("case", std::string_view("b"));
  CHECK(log.lines.back().starts_with("@algo1 case 2 1 "));
}

TEST_CASE("FrameWriter: the longest line is kMaxFrameBytes with its LF") {
  Lines log;
  const std::string_view head = "@algo1 case 1 8158 01234567 ";
  const std::string payload(kMaxFrameBytes - head.size() - 1, 'a');
  log.writer.write("case", std::string_view(payload));
  CHECK(log.lines.back().size() == kMaxFrameBytes);
  Lines other;
  CHECK_THROWS_AS(other.writer.write("case", std::string_view(payload + "a")), Error);
}

TEST_CASE("write_result: header, chunks in order, end") {
  Lines log;
  std::string report;
  // Hard to compress, so that there are several chunks.
  for (unsigned i = 0, x = 1; i < 20'000; ++i, x = x * 1'103'515'245U + 12'345U) {
    report += static_cast<char>(x >> 24U);
  }
  log.writer.write_result(report, "WA");
  CHECK(log.lines.size() >= 5);
  CHECK(log.lines.front().find("{\"format\":\"zlib+base64\",\"bytes\":20000,\"sha256\":\"") !=
        std::string::npos);
  CHECK(log.lines.front().find("\"chunks\":" + std::to_string(log.lines.size() - 2) + "}\n") !=
        std::string::npos);
  CHECK(log.lines.back().ends_with(" {\"verdict\":\"WA\"}\n"));
  std::string compressed;
  for (std::size_t i = 1; i + 1 < log.lines.size(); ++i) {
    const std::string& line = log.lines[i];
    CAPTURE(line);
    CHECK(line.starts_with("@algo1 result " + std::to_string(i + 1) + " "));
    CHECK(line.size() < kMaxFrameBytes);
    const std::size_t payload = line.rfind(' ') + 1;
    const auto chunk = base64_decode(line.substr(payload, line.size() - payload - 1));
    CHECK(chunk.has_value());
    compressed += chunk.value_or("");
  }
  CHECK(zlib_decompress(compressed, report.size()) == report);
}

}  // namespace
}  // namespace algo::result
