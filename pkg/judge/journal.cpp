#include "judge/journal.h"

#include "base/encoding.h"
#include "base/text.h"
#include "judge/stolen_time.h"

#include <sys/utsname.h>

#include <algorithm>

namespace algo::judge {
namespace {

constexpr Nanos kKeepEvery = std::chrono::milliseconds(250);
// What a frame's payload may hold beside its head; base frame limit less room for the head.
constexpr std::size_t kPayloadBytes = result::kMaxFrameBytes - 512;
constexpr std::size_t kLogPieceBytes = 1024;     // six times as long when all of it is escaped
constexpr std::size_t kAnswerPieceBytes = 4096;  // 5464 as base64

void cut(std::string& text, std::size_t max_bytes) {
  if (text.size() > max_bytes) text = shorten(text, max_bytes);
}

void cut(result::Excerpt& excerpt, std::size_t max_bytes) {
  if (excerpt.text.size() <= max_bytes) return;
  excerpt.text.resize(max_bytes);
  excerpt.truncated = true;
}

// A copy whose JSON fits into one frame; the report keeps the whole.
Json fit(result::CaseResult one, std::size_t index) {
  Json json;
  for (std::size_t limit = 2048; limit >= 16; limit /= 2) {
    json = result::to_json(one);
    json["index"] = index;
    if (dump_json(json).size() <= kPayloadBytes) break;
    cut(one.out, limit);
    cut(one.err, limit);
    cut(one.note, limit);
    if (one.difference) {
      cut(one.difference->input, limit);
      cut(one.difference->expected, limit);
      cut(one.difference->got, limit);
      cut(one.difference->where, limit);
    }
  }
  return json;
}

Json fit(result::CompileResult compiled) {
  Json json;
  for (std::size_t limit = 4096; limit >= 16; limit /= 2) {
    if (compiled.log.size() > limit) {
      compiled.log = shorten(compiled.log, limit);
      compiled.log_truncated = true;
    }
    cut(compiled.message, limit);
    json = result::to_json(compiled);
    if (dump_json(json).size() <= kPayloadBytes) break;
  }
  return json;
}

}  // namespace

Journal::Journal(result::FrameWriter& frames, Files& files, const Clock& clock, JournalPaths paths)
    : frames_(frames), files_(files), clock_(clock), paths_(std::move(paths)) {}

void Journal::start() {
  report_.started = rfc3339(clock_.calendar());
  stolen_before_ = stolen_time(files_);
  utsname machine{};
  if (::uname(&machine) == 0) report_.node = machine.nodename;
}

void Journal::hello(const Cases& cases) {
  Json names = Json::array();
  std::size_t longest = 0;
  for (const spec::Case* one : cases) {
    names.push_back(one->name);
    longest = std::max(longest, one->name.size());
  }
  Json payload{{"tool", report_.tool_version},
               {"run", report_.run},
               {"problem", report_.problem},
               {"language", report_.language},
               {"digest", report_.bundle_digest},
               {"total", report_.total},
               {"nameWidth", longest},
               {"timeLimitNs", report_.limits.time.count()},
               {"memoryLimitBytes", report_.limits.memory},
               {"cases", std::move(names)}};
  if (dump_json(payload).size() > kPayloadBytes) payload.erase("cases");
  frames_.write("hello", payload);
}

void Journal::phase(std::string_view name) {
  frames_.write("phase", Json{{"name", name}});
}

void Journal::heartbeat() {
  frames_.write("heartbeat", Json{{"judged", tally_.judged}});
}

void Journal::compile_log(std::string_view lines) {
  for (; !lines.empty(); lines.remove_prefix(std::min(lines.size(), kLogPieceBytes))) {
    const std::string piece(lines.substr(0, kLogPieceBytes));
    frames_.write("compilelog", Json{{"text", to_valid_utf8(piece)}});
  }
}

void Journal::compiled(result::CompileResult compiled) {
  frames_.write("compile", fit(compiled));
  report_.compile = std::move(compiled);
}

void Journal::judged(const result::CaseResult& one, const std::string* answer) {
  for (std::size_t at = 0; answer != nullptr && at < answer->size(); at += kAnswerPieceBytes) {
    const std::string piece =
        base64_encode(std::string_view(*answer).substr(at, kAnswerPieceBytes));
    frames_.write("answer", std::string_view(piece));
  }
  frames_.write("case", fit(one, tally_.judged));
  tally_.count(one);
  text_.add(one);
  const Nanos time = clock_.monotonic();
  if (kept_at_ >= Nanos(0) && time - kept_at_ < kKeepEvery) return;
  kept_at_ = time;
  rule();
  const bool kept = !paths_.result.empty() || !paths_.termination.empty();
  if (kept) keep(text_.with(report_, tally_));
}

void Journal::failed(const Error& error) {
  report_.verdict = result::Verdict::kIE;
  report_.cause = shorten(error.what(), 512);
  frames_.write("phase",
                Json{{"name", "error"},
                     {"kind", kind_word(error.kind())},
                     {"what", shorten(error.what(), 1024)},
                     {"why", shorten(error.why(), 1024)},
                     {"next", shorten(error.next(), 1024)}});
  finish(false);
}

void Journal::rule() {
  if (report_.verdict == result::Verdict::kIE || report_.verdict == result::Verdict::kCE) return;
  report_.verdict = tally_.worst;
}

void Journal::keep(const std::string& bytes) {
  try {
    if (!paths_.result.empty()) files_.write_atomically(paths_.result, bytes);
    if (!paths_.termination.empty()) {
      files_.write_in_place(paths_.termination,
                            result::termination_message(report_, tally_, bytes));
    }
    keep_error_.clear();
  } catch (const Error& error) {
    // Judging goes on: the report also travels through the log.
    keep_error_ = std::string(error.what()) + ": " + error.why();
  }
}

void Journal::finish(bool complete) {
  report_.complete = complete;
  const std::optional<Nanos> stolen = stolen_time(files_);
  if (stolen && stolen_before_) report_.stolen = std::max(*stolen - *stolen_before_, Nanos(0));
  rule();
  const std::string& bytes = text_.with(report_, tally_);
  keep(bytes);
  if (!keep_error_.empty()) {
    frames_.write("phase", Json{{"name", "result-file"}, {"error", shorten(keep_error_, 1024)}});
  }
  frames_.write_result(bytes, result::words(report_.verdict).code);
}

}  // namespace algo::judge
