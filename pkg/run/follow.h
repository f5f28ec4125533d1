#pragma once

#include "base/clock.h"
#include "kube/transport.h"
#include "run/diagnosis.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace algo::run {

// Who hears of a run. Called from within `follow`.
class Audience {
 public:
  virtual ~Audience() = default;
  virtual void on_standing(const Standing& standing) = 0;  // whenever it is another than before
  // A line of the judge's log that is a frame, LF included; each once and in order.
  virtual void on_frame(std::string_view line) = 0;
  virtual void on_lost(std::uint64_t frames) = 0;  // so many are gone from the node
  // Another pod takes over from the beginning: what came before counts no more.
  virtual void on_restart() = 0;
  virtual void on_trouble(const std::string& text) = 0;  // with the connection; "" when it is over
  [[nodiscard]] virtual bool has_result() const = 0;     // the whole of it
  // Whether that result is of a judging that was stopped before its last case.
  [[nodiscard]] virtual bool is_cut_short() const = 0;
};

// What following needs of the outside.
struct Line {
  kube::Transport& transport;
  const Clock& clock;
  std::function<double()> random;
};

struct Followed {
  // The judge's termination message, or "" when it has not arrived yet.
  std::string summary{};
  // What was ending the run when its judge had its say, if anything was.
  std::optional<Error> ended_by{};
};

// Follows the run of `job`, as the server returned it, until its result is here; does not wait for
// the Job to be complete. Throws Error: what makes it no use to wait on (diagnosis.h),
// Error(kIncomplete) when the judge has ended without its result arriving, Error(kInterrupted).
[[nodiscard]] Followed follow(const Line& line,
                              const std::string& namespace_name,
                              const Json& job,
                              const Patience& patience,
                              Audience& audience);

}  // namespace algo::run
