#pragma once

#include "judge/interrupt.h"
#include "judge/outcome.h"
#include "judge/stream.h"
#include "judge/watch.h"
#include "spec/problem.h"

namespace algo::judge {

// A running driver with the solution inside, which answers one case after another. Inputs reach it
// one at a time; expected outputs never do.
class Worker {
 public:
  // Starts it. Loading the solution (an interpreter's start, global initialisers) is not a case's
  // time, but is limited too.
  Worker(sandbox::Sandbox& box, const RunPlan& plan, const Interrupt& interrupt);

  // Judges nothing: gives the answer, or why there is none. After a ruling that is not kAC, or when
  // something was wrong with the frames, the process is gone and `alive` is false.
  [[nodiscard]] Outcome ask(const spec::Function& function, const Json& input);

  [[nodiscard]] bool alive() const { return !watch_.ended(); }
  [[nodiscard]] int cases() const { return cases_; }  // asked so far
  // Ends the process, if it still runs, and waits until nothing of it is left.
  void stop();

 private:
  // Waits for one whole frame on the answers' pipe; its body, or nullopt with `ruling` set when the
  // process ended, flooded or broke the protocol first.
  [[nodiscard]] std::optional<std::string> next_frame(Ruling& ruling);
  // Why what is on the answers' pipe can be no frame, if so.
  [[nodiscard]] std::optional<Ruling> refuse_frame() const;
  // Waits until something happens: without sleeping while the case is young.
  void wait_more();
  [[nodiscard]] bool ends_soon();
  [[nodiscard]] sandbox::Sandbox::Measured measure();
  [[nodiscard]] bool load(Ruling& ruling);
  [[nodiscard]] std::optional<std::string> exchange(const std::string& request, Ruling& ruling);
  [[nodiscard]] Ruling check_after_answer(std::size_t answer_bytes, sandbox::Usage& usage);
  void finish(Outcome& outcome, Ruling ruling);

  sandbox::Sandbox& box_;
  const RunPlan& plan_;
  Pipe requests_;
  Stream answers_;
  Stream out_;
  Stream err_;
  Watch watch_;
  sandbox::Nanos prompt_until_{};  // of the case under way, monotonic
  int cases_ = 0;
  bool loaded_ = false;
};

}  // namespace algo::judge
