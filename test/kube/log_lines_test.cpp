#include "kube/log_lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

using Lines = std::vector<std::string>;

// "timestamp|text", with "…" behind a line that was cut and "?" behind one without end.
Lines lines_of(const std::string& text, std::size_t piece, std::size_t max_line = 1000) {
  LogLines lines(max_line);
  Lines out;
  const auto tell = [&](const LogLine& line) {
    out.push_back(std::string(line.timestamp) + "|" + std::string(line.text) +
                  (line.cut ? "…" : "") + (line.ended ? "" : "?"));
  };
  for (std::size_t at = 0; at < text.size(); at += piece) {
    lines.feed(std::string_view(text).substr(at, piece), tell);
  }
  lines.finish(tell);
  return out;
}

TEST_CASE("LogLines: gives the same lines whatever the sizes of the pieces") {
  const std::string text =
      "2024-01-02T03:04:05.123456789Z one two\n"
      "2024-01-02T03:04:05.123456789+02:00 zone\n"
      "2024-01-02T03:04:05.5Z \n"
      "2024-01-02T03:04:05.5Z\n"
      "\n"
      "no timestamp\n"
      "2024-13-02T03:04:05Z month\n"
      "2024-01-02T03:04:06Z unfinished";
  const Lines expected{"2024-01-02T03:04:05.123456789Z|one two",
                       "2024-01-02T03:04:05.123456789+02:00|zone",
                       "2024-01-02T03:04:05.5Z|",
                       "2024-01-02T03:04:05.5Z|",
                       "|",
                       "|no timestamp",
                       "|2024-13-02T03:04:05Z month",
                       "2024-01-02T03:04:06Z|unfinished?"};
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    CAPTURE(piece);
    CHECK(lines_of(text, piece) == expected);
  }
}

TEST_CASE("LogLines: a line without end is kept to its limit and marked") {
  const std::string text = "2024-01-02T03:04:05Z " + std::string(100'000, 'x') + "\nnext\n";
  const Lines lines = lines_of(text, 7, 50);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].size() < 200);
  CHECK(lines[0].substr(lines[0].size() - 4) == "x…");
  CHECK(lines[1] == "|next");
}

TEST_CASE("since_time: the whole second, since the server drops fractions") {
  CHECK(since_time("2024-01-02T03:04:05.999999999Z", 0) == "2024-01-02T03:04:05Z");
  CHECK(since_time("2024-01-02T03:04:05.1Z", 1) == "2024-01-02T03:04:04Z");
  CHECK(since_time("2024-01-01T00:00:00Z", 1) == "2023-12-31T23:59:59Z");
  CHECK(since_time("2024-01-02T03:04:05+02:00", 0) == "2024-01-02T01:04:05Z");
  CHECK(since_time("2024-01-02T03:04:05-00:30", 0) == "2024-01-02T03:34:05Z");
}

TEST_CASE("since_time: what is no timestamp gives nothing") {
  for (const char* text : {"",
                           "x",
                           "2024-01-02",
                           "2024-01-02T03:04:05",
                           "2024-01-02 03:04:05Z",
                           "2024-02-30T03:04:05Z",
                           "2024-01-02T03:04:05X",
                           "2024-01-02T03:04:05.1",
                           "2024-01-02T03:04:05+2:00",
                           "aaaa-01-02T03:04:05Z"}) {
    CAPTURE(std::string(text));
    CHECK(since_time(text, 0).empty());
  }
}

}  // namespace
}  // namespace algo::kube
