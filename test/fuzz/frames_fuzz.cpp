// Oracle: what a FrameReader says does not depend on how the bytes are cut into pieces; a frame
// that it accepts, written again, is read as the same; a ResultAssembler either throws
// Error(kIncomplete) or gives bytes whose size and sha256 are its header's. As no mutation finds a
// CRC, every line is also made the payload of a good frame.
#include "base/digest.h"
#include "base/error.h"
#include "fuzz/fuzz.h"
#include "result/frame.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

using algo::result::Frame;
using algo::result::FrameEvent;
using algo::result::kMaxFrameBytes;
using algo::result::Noise;
using algo::test::fuzz_check;

bool same(const FrameEvent& a, const FrameEvent& b) {
  if (a.index() != b.index()) return false;
  if (const auto* noise = std::get_if<Noise>(&a)) {
    const auto& other = std::get<Noise>(b);
    return noise->line == other.line && noise->reason == other.reason;
  }
  const auto& frame = std::get<Frame>(a);
  const auto& other = std::get<Frame>(b);
  return frame.stream == other.stream && frame.seq == other.seq && frame.payload == other.payload;
}

// Cut into pieces of these sizes, again and again.
std::vector<FrameEvent> read(std::string_view bytes, const std::vector<std::size_t>& sizes) {
  std::vector<FrameEvent> events;
  const auto keep = [&events](const FrameEvent& event) { events.push_back(event); };
  algo::result::FrameReader reader;
  for (std::size_t i = 0; !bytes.empty(); ++i) {
    const std::size_t size = std::min(bytes.size(), sizes[i % sizes.size()]);
    reader.feed(bytes.substr(0, size), keep);
    bytes.remove_prefix(size);
  }
  reader.finish(keep);
  return events;
}

void check_cuts(std::string_view bytes, const std::vector<FrameEvent>& whole) {
  for (const std::vector<std::size_t>& sizes :
       {std::vector<std::size_t>{1}, {2, 3, 5, 7, 11, 13, 17}, {kMaxFrameBytes - 1, 1, 2}}) {
    const std::vector<FrameEvent> events = read(bytes, sizes);
    fuzz_check(std::equal(whole.begin(), whole.end(), events.begin(), events.end(), same),
               "the events depend on the pieces");
  }
}

void check_events(const std::vector<FrameEvent>& events) {
  std::uint64_t last_seq = 0;
  for (const FrameEvent& event : events) {
    if (const auto* noise = std::get_if<Noise>(&event)) {
      fuzz_check(!noise->reason.empty(), "noise without a reason");
      fuzz_check(noise->line.size() <= kMaxFrameBytes, "more of a line than is kept");
      continue;
    }
    const auto& frame = std::get<Frame>(event);
    fuzz_check(frame.seq > last_seq, "a frame out of order");
    last_seq = frame.seq;
    std::string line;
    algo::result::FrameWriter writer([&line](std::string_view written) { line += written; });
    writer.write(frame.stream, std::string_view(frame.payload));
    const std::vector<FrameEvent> again = read(line, {line.size()});
    fuzz_check(again.size() == 1 && same(again[0], Frame{frame.stream, 1, frame.payload}),
               "a frame does not survive");
  }
}

void check_report(const std::string& header, const std::string& report) {
  const algo::Json json = algo::parse_json(header, "header");
  fuzz_check(json.at("bytes") == report.size(), "a report of the wrong size");
  fuzz_check(json.at("sha256") == algo::sha256_hex(report), "a report with the wrong sha256");
}

// False, and the reason has been checked, when the action refuses.
template <typename Action>
bool goes(const Action& action) {
  try {
    action();
    return true;
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kIncomplete, "an error of the wrong kind");
    fuzz_check(!error.why().empty(), "an error without a reason");
    return false;
  }
}

// Goes on after a refusal: even then, what comes out must be what the header says.
void check_assembler(const std::vector<FrameEvent>& events) {
  algo::result::ResultAssembler assembler;
  std::string header;
  for (const FrameEvent& event : events) {
    const auto* frame = std::get_if<Frame>(&event);
    if (frame == nullptr) continue;
    const bool taken = goes([&] { assembler.add(*frame); });
    if (taken && frame->stream == "result" && header.empty()) header = frame->payload;
  }
  std::string report;
  if (goes([&] { report = assembler.bytes(); })) check_report(header, report);
}

// The payload of a line that looks like a frame, otherwise all of it.
std::string_view payload_of(std::string_view line) {
  std::string_view rest = line;
  for (int word = 0; word < 5; ++word) {  // mark, stream, number, length, CRC
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos) return line;
    rest.remove_prefix(space + 1);
  }
  return line.starts_with(algo::result::kFrameMark) ? rest : line;
}

// A log without a fault that has the same payloads.
std::string signed_log(std::string_view bytes) {
  std::string log;
  algo::result::FrameWriter writer([&log](std::string_view line) { log += line; });
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    writer.write(line.starts_with("@algo1 end ") ? "end" : "result",
                 payload_of(line).substr(0, kMaxFrameBytes - 256));
  }
  return log;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  for (const std::string& log : {bytes, signed_log(bytes)}) {
    const std::vector<FrameEvent> events = read(log, {std::max<std::size_t>(log.size(), 1)});
    check_cuts(log, events);
    check_events(events);
    check_assembler(events);
  }
  return 0;
}
