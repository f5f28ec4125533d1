#pragma once

#include "base/error.h"
#include "op.h"
#include "result/frame.h"
#include "result/print.h"
#include "status_line.h"
#include "world.h"

#include <memory>
#include <optional>
#include <string>

namespace algo {

// Takes the judge's frames as they come and shows them: rows of a table on a terminal, a line per
// case in a pipe, nothing but talk when the output is a document. Keeps what is needed at the end.
class Follower {
 public:
  // `place` is where the judging happens, for the first line; "" when that has been said.
  Follower(World& world, Format format, ColorWhen color, std::string place = "this machine");

  void feed(std::string_view bytes);
  // Another judge begins from the start: forgets everything.
  void restart();
  // The judge has ended: takes the status line away.
  void finish();

  // The report's bytes, checked against the size and the digest that came with them; nullopt when
  // the judge ended without one. Throws Error(kIncomplete) for one that is damaged.
  [[nodiscard]] std::optional<std::string> report_bytes() const;
  [[nodiscard]] bool has_report() const { return assembler_.complete(); }
  // What the judge itself failed of, if it said so.
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
  // Why the judge could not keep the result file; "" = it could, or was not asked to.
  [[nodiscard]] const std::string& result_file_error() const { return result_file_error_; }
  [[nodiscard]] std::size_t judged() const { return judged_; }
  [[nodiscard]] bool compiled() const { return compiled_; }
  // What each case answered, in their order, when the judge was asked for answers.
  [[nodiscard]] std::vector<std::string> answers() const;

 private:
  void take(const result::Frame& frame);
  void on_hello(const Json& payload);
  void on_phase(const Json& payload);
  void on_compile_log(const Json& payload);
  void on_compiled(const Json& payload);
  void on_case(const Json& payload);

  World& world_;
  bool rows_;  // a document follows at the end otherwise
  result::Screen out_;
  result::Screen err_;
  StatusLine status_;
  std::string place_;
  result::FrameReader reader_;
  result::ResultAssembler assembler_;
  std::unique_ptr<result::CaseTable> table_;
  std::size_t total_ = 0;
  std::size_t judged_ = 0;
  bool compiled_ = false;
  bool header_shown_ = false;
  std::optional<Error> failure_;
  std::string result_file_error_;
  std::string answer_;                // of the case that is not told yet
  std::vector<std::string> answers_;  // up to the last one that was given
};

}  // namespace algo
