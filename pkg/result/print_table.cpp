#include "base/text.h"
#include "result/print.h"

#include <algorithm>

namespace algo::result {
namespace {

constexpr std::size_t kLeastName = 8;
constexpr std::size_t kMostName = 64;  // as long as the name of a case may be
constexpr std::size_t kVerdictWidth = 7;
constexpr std::size_t kNumberWidth = 8;
constexpr std::size_t kLabelWidth = 10;
constexpr std::size_t kRestWidth = 2 + 2 + kVerdictWidth + 2 * (2 + kNumberWidth);
constexpr std::size_t kBlockLines = 12;
constexpr std::size_t kLogLines = 40;
// A judging that waited less than this, or than one part in so many of its time, was not disturbed.
constexpr std::chrono::nanoseconds kMostWaiting = std::chrono::seconds(1);
constexpr int kMostShare = 5;

Style style_of(Verdict verdict) {
  if (verdict == Verdict::kAC) return Style::kGood;
  if (verdict == Verdict::kSkip) return Style::kDim;
  const bool limit = verdict == Verdict::kTLE || verdict == Verdict::kMLE ||
                     verdict == Verdict::kOLE || verdict == Verdict::kILE;
  return limit ? Style::kWarning : Style::kBad;
}

std::string code(Verdict verdict, const Screen& screen) {
  return screen.palette.paint(style_of(verdict), words(verdict).code);
}

// Foreign text on one line that fits the screen.
std::string one_line(const std::string& text, std::size_t width) {
  return cut_columns(printable(replace_all(replace_all(text, "\n", " "), "\t", " ")), width);
}

// Foreign text of several lines, each below `margin`; tells how much was left out.
std::string lines_below(const std::string& text,
                        std::size_t margin,
                        std::size_t max_lines,
                        const Screen& screen) {
  std::vector<std::string> lines = split(replace_all(printable(text), "\t", "    "), '\n');
  while (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  const std::size_t shown = lines.size() > max_lines + 1 ? max_lines : lines.size();
  const std::size_t width =
      screen.width == 0 ? 0 : std::max(screen.width, margin + kLeastName) - margin;
  std::string block;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0 && !lines[i].empty()) block += std::string(margin, ' ');
    block += cut_columns(lines[i], width) + "\n";
  }
  if (shown < lines.size()) {
    block +=
        std::string(margin, ' ') + "… " + std::to_string(lines.size() - shown) + " more lines\n";
  }
  return block;
}

std::string labelled(const std::string& label, const std::string& text, const Screen& screen) {
  return "    " + screen.palette.paint(Style::kDim, pad_right(label, kLabelWidth)) +
         lines_below(text, 4 + kLabelWidth, kBlockLines, screen);
}

// Text of a stream; quoted by nothing, but marked when it is not all there was.
std::string stream_text(const Excerpt& part) {
  if (!part.truncated) return part.text;
  const std::uint64_t left_out = part.bytes - std::min<std::uint64_t>(part.text.size(), part.bytes);
  return part.text + "\n… (" + std::to_string(left_out) + " more bytes)";
}

std::string cause_text(const CaseResult& one) {
  std::string text(words(one.verdict).meaning);
  if (!one.cause.empty()) text += " (" + one.cause + ")";
  if (one.verdict == Verdict::kTLE) text += " after " + human_duration(one.time);
  if (one.verdict == Verdict::kILE) text += " after " + human_duration(one.wall);
  if (one.verdict == Verdict::kMLE && one.memory > 0) text += " at " + human_bytes(one.memory);
  return text;
}

std::string remark_of(const CaseResult& one) {
  std::string remark = one.verdict == Verdict::kAC ? one.note : one.cause;
  if (!one.spread) return remark;
  const std::string times =
      std::to_string(one.spread->runs) + " runs: " + human_duration(one.spread->least) + " to " +
      human_duration(one.spread->most) + ", median " + human_duration(one.spread->median);
  return remark.empty() ? times : times + "; " + remark;
}

std::string most(const Report& report) {
  std::chrono::nanoseconds slowest{};
  std::uint64_t peak = 0;
  for (const CaseResult& one : report.cases) {
    slowest = std::max(slowest, one.time);
    peak = std::max(peak, one.memory);
  }
  return " · slowest " + human_duration(slowest) + " of " + human_duration(report.limits.time) +
         " · peak " + human_bytes(peak) + " of " + human_bytes(report.limits.memory);
}

}  // namespace

CaseTable::CaseTable(std::size_t longest_name, Screen screen)
    : screen_(screen), name_width_(std::clamp(longest_name, kLeastName, kMostName)) {
  if (screen.width > 0) {
    const std::size_t left = screen.width > kRestWidth ? screen.width - kRestWidth : 0;
    name_width_ = std::max(std::min(name_width_, left), kLeastName);
  }
}

std::string CaseTable::header() const {
  return screen_.palette.paint(
             Style::kDim,
             "  " + pad_right("CASE", name_width_) + "  " + pad_right("VERDICT", kVerdictWidth) +
                 "  " + pad_left("TIME", kNumberWidth) + "  " + pad_left("MEMORY", kNumberWidth)) +
         "\n";
}

std::string CaseTable::row(const CaseResult& one) const {
  const bool judged = one.verdict != Verdict::kSkip;
  const std::string_view verdict = words(one.verdict).code;
  std::string line = "  " + pad_right(one_line(one.name, name_width_), name_width_) + "  " +
                     code(one.verdict, screen_) + std::string(kVerdictWidth - verdict.size(), ' ') +
                     "  " + pad_left(judged ? human_duration(one.time) : "-", kNumberWidth) + "  " +
                     pad_left(judged ? human_bytes(one.memory) : "-", kNumberWidth);
  const std::string remark = remark_of(one);
  const std::size_t taken = name_width_ + kRestWidth + 2;
  const bool room = screen_.width == 0 || screen_.width > taken + kLeastName;
  if (!remark.empty() && room) {
    line += "  " + one_line(remark, screen_.width == 0 ? 0 : screen_.width - taken);
  }
  return line + "\n";
}

std::string failure_block(const CaseResult& one,
                          std::size_t number,
                          std::size_t total,
                          const Screen& screen) {
  std::string block = code(one.verdict, screen) + "  " + one_line(one.name, 0) + "  (case " +
                      std::to_string(number) + " of " + std::to_string(total) + ")\n";
  if (one.verdict != Verdict::kWA) block += labelled("cause", cause_text(one), screen);
  if (one.difference) {
    block += labelled("input", one.difference->input, screen);
    block += labelled("expected", one.difference->expected, screen);
    if (one.verdict == Verdict::kWA) {
      block += labelled("got", one.difference->got, screen);
      block += labelled("differs", one.difference->where, screen);
    }
  }
  if (one.out.bytes > 0) block += labelled("printed", stream_text(one.out), screen);
  if (one.err.bytes > 0) block += labelled("stderr", stream_text(one.err), screen);
  if (!one.note.empty()) block += labelled("note", one.note, screen);
  return block;
}

std::string compile_block(const CompileResult& compile, const Screen& screen) {
  std::string block = code(Verdict::kCE, screen) + "  ";
  if (!compile.message.empty()) return block + lines_below(compile.message, 4, kBlockLines, screen);
  block +=
      compile.timed_out
          ? "the compiler was stopped after " + human_duration(compile.time)
          : one_line(compile.compiler.empty() ? "the compiler says" : compile.compiler + " says",
                     screen.width == 0 ? 0 : std::max(screen.width, 8 * kLeastName) - 4);
  block += "\n";
  if (compile.log.empty()) return block;
  block += "    " + lines_below(compile.log, 4, kLogLines, screen);
  return compile.log_truncated ? block + "    … (the log was longer)\n" : block;
}

std::string spread_line(const Report& report) {
  const CaseResult* widest = nullptr;
  const Spread* spread = nullptr;
  for (const CaseResult& one : report.cases) {
    if (!one.spread) continue;
    const Spread& its = *one.spread;
    if (spread != nullptr && its.most - its.least <= spread->most - spread->least) continue;
    widest = &one;
    spread = &its;
  }
  if (widest == nullptr) return "";
  return "runs: " + std::to_string(spread->runs) +
         " of each case; furthest apart: " + one_line(widest->name, 0) + ", " +
         human_duration(spread->least) + " to " + human_duration(spread->most) + ", median " +
         human_duration(spread->median) + "\n";
}

std::string skipped_line(const Report& report) {
  const auto count = [&](std::string_view cause) {
    return std::count_if(report.cases.begin(), report.cases.end(), [&](const CaseResult& one) {
      return one.verdict == Verdict::kSkip && one.cause == cause;
    });
  };
  const auto note = [](std::ptrdiff_t cases, const char* why) {
    return "note: " + std::to_string(cases) + (cases == 1 ? " case was" : " cases were") +
           " not judged: " + why + "\n";
  };
  if (const auto late = count("deadline"); late > 0) {
    return note(late, "the time for all together was over; build with a longer --timeout");
  }
  if (const auto lost = count("sandbox-lost"); lost > 0) {
    return note(lost, "their sandbox was lost and did not come back");
  }
  return "";
}

std::string busy_line(const Report& report) {
  std::chrono::nanoseconds waited{};
  std::chrono::nanoseconds wall{};
  for (const CaseResult& one : report.cases) {
    waited += one.waited;
    wall += one.wall;
  }
  if (waited + report.stolen < kMostWaiting || (waited + report.stolen) * kMostShare < wall)
    return "";
  std::string line = "note: the machine was busy: cases waited " + human_duration(waited) + " of " +
                     human_duration(wall) + " for a processor";
  if (report.stolen.count() > 0)
    line += ", and other virtual machines took " + human_duration(report.stolen);
  return line + "; their times may be too long\n";
}

std::string final_line(const Report& report, const std::string& again, const Screen& screen) {
  std::string line = code(report.verdict, screen) + "  ";
  const CaseResult* failed = first_failure(report);
  if (report.verdict == Verdict::kCE) {
    line += std::string(words(Verdict::kCE).meaning);
  } else {
    line += std::to_string(report.accepted()) + " of " + std::to_string(report.total);
  }
  if (report.verdict == Verdict::kIE && !report.cause.empty()) {
    line += " · " + one_line(report.cause, 0);
  }
  if (!report.complete) line += " · stopped after " + std::to_string(report.cases.size());
  if (failed != nullptr) {
    line += " · first failure " + one_line(failed->name, 0);
  } else if (!report.cases.empty()) {
    line += most(report);
  }
  const bool repeatable = failed != nullptr || report.verdict == Verdict::kCE;
  if (repeatable && !again.empty()) line += " · again: " + again;
  return line + "\n";
}

}  // namespace algo::result
