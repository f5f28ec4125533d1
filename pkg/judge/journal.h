#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/files.h"
#include "result/frame.h"
#include "result/report.h"
#include "spec/problem.h"

#include <string>
#include <vector>

namespace algo::judge {

// Where the report is kept while it grows. Either path may be "".
struct JournalPaths {
  std::string result{};       // result.json
  std::string termination{};  // the pod's termination message
};

// Cases of a problem, in the order of judging.
using Cases = std::vector<spec::Case*>;

// How often a heartbeat is due: an idle log is cut by load balancers after a minute at the
// earliest.
inline constexpr Nanos kHeartbeatPeriod = std::chrono::seconds(15);

// Everything that leaves the judge: frames on its log, the report as a file, the termination
// message. The file is there after the first case, whole and valid, and is replaced in one step
// from then on: at most four times a second, so that ten thousand cases do not write ten thousand
// reports.
class Journal {
 public:
  Journal(result::FrameWriter& frames, Files& files, const Clock& clock, JournalPaths paths);

  // All but its cases.
  [[nodiscard]] result::Report& report() { return report_; }
  [[nodiscard]] std::size_t cases() const { return tally_.judged; }

  void start();  // the time of day and this machine's name into the report; from here steal counts
  void hello(const Cases& cases);            // after the report's head is filled in
  void phase(std::string_view name);         // "compile", "judge"
  void heartbeat();                          // judging goes on, however long it is silent
  void compile_log(std::string_view lines);  // of a compiler that still runs
  void compiled(result::CompileResult compiled);
  // `answer` is sent whole when asked for, in as many frames as it needs.
  void judged(const result::CaseResult& one, const std::string* answer);
  // A judging that failed for a reason that is no verdict: verdict IE, and the last words.
  void failed(const Error& error);
  // The last words: final report to file and log. `complete` is false after an interruption.
  void finish(bool complete);

 private:
  void rule();  // the verdict of the cases so far, unless the whole has one
  void keep(const std::string& bytes);

  result::FrameWriter& frames_;
  Files& files_;
  const Clock& clock_;
  JournalPaths paths_;
  result::Report report_;
  result::Tally tally_;
  result::ReportText text_;
  std::optional<Nanos> stolen_before_;
  Nanos kept_at_{-1};
  std::string keep_error_;
};

}  // namespace algo::judge
