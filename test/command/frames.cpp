#include "command/frames.h"

#include "base/encoding.h"

namespace algo::test {

result::CaseResult case_result(const std::string& name, result::Verdict verdict) {
  result::CaseResult one;
  one.name = name;
  one.verdict = verdict;
  one.time = std::chrono::microseconds(1500);
  one.wall = std::chrono::milliseconds(2);
  one.memory = std::uint64_t{6} << 20U;
  if (verdict == result::Verdict::kAC) return one;
  one.cause = "answer";
  one.difference = {"nums = [3, 3], target = 6", "[0, 1]", "[0, 0]", "at [1]: expected 1, got 0"};
  return one;
}

Frames::Frames() : writer_([this](std::string_view line) { text_ += line; }) {
  report_.tool_version = "0.1.0";
  report_.run = "local";
  report_.problem = "two-sum";
  report_.language = "go";
  report_.bundle_digest = "sha256:" + std::string(64, 'a');
  report_.started = "2024-01-02T03:04:05Z";
  report_.limits.time = std::chrono::seconds(1);
  report_.limits.memory = std::uint64_t{128} << 20U;
}

Frames& Frames::hello(std::size_t total) {
  report_.total = total;
  writer_.write(
      "hello",
      Json{{"problem", "two-sum"}, {"language", "go"}, {"total", total}, {"nameWidth", 8}});
  return *this;
}

Frames& Frames::phase(const std::string& name) {
  writer_.write("phase", Json{{"name", name}});
  return *this;
}

Frames& Frames::compile_log(const std::string& text) {
  writer_.write("compilelog", Json{{"text", text}});
  return *this;
}

Frames& Frames::compiled(bool ok) {
  report_.compile.compiler = "go1.26";
  report_.compile.ok = ok;
  report_.compile.time = std::chrono::milliseconds(289);
  if (!ok) {
    report_.compile.message = "solution.go:3: func twoSum(), but two-sum asks for more";
    report_.verdict = result::Verdict::kCE;
    report_.cause = "compiler";
  }
  writer_.write("compile", result::to_json(report_.compile));
  return *this;
}

Frames& Frames::judged(const std::string& name, result::Verdict verdict) {
  const result::CaseResult one = case_result(name, verdict);
  Json json = result::to_json(one);
  json["index"] = report_.cases.size();
  writer_.write("case", json);
  report_.cases.push_back(one);
  report_.verdict = result::tally(report_.cases).worst;
  return *this;
}

Frames& Frames::answer(const std::string& bytes) {
  writer_.write("answer", std::string_view(base64_encode(bytes)));
  return *this;
}

Frames& Frames::error(const std::string& kind, const std::string& what) {
  report_.verdict = result::Verdict::kIE;
  report_.cause = what;
  writer_.write(
      "phase",
      Json{{"name", "error"}, {"kind", kind}, {"what", what}, {"why", "because"}, {"next", "go"}});
  return *this;
}

Frames& Frames::result_file_error(const std::string& why) {
  writer_.write("phase", Json{{"name", "result-file"}, {"error", why}});
  return *this;
}

Frames& Frames::end(bool complete) {
  report_.complete = complete;
  writer_.write_result(report_bytes(), result::words(report_.verdict).code);
  return *this;
}

Frames& Frames::damaged_end() {
  writer_.write("result",
                Json{{"format", "zlib+base64"},
                     {"bytes", 10},
                     {"sha256", std::string(64, '0')},
                     {"chunks", 1}});
  writer_.write("result", std::string_view(base64_encode(zlib_compress("0123456789"))));
  writer_.write("end", Json{{"verdict", "AC"}});
  return *this;
}

std::string Frames::report_bytes() const {
  return dump_json_pretty(result::to_json(report_));
}

}  // namespace algo::test
