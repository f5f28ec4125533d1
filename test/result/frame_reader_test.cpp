#include "base/error.h"
#include "base/text.h"
#include "result/frame.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::result {
namespace {

// One line per event: "case 3 PAYLOAD" or "! REASON: LINE".
std::string told(const FrameEvent& event) {
  if (const auto* frame = std::get_if<Frame>(&event)) {
    return frame->stream + " " + std::to_string(frame->seq) + " " + frame->payload;
  }
  const auto& noise = std::get<Noise>(event);
  return "! " + noise.reason + ": " + noise.line;
}

using Events = std::vector<std::string>;

Events read_pieces(const std::vector<std::string_view>& pieces) {
  Events events;
  const FrameReader::Sink sink = [&](const FrameEvent& event) { events.push_back(told(event)); };
  FrameReader reader;
  for (const std::string_view piece : pieces) reader.feed(piece, sink);
  reader.finish(sink);
  return events;
}

Events read(const std::string& bytes) {
  return read_pieces({bytes});
}

// The lines of a log with these payloads in the stream "case".
std::vector<std::string> lines_of(const std::vector<std::string>& payloads) {
  std::vector<std::string> lines;
  FrameWriter writer([&](std::string_view line) { lines.emplace_back(line); });
  for (const std::string& payload : payloads) writer.write("case", std::string_view(payload));
  return lines;
}

TEST_CASE("FrameReader: reads what a FrameWriter wrote") {
  std::string bytes;
  FrameWriter writer([&](std::string_view line) { bytes += line; });
  writer.write("hello", std::string_view());
  writer.write("case", Json{{"name", "a b"}, {"note", "é\n"}});
  writer.write("end", std::string_view(" \r\t\x01\xff "));
  CHECK(read(bytes) ==
        Events{"hello 1 ", "case 2 {\"name\":\"a b\",\"note\":\"é\\n\"}", "end 3  \r\t\x01\xff "});
}

TEST_CASE("FrameReader: the events do not depend on where the stream is cut") {
  const auto lines = lines_of({"first", std::string(300, 'x'), "{\"a\": 1}", "last"});
  const std::string bytes = "kernel: a message\n" + lines[0] + "\n" + lines[2] + lines[1] +
                            lines[3].substr(0, lines[3].size() - 2) + "\n" + lines[3] + "@algo1 ca";
  const Events whole = read(bytes);
  CHECK(whole.size() == 9);
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    CAPTURE(i);
    const std::string_view view = bytes;
    CHECK(read_pieces({view.substr(0, i), view.substr(i)}) == whole);
    CHECK(read_pieces({view.substr(0, i / 2), view.substr(i / 2, i - i / 2), view.substr(i)}) ==
          whole);
  }
  std::vector<std::string_view> singly;
  singly.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    singly.push_back(std::string_view(bytes).substr(i, 1));
  CHECK(read_pieces(singly) == whole);
}

TEST_CASE("FrameReader: noise between frames costs no frame") {
  const auto lines = lines_of({"a", "b"});
  CHECK(read("\n" + lines[0] + "oom-kill: constraint=…\nx" + lines[0] + " " + lines[1] +
             lines[1]) == Events{"! not a frame: ",
                                 "case 1 a",
                                 "! not a frame: oom-kill: constraint=…",
                                 "! not a frame: x" + lines[0].substr(0, lines[0].size() - 1),
                                 "! not a frame:  " + lines[1].substr(0, lines[1].size() - 1),
                                 "case 2 b"});
}

TEST_CASE("FrameReader: tells of gaps and repeats and goes on") {
  const auto lines = lines_of({"a", "b", "c", "d", "e"});
  const auto without_end = [](const std::string& line) { return line.substr(0, line.size() - 1); };
  CHECK(read(lines[0] + lines[1] + lines[3] + lines[4]) ==
        Events{"case 1 a", "case 2 b", "! sequence gap: 4 after 2: ", "case 4 d", "case 5 e"});
  CHECK(read(lines[1]) == Events{"! sequence gap: 2 after 0: ", "case 2 b"});
  CHECK(read(lines[0] + lines[1] + lines[1] + lines[0] + lines[2]) ==
        Events{"case 1 a",
               "case 2 b",
               "! repeated: 2 after 2: " + without_end(lines[1]),
               "! repeated: 1 after 2: " + without_end(lines[0]),
               "case 3 c"});
}

TEST_CASE("FrameReader: says what is wrong with a line") {
  struct Row {
    const char* line;
    const char* reason;
  };
  const Row rows[] = {{"@algo1", "not a frame"},
                      {"@algo2 case 1 9 e3069283 123456789", "not a frame"},
                      {" @algo1 case 1 9 e3069283 123456789", "not a frame"},
                      {"@algo1 ", "head"},
                      {"@algo1 case", "head"},
                      {"@algo1 case 1 9 e3069283", "head"},
                      {"@algo1  1 9 e3069283 123456789", "head"},
                      {"@algo1 Case 1 9 e3069283 123456789", "head"},
                      {"@algo1 abcdefghijklmnopq 1 9 e3069283 123456789", "head"},
                      {"@algo1 case 0 9 e3069283 123456789", "head"},
                      {"@algo1 case 01 9 e3069283 123456789", "head"},
                      {"@algo1 case +1 9 e3069283 123456789", "head"},
                      {"@algo1 case -1 9 e3069283 123456789", "head"},
                      {"@algo1 case 1x 9 e3069283 123456789", "head"},
                      {"@algo1 case 18446744073709551616 9 e3069283 123456789", "head"},
                      {"@algo1 case 1 09 e3069283 123456789", "head"},
                      {"@algo1 case 1 9 0e3069283 123456789", "head"},
                      {"@algo1 case 1 9 3069283 123456789", "head"},
                      {"@algo1 case 1 9 E3069283 123456789", "head"},
                      {"@algo1 case 1 9 e306928g 123456789", "head"},
                      {"@algo1 case 1 9  123456789", "head"},
                      {"@algo1 case 1 10 e3069283 123456789", "length"},
                      {"@algo1 case 1 8 e3069283 123456789", "length"},
                      {"@algo1 case 1 9 e3069283  123456789", "length"},
                      {"@algo1 case 1 9 e3069283 123456789\r", "length"},
                      {"@algo1 case 1 9 e3069283 123456788", "crc"},
                      {"@algo1 case 1 9 e3069282 123456789", "crc"}};
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(read(std::string(row.line) + "\n") ==
          Events{std::string("! ") + row.reason + ": " + row.line});
  }
  CHECK(read("@algo1 case 1 9 e3069283 123456789\n") == Events{"case 1 123456789"});
}

// The CRC guards the payload, the number the order; a wrong name of a stream is nobody's stream or
// a contradiction to the ResultAssembler.
TEST_CASE("FrameReader: no damaged byte changes a payload or goes unnoticed") {
  const auto lines = lines_of({"first payload", "second payload", "third payload"});
  const std::string bytes = lines[0] + lines[1] + lines[2];
  const std::size_t from = lines[0].size();
  const std::size_t stream = from + kFrameMark.size();
  for (std::size_t i = from; i < from + lines[1].size(); ++i) {
    for (int mask = 1; mask < 256; ++mask) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ mask);
      std::string payloads;
      bool noise = false;
      FrameReader reader;
      const FrameReader::Sink sink = [&](const FrameEvent& event) {
        if (const auto* frame = std::get_if<Frame>(&event)) {
          payloads += "[" + frame->payload + "]";
          CHECK((frame->stream == "case" || frame->payload == "second payload"));
        } else {
          noise = true;
        }
      };
      reader.feed(damaged, sink);
      reader.finish(sink);
      CAPTURE(damaged);
      const bool renamed = i >= stream && i < stream + 4;
      const bool one_lost = payloads == "[first payload][third payload]" ||
                            payloads == "[first payload][second payload]" ||
                            payloads == "[first payload]";
      const bool none_lost = payloads == "[first payload][second payload][third payload]";
      REQUIRE((one_lost || none_lost));
      REQUIRE((noise || renamed));
    }
  }
}

TEST_CASE("FrameReader: a stream that ends within a line is cut off") {
  const auto lines = lines_of({"a", "b"});
  const std::string bytes = lines[0] + lines[1];
  for (std::size_t left = 1; left < lines[1].size(); ++left) {
    const std::string tail = lines[1].substr(0, lines[1].size() - left);
    CAPTURE(tail);
    Events expected{"case 1 a"};
    if (!tail.empty()) expected.push_back("! cut off: " + tail);
    CHECK(read(bytes.substr(0, bytes.size() - left)) == expected);
  }
  CHECK(read("").empty());
}

TEST_CASE("FrameReader: finish reports a line once, and a new stream may follow") {
  Events events;
  const FrameReader::Sink sink = [&](const FrameEvent& event) { events.push_back(told(event)); };
  FrameReader reader;
  reader.feed("abc", sink);
  reader.finish(sink);
  reader.finish(sink);
  reader.feed(lines_of({"a"})[0], sink);
  CHECK(events == Events{"! cut off: abc", "case 1 a"});
}

TEST_CASE("FrameReader: the longest frame is read, one byte more is overlong") {
  const std::string head = "@algo1 case 1 8158 01234567 ";
  const std::string longest(kMaxFrameBytes - head.size() - 1, 'a');
  const std::string line = lines_of({longest})[0];
  CHECK(line.size() == kMaxFrameBytes);
  CHECK(read(line) == Events{"case 1 " + longest});
  const std::string more = line.substr(0, line.size() - 1) + "a\n";
  CHECK(read(more) == Events{"! overlong: " + line.substr(0, kMaxFrameBytes - 1)});
}

TEST_CASE("FrameReader: an endless line takes no memory and is reported once") {
  std::size_t events = 0;
  std::size_t held = 0;
  std::string reason;
  const FrameReader::Sink sink = [&](const FrameEvent& event) {
    ++events;
    if (const auto* noise = std::get_if<Noise>(&event)) {
      CHECK(noise->line.size() <= kMaxFrameBytes);
      held = noise->line.capacity();
      reason = noise->reason;
    }
  };
  const std::string piece(std::size_t{1} << 20U, 'x');
  for (const bool ended : {true, false}) {
    FrameReader reader;
    events = 0;
    for (int i = 0; i < 64; ++i) reader.feed(piece, sink);
    CHECK(events == 0);
    if (ended) reader.feed("\n", sink);
    reader.finish(sink);
    CHECK(events == 1);
    CHECK(reason == "overlong");
    CHECK(held <= 2 * kMaxFrameBytes);
    reader.feed(lines_of({"a"})[0], sink);
    CHECK(events == 2);
  }
}

}  // namespace
}  // namespace algo::result
