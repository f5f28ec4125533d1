#pragma once

#include "result/frame.h"
#include "result/report.h"

#include <string>
#include <string_view>

namespace algo::test {

// Writes what a judge says, and keeps the report that it ends with.
class Frames {
 public:
  Frames();
  Frames& hello(std::size_t total);
  Frames& phase(const std::string& name);
  Frames& compile_log(const std::string& text);
  Frames& compiled(bool ok = true);
  Frames& judged(const std::string& name, result::Verdict verdict);
  Frames& answer(const std::string& bytes);
  Frames& error(const std::string& kind, const std::string& what);
  Frames& result_file_error(const std::string& why);
  Frames& end(bool complete = true);
  Frames& damaged_end();  // the report is not the one that its digest speaks of

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string report_bytes() const;

 private:
  std::string text_{};
  result::FrameWriter writer_;
  result::Report report_{};
};

[[nodiscard]] result::CaseResult case_result(const std::string& name, result::Verdict verdict);

}  // namespace algo::test
