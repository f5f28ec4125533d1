#pragma once

#include "real_interrupts.h"
#include "world.h"

#include <chrono>
#include <string_view>

namespace algo {

class RealJudges final : public Judges {
 public:
  // `executable`: the bytes of the static algo-judge. `patience`: how long a judge may take to say
  // what it has after it was asked to stop.
  RealJudges(std::string_view executable,
             const RealInterrupts& interrupts,
             std::chrono::milliseconds patience = std::chrono::seconds(10))
      : executable_(executable), interrupts_(interrupts), patience_(patience) {}
  [[nodiscard]] JudgeExit run(const std::vector<std::string>& arguments,
                              const std::function<void(std::string_view)>& on_output) override;

 private:
  std::string_view executable_;
  const RealInterrupts& interrupts_;
  std::chrono::milliseconds patience_;
};

}  // namespace algo
