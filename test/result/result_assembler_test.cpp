#include "base/digest.h"
#include "base/encoding.h"
#include "base/error.h"
#include "result/frame.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::result {
namespace {

using Frames = std::vector<Frame>;

// What comes out of the log when this report was written into it.
Frames frames_of(const std::string& report) {
  Frames frames;
  FrameReader reader;
  FrameWriter writer([&](std::string_view line) {
    reader.feed(line, [&](const FrameEvent& event) { frames.push_back(std::get<Frame>(event)); });
  });
  writer.write_result(report, "AC");
  return frames;
}

// Bytes that hardly compress, so that they need several chunks.
std::string random_bytes(std::size_t size) {
  std::string bytes;
  for (unsigned x = 1; bytes.size() < size; x = x * 1'103'515'245U + 12'345U) {
    bytes += static_cast<char>(x >> 24U);
  }
  return bytes;
}

Frame result_frame(const std::string& payload) {
  return {"result", 1, payload};
}

Json header(const std::string& report, std::size_t chunks) {
  return {{"format", "zlib+base64"},
          {"bytes", report.size()},
          {"sha256", sha256_hex(report)},
          {"chunks", chunks}};
}

// Header, the compressed bytes as one chunk, end.
Frames one_chunk(const Json& header, const std::string& compressed) {
  return {
      result_frame(dump_json(header)), result_frame(base64_encode(compressed)), {"end", 3, "{}"}};
}

// The report, or "! " and why there is none.
std::string assemble(const Frames& frames) {
  try {
    ResultAssembler assembler;
    for (const Frame& frame : frames) assembler.add(frame);
    return assembler.bytes();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kIncomplete);
    CHECK(error.what() == std::string("the result did not come through whole"));
    return "! " + error.why();
  }
}

TEST_CASE("ResultAssembler: gives the bytes that were written") {
  for (const std::string& report : {std::string(),
                                    std::string("{}\n"),
                                    std::string(1'000'000, 'a'),
                                    random_bytes(60'000),
                                    std::string("\0\xff\n", 3)}) {
    CAPTURE(report.size());
    CHECK(assemble(frames_of(report)) == report);
  }
  CHECK(frames_of(random_bytes(60'000)).size() > 5);
}

TEST_CASE("ResultAssembler: other streams between its frames do not matter") {
  Frames mixed{{"hello", 1, "{}"}};
  for (const Frame& frame : frames_of("report")) {
    mixed.push_back(frame);
    mixed.push_back({"heartbeat", 9, "not even JSON"});
  }
  CHECK(assemble(mixed) == "report");
}

TEST_CASE("ResultAssembler: is complete with the end and not before") {
  ResultAssembler assembler;
  const Frames frames = frames_of(random_bytes(20'000));
  for (const Frame& frame : frames) {
    CHECK_FALSE(assembler.complete());
    CHECK_THROWS_AS(static_cast<void>(assembler.bytes()), Error);
    assembler.add(frame);
  }
  CHECK(assembler.complete());
  CHECK(assembler.bytes() == assembler.bytes());
}

TEST_CASE("ResultAssembler: no frame may be missing, doubled or in another's place") {
  const std::string report = random_bytes(20'000);
  const Frames frames = frames_of(report);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    CAPTURE(i);
    Frames missing = frames;
    missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(assemble(missing).starts_with("! "));
    Frames doubled = frames;
    doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), frames[i]);
    CHECK(assemble(doubled).starts_with("! "));
    for (std::size_t k = 0; k < i; ++k) {
      Frames swapped = frames;
      std::swap(swapped[i], swapped[k]);
      CHECK(assemble(swapped).starts_with("! "));
    }
  }
}

TEST_CASE("ResultAssembler: names the contradiction") {
  const Frames good = frames_of("report");
  const std::string compressed = zlib_compress("report");
  Json wrong_sha = header("report", 1);
  wrong_sha["sha256"] = sha256_hex("Report");
  Json upper_sha = header("report", 1);
  upper_sha["sha256"] = "ABC";
  Json larger = header("report", 1);
  larger["bytes"] = 7;
  Json smaller = header("report", 1);
  smaller["bytes"] = 5;
  struct Row {
    const char* why;
    Frames frames;
  };
  const Row rows[] = {
      {"its end is missing", {}},
      {"its end is missing", {good[0], good[1]}},
      {"its header is missing", {good[2]}},
      {"its header has an unknown format", {result_frame("7"), good[2]}},
      {"there are more chunks than its header says", {good[0], good[1], good[1]}},
      {"there are more chunks than its header says", {good[0], good[1], good[0]}},
      {"0 of 1 chunks have arrived", {good[0], good[2]}},
      {"chunk 1 is not base64", {good[0], good[0]}},
      {"chunk 1 is not base64", {good[0], result_frame("AAA"), good[2]}},
      {"there is more of it behind its end", {good[0], good[1], good[2], good[2]}},
      {"there is more of it behind its end", {good[0], good[1], good[2], good[0]}},
      {"its sha256 is not what its header says", one_chunk(wrong_sha, compressed)},
      {"its sha256 is not what its header says", one_chunk(upper_sha, compressed)},
      {"its size is not what its header says", one_chunk(larger, compressed)},
      {"its compressed form is damaged", one_chunk(smaller, compressed)},
      {"its compressed form is damaged", one_chunk(header("report", 1), compressed + "x")},
      {"its compressed form is damaged", one_chunk(header("report", 1), compressed.substr(1))},
      {"its compressed form is damaged", one_chunk(header("", 1), "")}};
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(assemble(row.frames) == std::string("! ") + row.why);
  }
}

TEST_CASE("ResultAssembler: a chunk before the header is taken for a header that is none") {
  const Frames good = frames_of("report");
  CHECK(assemble({good[1], good[0], good[2]}).starts_with("! header:1:1: not valid JSON"));
}

TEST_CASE("ResultAssembler: refuses a header that does not say all of it") {
  struct Row {
    const char* key;
    Json value;
    const char* why;
  };
  constexpr std::uint64_t most = ResultAssembler::kMaxReportBytes;
  const Row rows[] = {{"format", "zstd+base64", "its header has an unknown format"},
                      {"format", 1, "its header has an unknown format"},
                      {"format", nullptr, "its header has an unknown format"},
                      {"bytes", -1, "its header has no usable \"bytes\""},
                      {"bytes", "6", "its header has no usable \"bytes\""},
                      {"bytes", 6.0, "its header has no usable \"bytes\""},
                      {"bytes", most + 1, "its header has no usable \"bytes\""},
                      {"chunks", -1, "its header has no usable \"chunks\""},
                      {"chunks", true, "its header has no usable \"chunks\""},
                      {"chunks", most + 1, "its header has no usable \"chunks\""},
                      {"sha256", 7, "its header has no \"sha256\""}};
  for (const Row& row : rows) {
    CAPTURE(row.key);
    Json wrong = header("report", 1);
    wrong[row.key] = row.value;
    CHECK(assemble(one_chunk(wrong, zlib_compress("report"))) == std::string("! ") + row.why);
    wrong.erase(row.key);
    CHECK(assemble(one_chunk(wrong, zlib_compress("report"))) == std::string("! ") + row.why);
  }
  CHECK(assemble({result_frame(R"({"format":"zlib+base64","format":"zlib+base64"})")})
            .find("twice") != std::string::npos);
}

TEST_CASE("ResultAssembler: after a refusal it does not give a report any more") {
  const Frames good = frames_of(random_bytes(20'000));
  Frames damaged = good;
  damaged[2].payload[0] = '!';
  ResultAssembler assembler;
  for (const Frame& frame : damaged) {
    try {
      assembler.add(frame);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kIncomplete);
    }
  }
  CHECK_THROWS_AS(static_cast<void>(assembler.bytes()), Error);
}

TEST_CASE("ResultAssembler: a stream that expands past the size that it claims is refused") {
  const std::string zeros(std::size_t{10} << 20U, '\0');
  const std::string bomb = zlib_compress(zeros);
  CHECK(bomb.size() < 20'000);
  Json claim = header(zeros, 1);
  claim["bytes"] = 1'000;
  CHECK(assemble(one_chunk(claim, bomb)) == "! its compressed form is damaged");
  // The bytes that would be left after 1000 of them fit the claim.
  Json cut = header(zeros.substr(0, 1'000), 1);
  CHECK(assemble(one_chunk(cut, bomb)) == "! its compressed form is damaged");
}

TEST_CASE("ResultAssembler: a stream that expands past the limit is refused") {
  const std::string zeros(ResultAssembler::kMaxReportBytes + 1, '\0');
  Json claim = header(zeros, 1);
  claim["bytes"] = ResultAssembler::kMaxReportBytes;
  CHECK(assemble(one_chunk(claim, zlib_compress(zeros))) == "! its compressed form is damaged");
}

TEST_CASE("ResultAssembler: takes no more compressed bytes than the limit") {
  ResultAssembler assembler;
  assembler.add(result_frame(dump_json(header("", 1'000'000))));
  // 12 MiB of zeros each.
  const Frame chunk = result_frame(std::string(std::size_t{16} << 20U, 'A'));
  for (int i = 0; i < 5; ++i) assembler.add(chunk);
  try {
    assembler.add(chunk);
    FAIL_CHECK("it was taken");
  } catch (const Error& error) {
    CHECK(error.why() == "it is too large");
  }
}

}  // namespace
}  // namespace algo::result
